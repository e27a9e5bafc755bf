import type { Field, Options } from '../field.ts';
import { referenceTo } from './reference.ts';

/** A file that was sent in; a book names it but cannot bring it. */
export const file = (vi: string, en: string, options: Options = {}): Field<string> => ({
  ...referenceTo('file', 'file', vi, en, options),
  input: { control: 'file', target: 'file' },
  filter: null,
});
