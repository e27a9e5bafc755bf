import type { Options } from '../field.ts';
import { lineOf } from './line.ts';

export const email = (vi: string, en: string, options: Options = {}) =>
  lineOf(vi, en, options, {
    kind: 'email',
    longest: 200,
    type: 'email',
    width: 28,
    check: (line) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(line)
        ? { value: line }
        : { fault: 'Địa chỉ thư điện tử cần có dạng ten@coquan.vn.' },
    examples: ['vanphong@hoihuunghi.vn'],
  });
