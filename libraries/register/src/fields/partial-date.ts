import { type Cell, common, type Field, type Options, type Read } from '../field.ts';
import { wordsFilter } from '../filter.ts';
import { onePart } from '../one-part.ts';
import { isDay, readDay, showDay } from '../read-day.ts';

/** A day, a month or a year, as far as it is known: '2019-05-17', '2019-05', '2019'. They sort as they stand. */
export const partialDate = (vi: string, en: string, options: Options = {}): Field<string> =>
  onePart<string>({
    kind: 'partialDate',
    ...common(vi, en, options),
    column: { type: 'text', width: 13 },
    input: { control: 'partial-day' },
    filter: wordsFilter(),
    schema: { type: 'string', pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$' },
    parse: readPartial,
    toCells: (value) => [showDay(value)],
    fromCells: ([cell]) => readPartial(cell),
    show: (value) => showDay(value),
    examples: ['2019', '2019-05', '2019-05-17'],
  });

function readPartial(given: unknown | Cell): Read<string> {
  if (given === null || given === undefined || given === '') return { value: null };
  const text = given instanceof Date ? '' : String(given).trim();
  if (/^(1[89]|20)\d\d$/.test(text)) return { value: text };
  const month =
    /^(\d{4})-(\d\d)$/.exec(text) ?? /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/i.exec(text);
  if (!month) return readDay(given);
  const [year, number] = month[1]!.length === 4 ? [month[1]!, month[2]!] : [month[2]!, month[1]!];
  const value = `${year}-${number.padStart(2, '0')}`;
  return isDay(`${value}-01`) ? { value } : { fault: `“${text}” không phải tháng, năm.` };
}
