import type { Options, Target } from '../field.ts';
import { referenceTo } from './reference.ts';

/** A row of another register (`register:aid-project`), a document or a duty. Seen from both ends. */
export const link = (
  vi: string,
  en: string,
  options: Options & { to: Exclude<Target, 'agency' | 'person' | 'file'> },
) => referenceTo('link', options.to, vi, en, options);
