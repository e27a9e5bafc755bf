import { countryCodes, countryNames, countryOf } from '../countries.ts';
import { common, type Field, type Options, type Read } from '../field.ts';
import { oneOfFilter } from '../filter.ts';
import { cellText, onePart } from '../one-part.ts';

const choices = countryCodes.map((value) => ({ value, said: countryNames(value) }));

/** Several countries by their ISO 3166-1 codes; in a book with semicolons, commas or new lines between their names. */
export const countries = (vi: string, en: string, options: Options = {}): Field<string[]> =>
  onePart<string[]>({
    kind: 'countries',
    ...common(vi, en, options),
    column: { type: 'text[]', width: 28 },
    input: { control: 'choices', choices },
    filter: oneOfFilter({ choices }, 'has-any'),
    schema: { type: 'array', items: { type: 'string', pattern: '^[A-Z]{2}$' } },
    parse: (given) => (given === null || given === undefined ? { value: null } : read([given].flat())),
    toCells: (value) => [value.map((code) => countryNames(code)[0]).join('; ')],
    // A comma may stand within a name: 'Quần đảo X, Y' is tried whole first.
    fromCells: ([cell]) =>
      read(
        (cellText(cell ?? null) ?? '')
          .split(/[;\n]/)
          .flatMap((piece) => (countryOf(piece.trim()) ? [piece] : piece.split(','))),
      ),
    show: (value, _names, language) =>
      value.map((code) => countryNames(code)[language === 'vi' ? 0 : 1]).join('; '),
    examples: [['LA', 'KH'], ['US']],
  });

function read(given: readonly unknown[]): Read<string[]> {
  const codes = new Set<string>();
  for (const one of given) {
    const name = String(one ?? '').trim();
    if (!name) continue;
    const code = countryOf(name);
    if (!code) return { fault: `Không biết nước “${name}”: hãy ghi tên như “Lào”, “Hoa Kỳ”.` };
    codes.add(code);
  }
  return { value: codes.size ? [...codes] : null };
}
