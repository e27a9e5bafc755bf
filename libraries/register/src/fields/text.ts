import type { Options } from '../field.ts';
import { lineOf } from './line.ts';

/** One line of words. */
export const text = (vi: string, en: string, options: Options & { longest?: number } = {}) =>
  lineOf(vi, en, options, {
    kind: 'text',
    longest: options.longest ?? 300,
    width: 32,
    examples: ['Hội hữu nghị Việt Nam – Lào', '=HYPERLINK("x")', '0123'],
  });
