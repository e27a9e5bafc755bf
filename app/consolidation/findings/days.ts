/** A stretch of days, both counted. */
export type Stretch = { from: string; to: string };

const pad = (value: string | number): string => String(value).padStart(2, '0');
const iso = (year: string | number, month: string | number, day: string | number) =>
  `${year}-${pad(month)}-${pad(day)}`;
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const isDay = (day: string): boolean => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && date >= 1 && date <= lastDay(year, month);
};

const sep = '\\s*[/.-]\\s*';
/** 'từ ngày 10/3 đến 12/3/2026', '10 - 12/3/2026', '10-12/3' */
const range = new RegExp(
  `(\\d{1,2})(?:${sep}(\\d{1,2}))?(?:${sep}(\\d{4}))?\\s*(?:đến|den|–|—|-|tới)\\s*(?:hết\\s*)?(?:ngày\\s*|ngay\\s*)?(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{4}))?(?![\\d/])`,
  'giu',
);
const single = /(?<![\d/.,-])(\d{1,2})\s*[/-]\s*(\d{1,2})(?:\s*[/-]\s*(\d{4}))?(?![\d/]|[.,]\d)/gu;
const inWords = /ng[aà]y\s+(\d{1,2})\s+th[aá]ng\s+(\d{1,2})(?:\s+n[aă]m\s+(\d{4}))?/giu;
/** '4/2026' and 'tháng 4/2026' are months, unless a day stands before. */
const monthYear = /(?<![\d/])(\d{1,2})\s*\/\s*(\d{4})(?!\d)/gu;

/** Days on which a text says that something was; a day without a year is of `year`. */
export function daysIn(text: string, year: number): Stretch[] {
  const found: Stretch[] = [];
  if (!/\d/.test(text)) return found;
  let rest = text;
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => Stretch | null) => {
    for (const match of [...rest.matchAll(pattern)]) {
      const stretch = read(match as RegExpExecArray);
      if (!stretch || !isDay(stretch.from) || !isDay(stretch.to) || stretch.from > stretch.to) continue;
      found.push(stretch);
      rest =
        rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  };
  take(range, ([, d1, m1, y1, d2, m2, y2]) => {
    const to = y2 ?? y1 ?? year;
    return { from: iso(y1 ?? to, m1 ?? m2!, d1!), to: iso(to, m2!, d2!) };
  });
  take(inWords, ([, d, m, y]) => ({ from: iso(y ?? year, m!, d!), to: iso(y ?? year, m!, d!) }));
  take(monthYear, ([, m, y]) =>
    Number(m) > 12 ? null : { from: iso(y!, m!, 1), to: iso(y!, m!, lastDay(Number(y), Number(m))) },
  );
  take(single, ([, d, m, y]) => ({ from: iso(y ?? year, m!, d!), to: iso(y ?? year, m!, d!) }));
  return found;
}

const quarterOf: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

/** The window a figure is of ('quý I', 'tháng 4', '6 tháng đầu năm', 'năm 2025'); null when it is not said. */
export function windowIn(folded: string, year: number): Stretch | null {
  const said = Number(/\bnam (?:hoc )?(20\d\d)\b/.exec(folded)?.[1] ?? year);
  const months = (from: number, to: number): Stretch => ({
    from: iso(said, from, 1),
    to: iso(said, to, lastDay(said, to)),
  });
  const quarter = /\bquy (iv|iii|ii|i|[1-4])\b/.exec(folded)?.[1];
  if (quarter) return months(quarterOf[quarter]! * 3 - 2, quarterOf[quarter]! * 3);
  const month = /\b(?:trong )?thang (1[0-2]|0?[1-9])\b(?! nam sau)/.exec(folded)?.[1];
  if (month) return months(Number(month), Number(month));
  const half = /\b(?:6|06|sau) thang (dau|cuoi)/.exec(folded)?.[1];
  if (half) return half === 'dau' ? months(1, 6) : months(7, 12);
  if (/\b(?:9|09) thang/.test(folded)) return months(1, 9);
  return /\bnam 20\d\d\b/.test(folded) ? months(1, 12) : null;
}

export const overlap = (a: Stretch, b: Stretch): boolean => a.from <= b.to && b.from <= a.to;

/** Days of a few windows are asked for again and again. */
const numbers = new Map<string, number>();
function dayNumber(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  numbers.set(day, number);
  return number;
}

/** Days between two stretches; 0 when they touch. */
export const apart = (a: Stretch, b: Stretch): number =>
  overlap(a, b)
    ? 0
    : a.to < b.from
      ? dayNumber(b.from) - dayNumber(a.to)
      : dayNumber(a.from) - dayNumber(b.to);
