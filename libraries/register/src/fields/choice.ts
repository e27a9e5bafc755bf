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
  const words = String(given);
  const found = Object.hasOwn(choices, words) ? words : codesByWords(choices).get(folded(words));
  if (found) return { value: found };
  const offered = Object.values(choices).map(([vi]) => vi);
  return { fault: `Không có “${given}” trong danh sách: hãy chọn một trong ${offered.join(', ')}.` };
}

/** The codes of a choice by their words, the first of those that are called alike: asked for every cell of long books. */
function codesByWords(choices: Record<string, Said>): ReadonlyMap<string, string> {
  const known = wordsOfChoices.get(choices);
  if (known) return known;
  const said = Object.entries(choices).flatMap(([code, words]) =>
    words.map((one) => [folded(one), code] as const),
  );
  const made = new Map(said.toReversed());
  wordsOfChoices.set(choices, made);
  return made;
}

const wordsOfChoices = new WeakMap<Record<string, Said>, ReadonlyMap<string, string>>();

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
