import groupsData from '#data/agency-groups.json' with { type: 'json' };
import words from '#data/agency-words.json' with { type: 'json' };
import type { UnfoldedGroup } from './groups/group.ts';
import { foldWords, startsWith } from './printed-words.ts';
import type { Province } from './province.ts';

/** `groups` that were named; `indefinite` where the words leave open which of them, or who at all. */
export type GroupPhrase = { groups: UnfoldedGroup[]; indefinite: boolean };

type Piece = { words: string[]; means: UnfoldedGroup | 'indefinite' | 'qualifier' | 'filler' };
const common: Piece[] = [
  ...groupsData.indefinite.map((phrase) => ({ words: foldWords(phrase), means: 'indefinite' as const })),
  ...groupsData.qualifiers.map((phrase) => ({ words: foldWords(phrase), means: 'qualifier' as const })),
  ...[...groupsData.filler, ...words.heads, ...words.provinceTiers].map((phrase) => ({
    words: foldWords(phrase),
    means: 'filler' as const,
  })),
];

const pieces = new WeakMap<readonly UnfoldedGroup[], Piece[]>();
function piecesOf(groups: readonly UnfoldedGroup[]): Piece[] {
  const known = pieces.get(groups);
  if (known) return known;
  const named = groups.flatMap((group) =>
    group.phrases.map((phrase) => ({ words: foldWords(phrase), means: group })),
  );
  const made = [...named, ...common];
  pieces.set(groups, made);
  return made;
}

/** Reads 'Các Sở, ban, ngành và UBND các quận, huyện' as the groups it names; null where it names anything else. */
export function readGroupPhrase(
  printed: string,
  province: Province,
  known: readonly UnfoldedGroup[],
): GroupPhrase | null {
  const all = foldWords(printed);
  const fitting = [...piecesOf(known), { words: province.name, means: 'filler' as const }];
  const groups = new Set<UnfoldedGroup>();
  let indefinite = false;
  for (let at = 0; at < all.length; ) {
    const piece = longestAt(all, at, fitting);
    if (!piece) return null;
    at += piece.words.length;
    if (piece.means === 'qualifier') return { groups: [...groups], indefinite: true };
    if (piece.means === 'indefinite') indefinite = true;
    else if (piece.means !== 'filler') groups.add(piece.means);
  }
  return indefinite || groups.size ? { groups: [...groups], indefinite } : null;
}

function longestAt(all: string[], at: number, known: Piece[]): Piece | undefined {
  const fitting = known.filter((piece) => startsWith(all, piece.words, at));
  return fitting.sort((a, b) => b.words.length - a.words.length)[0];
}
