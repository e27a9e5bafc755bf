import { common, type Field, type Options } from '../field.ts';
import { yesNoFilter } from '../filter.ts';
import { onePart } from '../one-part.ts';
import { folded } from '../said.ts';

const yes = ['co', 'yes', 'x', 'true', '1', 'dung', 'roi'];
const no = ['khong', 'no', 'false', '0', 'chua', 'sai'];

export const yesNo = (vi: string, en: string, options: Options = {}): Field<boolean> =>
  onePart<boolean>({
    kind: 'yesNo',
    ...common(vi, en, options),
    column: { type: 'boolean', offers: ['có', 'không'], width: 10 },
    input: { control: 'yes-no' },
    filter: yesNoFilter,
    schema: { type: 'boolean' },
    parse: (given) => {
      if (given === null || given === undefined || given === '') return { value: null };
      const word = folded(String(given));
      if (yes.includes(word)) return { value: true };
      return no.includes(word) ? { value: false } : { fault: `“${given}”: hãy ghi “có” hoặc “không”.` };
    },
    toCells: (value) => [value ? 'có' : 'không'],
    show: (value, _names, language) => {
      const [said, denied] = language === 'vi' ? ['có', 'không'] : ['yes', 'no'];
      return value ? said : denied;
    },
    examples: [true, false],
  });
