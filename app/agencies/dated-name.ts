import { isWithin, overlaps, type Period } from './period.ts';

/** What kind of name: in full, usual short form, abbreviation, held before, or as some document printed it. */
export const allNameKinds = ['full', 'short', 'abbreviation', 'former', 'printed'] as const;
export type NameKind = (typeof allNameKinds)[number];

/** A name an agency is or was known by; `id` is of its row. */
export type DatedName = Period & { id: string; name: string; kind: NameKind };

/** The full name on a day; null when the agency had none then. An agency never has two. */
export const nameOn = (names: readonly DatedName[], day: string): string | null =>
  names.find((one) => one.kind === 'full' && isWithin(one, day))?.name ?? null;

/**
 * Names by which an agency could be called on a day, the full one first. Names that ended before stay: documents
 * go on printing them. Names not yet given are left out.
 */
export function namesKnownOn(names: readonly DatedName[], day: string): string[] {
  const full = nameOn(names, day);
  const known = names.filter(({ validFrom }) => validFrom === null || validFrom <= day);
  return [...new Set([...(full ? [full] : []), ...known.map(({ name }) => name)])];
}

/** The name that forbids giving another of this kind for this time: a second full one, or the same once more. */
export const clashOf = (
  names: readonly DatedName[],
  given: Omit<DatedName, 'id'> & { id?: string },
): DatedName | null =>
  names.find(
    (one) =>
      one.id !== given.id &&
      overlaps(one, given) &&
      one.kind === given.kind &&
      (given.kind === 'full' || one.name === given.name),
  ) ?? null;
