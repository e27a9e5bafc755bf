import { common, type Field, type Options } from '../field.ts';
import { wordsFilter } from '../filter.ts';
import { onePart } from '../one-part.ts';

/** Words over several lines. */
export const longText = (
  vi: string,
  en: string,
  options: Options & { longest?: number } = {},
): Field<string> => {
  const longest = options.longest ?? 8000;
  return onePart<string>({
    kind: 'longText',
    ...common(vi, en, options),
    column: { type: 'text', width: 50 },
    input: { control: 'text', longest },
    filter: wordsFilter(),
    schema: { type: 'string', maxLength: longest },
    parse: (given) => {
      if (given !== null && given !== undefined && typeof given !== 'string')
        return { fault: 'Ô này cần là chữ.' };
      const tidy = (given ?? '')
        .normalize('NFC')
        .replaceAll('\r', '')
        .replace(/[ \t\u00a0]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim();
      return tidy.length > longest
        ? { fault: `Dài quá ${longest} ký tự: hãy rút gọn.` }
        : { value: tidy || null };
    },
    show: (value) => value,
    examples: ['Mục tiêu: nước sạch cho 200 hộ.\nKết quả: 12 giếng.'],
  });
};
