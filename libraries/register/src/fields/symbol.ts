import type { Options } from '../field.ts';
import { lineOf } from './line.ts';

/** Symbol of a document: '217/KH-UBND', '1234-CV/TU'; spaces around its marks are taken out. */
export const symbol = (vi: string, en: string, options: Options = {}) =>
  lineOf(vi, en, options, {
    kind: 'symbol',
    longest: 80,
    width: 20,
    check: (line) => {
      const tidy = line.replace(/^số:?\s*/i, '').replace(/\s*([/-])\s*/g, '$1');
      return /\d/.test(tidy) && /[/-]/.test(tidy)
        ? { value: tidy }
        : { fault: `“${line}” không giống số, ký hiệu văn bản: hãy ghi như 217/KH-UBND.` };
    },
    examples: ['217/KH-UBND', '58/2022/NĐ-CP', '12-CT/TW'],
  });
