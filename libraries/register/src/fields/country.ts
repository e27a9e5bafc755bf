import { countryCodes, countryNames, countryOf } from '../countries.ts';
import { common, type Field, type Options } from '../field.ts';
import { oneOfFilter } from '../filter.ts';
import { onePart } from '../one-part.ts';

const choices = countryCodes.map((value) => ({ value, said: countryNames(value) }));

/** A country or territory by its ISO 3166-1 code. */
export const country = (vi: string, en: string, options: Options = {}): Field<string> =>
  onePart<string>({
    kind: 'country',
    ...common(vi, en, options),
    column: { type: 'text', width: 18 },
    input: { control: 'choice', choices },
    filter: oneOfFilter({ choices }),
    schema: { type: 'string', pattern: '^[A-Z]{2}$' },
    parse: (given) => {
      if (given === null || given === undefined || given === '') return { value: null };
      const code = countryOf(String(given));
      return code
        ? { value: code }
        : { fault: `Không biết nước “${given}”: hãy ghi tên như “Lào”, “Hoa Kỳ”.` };
    },
    toCells: (value) => [countryNames(value)[0]],
    show: (value, _names, language) => countryNames(value)[language === 'vi' ? 0 : 1],
    examples: ['LA', 'US', 'KR', 'CI'],
  });
