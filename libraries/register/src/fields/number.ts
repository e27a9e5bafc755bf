import { common, type Field, type FromBook, type Options, type Read } from '../field.ts';
import { rangeFilter } from '../filter.ts';
import { cellText, onePart } from '../one-part.ts';
import { readNumber, showNumber } from '../read-number.ts';

type NumberOptions = Options & { unit?: string; decimals?: number; least?: number; most?: number };

/** A number of `decimals` places at most; a whole number, not negative, unless said otherwise. */
export function number(vi: string, en: string, options: NumberOptions = {}): Field<number> {
  const { unit, decimals = 0, least = 0, most = 9e14 } = options;
  const read = (given: unknown, style?: FromBook['style']): Read<number> => {
    const found = readNumber(given, { style, isWhole: decimals === 0 });
    if (!('value' in found) || found.value === null) return found;
    if (found.value < least || found.value > most)
      return { fault: `Số phải từ ${showNumber(least)} đến ${showNumber(most)}.` };
    return Math.abs(found.value * 10 ** decimals - Math.round(found.value * 10 ** decimals)) > 1e-6
      ? { fault: decimals ? `Nhiều nhất ${decimals} chữ số sau dấu phẩy.` : 'Cần là số nguyên.' }
      : found;
  };
  return onePart<number>({
    kind: 'number',
    ...common(vi, en, options),
    column: { type: decimals ? 'numeric' : 'bigint', width: 14 },
    input: { control: 'number', decimals, ...(unit ? { unit } : {}) },
    filter: rangeFilter('number'),
    schema: { type: decimals ? 'number' : 'integer', minimum: least, maximum: most },
    parse: (given) => read(given),
    fromCells: ([cell], { style }) => read(typeof cell === 'number' ? cell : cellText(cell ?? null), style),
    fromColumns: ([value]) => Number(value),
    show: (value) => (unit ? `${showNumber(value)} ${unit}` : showNumber(value)),
    examples: [
      ...[0, 12, 1060].filter((one) => one >= least && one <= most),
      ...(decimals ? [least + 0.5] : []),
    ],
  });
}
