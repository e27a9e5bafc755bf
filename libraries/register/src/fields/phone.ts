import type { Options } from '../field.ts';
import { lineOf } from './line.ts';

/** A telephone number as it is written; 7 to 15 digits. */
export const phone = (vi: string, en: string, options: Options = {}) =>
  lineOf(vi, en, options, {
    kind: 'phone',
    longest: 40,
    type: 'tel',
    width: 18,
    check: (line) =>
      /^\+?[\d\s().-]+$/.test(line) && /^\d{7,15}$/.test(line.replace(/\D/g, ''))
        ? { value: line }
        : { fault: `“${line}” không phải số điện thoại: hãy ghi như 0292 3 821 777.` },
    examples: ['0292 3 821 777', '+856 21 315 200'],
  });
