import type { Options } from '../field.ts';
import { referenceTo } from './reference.ts';

/** A person who uses the program; others are named in a text, sealed where it is personal data. */
export const person = (vi: string, en: string, options: Options = {}) =>
  referenceTo('person', 'person', vi, en, options);
