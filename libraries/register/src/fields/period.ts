import { type Cell, common, type Field, type FromBook, type Options, type Read } from '../field.ts';
import { rangeFilter } from '../filter.ts';
import { cellText } from '../one-part.ts';
import { dayCell, isDay, readDay, showDay } from '../read-day.ts';

/** From one day to another; `to` is null while the end is not known. */
export type Period = { from: string; to: string | null };

export const period = (vi: string, en: string, options: Options = {}): Field<Period> => ({
  kind: 'period',
  ...common(vi, en, options),
  refersTo: null,
  parts: [
    { suffix: 'from', type: 'date', said: ['từ', 'from'], width: 13 },
    { suffix: 'to', type: 'date', said: ['đến', 'to'], width: 13 },
  ],
  input: { control: 'period' },
  filter: rangeFilter('day', { first: 'from', last: 'to' }),
  schema: {
    type: 'object',
    properties: {
      from: { type: 'string', format: 'date' },
      to: { type: ['string', 'null'], format: 'date' },
    },
    required: ['from'],
  },
  parse: (given) => {
    const { from = null, to = null } = (given ?? {}) as Partial<Period>;
    return made(readDay(from), readDay(to));
  },
  toColumns: ({ from, to }) => [from, to],
  fromColumns: ([from, to]) => ({ from: String(from), to: (to as string | null) ?? null }),
  toCells: ({ from, to }) => [dayCell(from), to && dayCell(to)],
  fromCells: periodOfCells,
  show: ({ from, to }, _names, language) => {
    const [begin, end] = language === 'vi' ? ['từ', 'đến'] : ['from', 'to'];
    return to ? `${showDay(from)} – ${showDay(to)}` : `${begin} ${showDay(from)} ${end} …`;
  },
  pointsAt: () => [],
  examples: [
    { from: '2024-01-01', to: '2026-12-31' },
    { from: '2025-07-01', to: null },
  ],
});

function made(from: Read<string>, to: Read<string>): Read<Period> {
  if (!('value' in from)) return from;
  if (!('value' in to)) return to;
  if (from.value === null) return to.value === null ? { value: null } : { fault: 'Cần có ngày bắt đầu.' };
  if (to.value !== null && to.value < from.value)
    return { fault: 'Ngày kết thúc đứng trước ngày bắt đầu: hãy xem lại hai ngày.' };
  return { value: { from: from.value, to: to.value } };
}

/** Two cells, or one of an old book: '2023-2025', '01/2024 - 12/2025', '5/2/2024 đến 8/2/2024', '2024'. */
function periodOfCells([first, second]: readonly Cell[], { style }: FromBook): Read<Period> {
  const words = first instanceof Date || typeof first === 'number' ? null : cellText(first ?? null);
  const year = typeof first === 'number' && first > 1800 && first < 2200 ? String(first) : null;
  const [from, to = from] = (year ?? words ?? '').split(/\s*(?:đến|–|—|(?<=\d{4})\s*-|\s-\s)\s*/i);
  if (from && to && !second && edge(from, 'first') && edge(to, 'last') && (from !== to || !isDay(from)))
    return made({ value: edge(from, 'first') }, { value: edge(to, 'last') });
  return made(readDay(first, style), readDay(second, style));
}

/** First or last day of '2024', '5/2024' or a day; null for other words. */
function edge(words: string, which: 'first' | 'last'): string | null {
  const parts = /^(?:từ\s+)?(?:tháng\s*)?(?:(\d{1,2})[/.])?(\d{4})$/i.exec(words.trim());
  if (!parts) {
    const day = readDay(words.replace(/^từ\s+/i, ''));
    return 'value' in day && words.includes('/') && words.split('/').length === 3 ? day.value : null;
  }
  const month = Number(parts[1] ?? (which === 'first' ? 1 : 12));
  if (month < 1 || month > 12) return null;
  return new Date(
    Date.UTC(Number(parts[2]), which === 'first' ? month - 1 : month, which === 'first' ? 1 : 0),
  )
    .toISOString()
    .slice(0, 10);
}
