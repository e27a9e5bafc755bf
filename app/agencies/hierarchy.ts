import { isWithin, overlaps, type Period } from './period.ts';

/** An agency may stand below one in the State, and below another in the Party or the Front. */
export const hierarchies = ['state', 'party', 'front'] as const;
export type Hierarchy = (typeof hierarchies)[number];

/** "For this time `agencyId` stood below `parentId`"; `id` is of its row. */
export type ParentLink = Period & { id: string; agencyId: string; hierarchy: Hierarchy; parentId: string };

/** Parent of each agency in one hierarchy on a day. */
export const parentsOn = (
  links: readonly ParentLink[],
  hierarchy: Hierarchy,
  day: string,
): Map<string, string> =>
  new Map(
    links
      .filter((link) => link.hierarchy === hierarchy && isWithin(link, day))
      .map((link) => [link.agencyId, link.parentId]),
  );

/** Would this link put an agency, on some day, below itself? */
export function wouldLoop(links: readonly ParentLink[], given: Omit<ParentLink, 'id'>): boolean {
  const seen = new Set<string>();
  const climb = (id: string, during: Period): boolean => {
    if (id === given.agencyId) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return links.some(
      (link) =>
        link.agencyId === id &&
        link.hierarchy === given.hierarchy &&
        overlaps(link, during) &&
        climb(link.parentId, during),
    );
  };
  return climb(given.parentId, given);
}
