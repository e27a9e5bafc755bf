import type { Rhythm } from './deadline.ts';
import type { Construct, Piece } from './piece.ts';

const units: Record<string, Rhythm> = {
  ngày: 'day',
  tuần: 'week',
  tháng: 'month',
  quý: 'quarter',
  năm: 'year',
};
const unit = '(ngày|tuần|tháng|quý|năm)';
const once = '(?:0?1|một) lần';
const many: Record<string, Rhythm> = {
  '1': 'month',
  '3': 'quarter',
  '6': 'half-year',
  '9': 'nine-months',
  '12': 'year',
};
const numbers: Record<string, string> = { một: '1', ba: '3', sáu: '6', chín: '9' };

/** "hằng năm", "mỗi quý", "01 lần/năm", "định kỳ 6 tháng", "03 tháng một lần". */
export const wordsOfRhythm: Construct[] = [
  {
    name: 'every unit',
    pattern: new RegExp(`(?:định kỳ )?(?:của )?(?:hằng|mỗi) ${unit}(?: ${once})?(?![a-zà-ỹ])`, 'y'),
    read: ([, every]) => ({ is: 'rhythm', every: units[every!]! }),
  },
  {
    name: 'once a unit',
    pattern: new RegExp(`${once} ?(?:\\/|mỗi|trong|một) ?(?:0?1 |một )?${unit}(?![a-zà-ỹ])`, 'y'),
    read: ([, every]) => ({ is: 'rhythm', every: units[every!]! }),
  },
  {
    name: 'unit once',
    pattern: new RegExp(`(?:định kỳ )?(?:0?1 |một )?${unit} ?\\/? ?${once}(?![a-zà-ỹ])`, 'y'),
    read: ([, every]) => ({ is: 'rhythm', every: units[every!]! }),
  },
  {
    name: 'months once',
    pattern: new RegExp(
      `(?:định kỳ )?(?:mỗi )?(\\d{1,2}|một|ba|sáu|chín) tháng ?(?:\\/? ?${once}|\\/ ?lần)(?![a-zà-ỹ])`,
      'y',
    ),
    read: ([, count]) => ofMonths(count!),
  },
  {
    name: 'regularly by months',
    pattern: /định kỳ (?:hằng |mỗi )?(\d{1,2}|ba|sáu|chín) tháng(?! đầu| cuối)/y,
    read: ([, count]) => ofMonths(count!),
  },
  {
    name: 'regularly by unit',
    pattern: new RegExp(`định kỳ (?:0?1 |một )?${unit}(?![a-zà-ỹ]| \\d)`, 'y'),
    read: ([, every]) => ({ is: 'rhythm', every: units[every!]! }),
  },
  {
    name: 'regularly',
    pattern: /(?:theo )?định kỳ(?![a-zà-ỹ])|(?:sơ|tổng) kết/y,
    read: () => ({ is: 'regularly' }),
  },
  {
    // "6 tháng, năm" after "định kỳ": a rhythm only in such company, else it may be a length of time.
    name: 'weak months',
    pattern: /(\d{1,2}|ba|sáu|chín) tháng(?! \d| đầu| cuối|[a-zà-ỹ])/y,
    read: ([, count]) => weak(ofMonths(count!)),
  },
  {
    name: 'weak unit',
    pattern:
      /(?:cả |0?1 |một )?(tháng|quý|năm)(?! \d|[a-zà-ỹ])(?! sau| trước(?! ngày)| tiếp| kế| liền| này| nay| qua)/y,
    read: ([, every]) => weak({ is: 'rhythm', every: units[every!]! }),
  },
];

function ofMonths(words: string): Piece | null {
  const every = many[String(Number(numbers[words] ?? words))];
  return every === undefined ? null : { is: 'rhythm', every };
}

function weak(piece: Piece | null): Piece | null {
  return piece?.is === 'rhythm' ? { ...piece, isWeak: true } : null;
}
