import type { AnyField } from './field.ts';
import type { Register, Row } from './register.ts';
import { folded } from './said.ts';

/** Fields by which two rows are the same thing: words may differ a little, all else must agree where both say it. */
export const alikeFields = (
  register: Register,
): { words: [string, AnyField][]; exact: [string, AnyField][] } => {
  const all = register.alike.map((name): [string, AnyField] => [name, register.fields[name]!]);
  const isWords = ([, { filter, refersTo }]: [string, AnyField]) => filter?.ask === 'words' && !refersTo;
  return { words: all.filter(isWords), exact: all.filter((one) => !isWords(one)) };
};

/** How alike two rows are, from 0 to 1. */
export function likenessOf(register: Register, a: Row, b: Row): number {
  const { words, exact } = alikeFields(register);
  for (const [name, field] of exact) {
    const [left, right] = [a[name] ?? null, b[name] ?? null];
    if (left === null || right === null) continue;
    const said = (value: unknown) => field.show(value, (_, id) => id, 'vi');
    if (said(left) !== said(right)) return 0;
  }
  const compared = words.flatMap(([name, field]) => {
    const [left, right] = [a[name] ?? null, b[name] ?? null];
    if (left === null || right === null) return [];
    return [
      likeWords(
        field.show(left, () => '', 'vi'),
        field.show(right, () => '', 'vi'),
      ),
    ];
  });
  if (!words.length) return 1;
  return compared.length ? compared.reduce((sum, one) => sum + one, 0) / compared.length : 0;
}

/** The share of three-letter pieces that two texts have in common (Dice), without case and diacritics. */
export function likeWords(a: string, b: string): number {
  const [left, right] = [piecesOf(a), piecesOf(b)];
  if (!left.size || !right.size) return 0;
  let shared = 0;
  for (const piece of left) if (right.has(piece)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

function piecesOf(text: string): Set<string> {
  const words = ` ${folded(text)} `;
  return new Set(Array.from({ length: Math.max(0, words.length - 2) }, (_, at) => words.slice(at, at + 3)));
}
