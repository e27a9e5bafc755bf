import { common, type Field, type Options, type Target } from '../field.ts';
import { oneOfFilter } from '../filter.ts';
import { cellText, onePart } from '../one-part.ts';
import { isId } from './reference.ts';

/** Several rows of another register, documents, duties or agencies; in a book one a line or with semicolons. */
export const links = (
  vi: string,
  en: string,
  options: Options & { to: Exclude<Target, 'file'> },
): Field<string[]> =>
  onePart<string[]>({
    kind: 'links',
    ...common(vi, en, options),
    refersTo: options.to,
    column: { type: 'uuid[]', width: 40 },
    input: { control: 'references', target: options.to },
    filter: oneOfFilter({ target: options.to }, 'has-any'),
    schema: { type: 'array', items: { type: 'string', format: 'uuid' } },
    parse: (given) => {
      if (given === null || given === undefined) return { value: null };
      if (!Array.isArray(given) || !given.every(isId)) return { fault: 'Hãy chọn trong danh sách.' };
      if (given.length > 200) return { fault: 'Nhiều nhất 200 mục.' };
      return { value: given.length ? [...new Set(given)] : null };
    },
    toCells: (value, names) => [value.map((id) => names(options.to, id)).join('\n')],
    fromCells: ([cell], { find }) => {
      const ids: string[] = [];
      for (const name of (cellText(cell ?? null) ?? '').split(/[;\n]/).map((one) => one.trim())) {
        if (!name) continue;
        const found = find(options.to, name);
        if (!('value' in found)) return found;
        if (found.value) ids.push(found.value);
      }
      return { value: ids.length ? ids : null };
    },
    show: (value, names) => value.map((id) => names(options.to, id)).join('; '),
    pointsAt: (value) => value,
    examples: [
      ['7459a0da-b24b-456a-818e-bd3d664b6ce5', '00000000-0000-4000-8000-000000000001'],
      ['00000000-0000-4000-8000-000000000001'],
    ],
  });
