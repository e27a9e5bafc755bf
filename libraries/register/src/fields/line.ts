import { common, type Field, type Input, type Options } from '../field.ts';
import { wordsFilter } from '../filter.ts';
import { onePart } from '../one-part.ts';
import { tidyLine } from '../said.ts';

type Line = {
  kind: string;
  longest: number;
  type?: NonNullable<Input['type']>;
  /** The line made tidy, or the sentence that says what is wrong. */
  check?: (line: string) => { value: string } | { fault: string };
  width?: number;
  examples: readonly string[];
};

/** A line of words: what text, phone, e-mail, web address and symbol have in common. */
export const lineOf = (vi: string, en: string, options: Options, line: Line): Field<string> =>
  onePart<string>({
    kind: line.kind,
    ...common(vi, en, options),
    column: { type: 'text', width: line.width ?? 24 },
    input: { control: 'line', longest: line.longest, type: line.type ?? 'text' },
    filter: wordsFilter(),
    schema: { type: 'string', maxLength: line.longest },
    parse: (given) => {
      if (given !== null && given !== undefined && typeof given !== 'string')
        return { fault: 'Ô này cần là chữ.' };
      const tidy = tidyLine(given ?? '');
      if (tidy === null) return { value: null };
      if (tidy.length > line.longest) return { fault: `Dài quá ${line.longest} ký tự: hãy rút gọn.` };
      return line.check?.(tidy) ?? { value: tidy };
    },
    show: (value) => value,
    examples: line.examples,
  });
