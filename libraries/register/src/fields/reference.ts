import { common, type Field, type Options, type Target } from '../field.ts';
import { oneOfFilter } from '../filter.ts';
import { cellText, onePart } from '../one-part.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (given: unknown): given is string => typeof given === 'string' && UUID.test(given);

/** An id of something else, shown by its name: what agency, person and link have in common. */
export const referenceTo = (
  kind: string,
  target: Target,
  vi: string,
  en: string,
  options: Options,
): Field<string> =>
  onePart<string>({
    kind,
    ...common(vi, en, options),
    refersTo: target,
    column: { type: 'uuid', width: 34 },
    input: { control: 'reference', target },
    filter: oneOfFilter({ target }),
    schema: { type: 'string', format: 'uuid' },
    parse: (given) => {
      if (given === null || given === undefined || given === '') return { value: null };
      return isId(given) ? { value: given } : { fault: 'Hãy chọn trong danh sách.' };
    },
    toCells: (value, names) => [names(target, value)],
    fromCells: ([cell], { find }) => {
      const name = cellText(cell ?? null);
      return name === null ? { value: null } : find(target, name);
    },
    show: (value, names) => names(target, value),
    pointsAt: (value) => [value],
    examples: ['7459a0da-b24b-456a-818e-bd3d664b6ce5'],
  });
