import { common, type Field, type Options, type Read } from '../field.ts';
import { oneOfFilter } from '../filter.ts';
import { onePart } from '../one-part.ts';
import { folded, type Said, say } from '../said.ts';

export type ChoiceOptions = Options & {
  /** By code; the code is what is kept. */
  choices: Record<string, Said>;
};

export const listChoices = (choices: Record<string, Said>) =>
  Object.entries(choices).map(([value, said]) => ({ value, said }));

/** The code that a code or its words in either language stand for. */
export function codeOf(choices: Record<string, Said>, given: unknown): Read<string> {
  if (given === null || given === undefined || given === '') return { value: null };
  const word = folded(String(given));
  const found = Object.keys(choices).find(
    (code) => code === given || choices[code]!.some((said) => folded(said) === word),
  );
  const offered = Object.values(choices).map(([vi]) => vi);
  return found
    ? { value: found }
    : { fault: `Không có “${given}” trong danh sách: hãy chọn một trong ${offered.join(', ')}.` };
}

/** One of a few. */
export const choice = (vi: string, en: string, options: ChoiceOptions): Field<string> =>
  onePart<string>({
    kind: 'choice',
    ...common(vi, en, options),
    column: { type: 'text', offers: Object.values(options.choices).map(([said]) => said), width: 20 },
    input: { control: 'choice', choices: listChoices(options.choices) },
    filter: oneOfFilter({ choices: listChoices(options.choices) }),
    schema: { enum: Object.keys(options.choices) },
    parse: (given) => codeOf(options.choices, given),
    toCells: (value) => [say(options.choices[value] ?? [value, value], 'vi')],
    show: (value, _names, language) => say(options.choices[value] ?? [value, value], language),
    examples: Object.keys(options.choices),
  });
