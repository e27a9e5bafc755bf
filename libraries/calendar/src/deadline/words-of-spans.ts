import type { Construct, Span } from './piece.ts';

const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const quarter = '(iv|iii|ii|i|[1-4])(?![a-zà-ỹ\\d])';
const ofYear = '(?:,? ?(?:\\/ ?năm|\\/|-|năm) ?(\\d{4})(?!\\d))?';
const upTo = '(?: ?(-|,|và|đến(?: hết)?) ?';

/** "tháng 6/2026", "quý III-IV/2025", "6 tháng đầu năm 2026", "năm 2026", "giai đoạn 2026-2030". */
export const wordsOfSpans: Construct[] = [
  {
    name: 'half-year',
    pattern: /(?:0?6|sáu) tháng (đầu|cuối)(?: của)?(?: năm)?(?: ?\/? ?(\d{4})(?!\d))?/y,
    read: ([, half, year]) => span('half-year', half === 'đầu' ? [1, 6] : [7, 12], year),
  },
  {
    name: 'nine months',
    pattern: /(?:0?9|chín) tháng đầu(?: năm)?(?: ?(\d{4}))?/y,
    read: ([, year]) => span('nine-months', [1, 9], year),
  },
  {
    name: 'quarter',
    pattern: new RegExp(`quý ${quarter}${upTo}(?:quý )?${quarter})?${ofYear}`, 'y'),
    read: ([, first, join, last, year]) => {
      const [from, to] = [quarters[first!]!, quarters[last ?? first!]!];
      return isOneStretch(from, to, join) ? span('quarter', [from * 3 - 2, to * 3], year) : null;
    },
  },
  {
    name: 'month',
    pattern: new RegExp(`tháng (\\d{1,2})(?!\\d)${upTo}(?:tháng )?(\\d{1,2})(?!\\d))?${ofYear}`, 'y'),
    read: ([, first, join, last, year]) => {
      const [from, to] = [Number(first), Number(last ?? first)];
      return isOneStretch(from, to, join) ? span('month', [from, to], year) : null;
    },
  },
  {
    name: 'years',
    pattern:
      /(?:giai đoạn |thời kỳ |nhiệm kỳ |năm )?(?:từ )?(?:năm )?((?:19|20)\d{2}) ?(?:-|đến(?: hết)?) ?(?:năm )?((?:19|20)\d{2})(?!\d)/y,
    read: ([, first, last]) => span('year', [1, 12], first, last),
  },
  {
    name: 'year',
    pattern: /(?:năm )?((?:19|20)\d{2})(?!\d)/y,
    read: ([, year]) => span('year', [1, 12], year),
  },
  {
    name: 'next year',
    pattern: /(?:của )?năm (?:sau|tiếp theo|kế tiếp|liền kề)/y,
    read: () => ({ is: 'next-year' }),
  },
  { name: 'this year', pattern: /trong năm(?: nay)?(?! \d)/y, read: () => span('year', [1, 12]) },
];

// "quý III, IV" is one stretch; "tháng 6 và 12" is two times of the year, which one span cannot say.
function isOneStretch(first: number, last: number, join: string | undefined): boolean {
  return (join !== ',' && join !== 'và') || last === first + 1;
}

function span(unit: Span['unit'], months: [number, number], year?: string, lastYear?: string): Span | null {
  const [firstMonth, lastMonth] = months;
  if (firstMonth < 1 || lastMonth > 12 || firstMonth > lastMonth) return null;
  if (lastYear !== undefined && Number(lastYear) < Number(year)) return null;
  const piece: Span = { is: 'span', unit, firstMonth, lastMonth };
  if (year !== undefined) piece.year = Number(year);
  if (lastYear !== undefined) piece.lastYear = Number(lastYear);
  return piece;
}
