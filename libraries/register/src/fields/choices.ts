import { common, type Field, type Read } from '../field.ts';
import { oneOfFilter } from '../filter.ts';
import { cellText, onePart } from '../one-part.ts';
import { type Language, say } from '../said.ts';
import { type ChoiceOptions, codeOf, listChoices } from './choice.ts';

/** Several of a few; in a book with a semicolon or a new line between them. */
export function choices(vi: string, en: string, options: ChoiceOptions): Field<string[]> {
  const read = (given: readonly unknown[]): Read<string[]> => {
    const codes = new Set<string>();
    for (const one of given) {
      const found = codeOf(options.choices, typeof one === 'string' ? one.trim() : one);
      if (!('value' in found)) return found;
      if (found.value) codes.add(found.value);
    }
    return { value: codes.size ? [...codes] : null };
  };
  // A comma may stand within the words of one.
  const isOne = (words: string) => 'value' in codeOf(options.choices, words.trim());
  const join = (value: string[], language: Language) =>
    value.map((code) => say(options.choices[code] ?? [code, code], language)).join('; ');
  return onePart<string[]>({
    kind: 'choices',
    ...common(vi, en, options),
    column: { type: 'text[]', width: 28 },
    input: { control: 'choices', choices: listChoices(options.choices) },
    filter: oneOfFilter({ choices: listChoices(options.choices) }, 'has-any'),
    schema: { type: 'array', items: { enum: Object.keys(options.choices) } },
    parse: (given) => (given === null || given === undefined ? { value: null } : read([given].flat())),
    toCells: (value) => [join(value, 'vi')],
    fromCells: ([cell]) =>
      read(
        (cellText(cell ?? null) ?? '')
          .split(/[;\n]/)
          .flatMap((piece) => (isOne(piece) ? [piece] : piece.split(','))),
      ),
    show: (value, _names, language) => join(value, language),
    examples: [Object.keys(options.choices), Object.keys(options.choices).slice(0, 1)],
  });
}
