export type Named = { personId: string; name: string };

const token = (personId: string) => `@{${personId}}`;
const tokens = /@\{([0-9a-f-]{36})\}/g;

/** '@Lê Thị B' → '@{id}' for the people who are named; longer names first, so that one is not cut by another. */
export const keepIds = (words: string, people: readonly Named[]): string =>
  people
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce((text, { personId, name }) => text.replaceAll(`@${name}`, token(personId)), words);

/** '@{id}' → '@Lê Thị B'; someone who is no longer known stands as '@…'. */
export const showNames = (words: string, nameOf: ReadonlyMap<string, string>): string =>
  words.replace(tokens, (_, id: string) => `@${nameOf.get(id) ?? '…'}`);

/** Those whose ids stand in kept words, each once. */
export const namedIn = (words: string): string[] => [
  ...new Set([...words.matchAll(tokens)].map(([, id]) => id!)),
];

/** Words cut where names stand: odd places are '@name'. */
export function cutAtNames(words: string, people: readonly Named[]): string[] {
  if (!people.length) return [words];
  const names = people.map(({ name }) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const shape = new RegExp(`(${names.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return words.split(shape);
}

/** The name being typed at a place: '… @lê th|' → 'lê th'; null where none is. */
export function typedName(words: string, at: number): { from: number; text: string } | null {
  const before = words.slice(0, at);
  const from = before.lastIndexOf('@');
  if (from < 0 || (from > 0 && !/\s|[(“"]/.test(before[from - 1]!))) return null;
  const text = before.slice(from + 1);
  return text.length > 40 || /[\n@]/.test(text) || text.split(' ').length > 5 ? null : { from, text };
}
