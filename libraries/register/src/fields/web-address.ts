import type { Options } from '../field.ts';
import { lineOf } from './line.ts';

/** Address of a web page; 'https://' is added where it is left out, and nothing but http(s) is taken. */
export const webAddress = (vi: string, en: string, options: Options = {}) =>
  lineOf(vi, en, options, {
    kind: 'webAddress',
    longest: 500,
    type: 'url',
    width: 32,
    check: (line) => {
      const address = /^[a-z][a-z0-9+.-]*:/i.test(line) ? line : `https://${line}`;
      return /^https?:\/\/[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(address)
        ? { value: address }
        : { fault: 'Địa chỉ trang web cần có dạng https://coquan.vn.' };
    },
    examples: ['https://vufo.org.vn/tin-tuc?id=1'],
  });
