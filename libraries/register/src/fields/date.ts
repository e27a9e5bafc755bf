import { common, type Field, type Options } from '../field.ts';
import { rangeFilter } from '../filter.ts';
import { onePart } from '../one-part.ts';
import { dayCell, readDay, showDay } from '../read-day.ts';

/** A day, 'YYYY-MM-DD'. */
export const date = (vi: string, en: string, options: Options = {}): Field<string> =>
  onePart<string>({
    kind: 'date',
    ...common(vi, en, options),
    column: { type: 'date', width: 13 },
    input: { control: 'day' },
    filter: rangeFilter('day'),
    schema: { type: 'string', format: 'date' },
    parse: (given) => readDay(given),
    toCells: (value) => [dayCell(value)],
    fromCells: ([cell], { style }) => readDay(cell, style),
    show: (value) => showDay(value),
    examples: ['2026-02-05', '1976-12-31'],
  });
