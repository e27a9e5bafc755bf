import type { Options } from '../field.ts';
import { referenceTo } from './reference.ts';

/** An agency of the province's register of agencies. */
export const agency = (vi: string, en: string, options: Options = {}) =>
  referenceTo('agency', 'agency', vi, en, options);
