import groupsData from '#data/agency-groups.json' with { type: 'json' };
import words from '#data/agency-words.json' with { type: 'json' };
import type { Agency } from './agency.ts';
import { foldWords, startsWith } from './printed-words.ts';
import type { Province } from './province.ts';

type Group = { name: string; kinds: string[]; without?: string[] };
/** `groups` that were named; `indefinite` where the words leave open which of them, or who at all. */
export type GroupPhrase = { groups: Group[]; indefinite: boolean };

type Piece = { words: string[]; means: Group | 'indefinite' | 'qualifier' | 'filler' };
const pieces: Piece[] = [
  ...groupsData.groups.flatMap((group) =>
    group.phrases.map((phrase) => ({ words: foldWords(phrase), means: group as Group })),
  ),
  ...groupsData.indefinite.map((phrase) => ({ words: foldWords(phrase), means: 'indefinite' as const })),
  ...groupsData.qualifiers.map((phrase) => ({ words: foldWords(phrase), means: 'qualifier' as const })),
  ...[...groupsData.filler, ...words.heads, ...words.provinceTiers].map((phrase) => ({
    words: foldWords(phrase),
    means: 'filler' as const,
  })),
];

/** Reads 'Các Sở, ban, ngành và UBND các quận, huyện' as the groups it names; null where it names anything else. */
export function readGroupPhrase(printed: string, province: Province): GroupPhrase | null {
  const all = foldWords(printed);
  const known = [...pieces, { words: province.name, means: 'filler' as const }];
  const groups = new Set<Group>();
  let indefinite = false;
  for (let at = 0; at < all.length; ) {
    const piece = longestAt(all, at, known);
    if (!piece) return null;
    at += piece.words.length;
    if (piece.means === 'qualifier') return { groups: [...groups], indefinite: true };
    if (piece.means === 'indefinite') indefinite = true;
    else if (piece.means !== 'filler') groups.add(piece.means);
  }
  return indefinite || groups.size ? { groups: [...groups], indefinite } : null;
}

/** The agencies of these groups, in the order of the register. Units of a sở are reached through it. */
export function membersOf(groups: readonly Group[], agencies: readonly Agency[]): Agency[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const servesThrough = ({ parentId }: Agency) =>
    groupsData.unitsServeThrough.kinds.includes(byId.get(parentId ?? '')?.kind ?? '');
  return agencies.filter(
    (agency) => !servesThrough(agency) && groups.some((group) => belongs(agency, group)),
  );
}

const belongs = ({ kind, names }: Agency, group: Group): boolean =>
  group.kinds.includes(kind) &&
  !group.without?.some((start) => names.some((name) => startsWith(foldWords(name), foldWords(start))));

function longestAt(all: string[], at: number, known: Piece[]): Piece | undefined {
  const fitting = known.filter((piece) => startsWith(all, piece.words, at));
  return fitting.sort((a, b) => b.words.length - a.words.length)[0];
}
