import groupsData from '#data/agency-groups.json' with { type: 'json' };
import type { Agency } from '../agency.ts';
import type { Hierarchy } from '../hierarchy.ts';
import { isWithin, type Period } from '../period.ts';
import { foldWords, startsWith } from '../printed-words.ts';

/** Who belongs: everyone of these kinds, directly below one agency if it says so, unless the name begins so. */
export type GroupRule = {
  kinds: string[];
  hierarchy: Hierarchy;
  belowId: string | null;
  withoutNames: string[];
};

/** 'Các sở, ban, ngành': how documents print it and whom it takes in. */
export type Group = GroupRule & { key: string; name: string; phrases: string[] };

/** In or out in spite of the rule, for some days, with the reason. */
export type GroupException = Period & { agencyId: string; kind: 'added' | 'left-out' };

export type UnfoldedGroup = Pick<Group, 'name' | 'phrases'> & { memberIds: ReadonlySet<string> };

export const shippedGroups: Group[] = groupsData.groups.map((group) => ({
  key: group.key,
  name: group.name,
  phrases: group.phrases,
  kinds: group.kinds,
  hierarchy: 'state',
  belowId: null,
  withoutNames: 'without' in group ? group.without : [],
}));

export type Standing = {
  /** Those that stood on the day. */
  agencies: readonly Agency[];
  day: string;
  /** Parents in the hierarchies on the day; the State's are with the agencies. */
  parents?: Partial<Record<Hierarchy, ReadonlyMap<string, string>>>;
};

/** The members of a group on a day, in the order of the register. */
export function membersOn(
  group: GroupRule,
  exceptions: readonly GroupException[],
  { agencies, day, parents }: Standing,
): Agency[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const spoken = new Map(
    exceptions.filter((one) => isWithin(one, day)).map((one) => [one.agencyId, one.kind] as const),
  );
  const parentOf = (agency: Agency) =>
    (group.hierarchy === 'state' ? agency.parentId : parents?.[group.hierarchy]?.get(agency.id)) ?? null;
  const byRule = (agency: Agency): boolean =>
    group.kinds.includes(agency.kind) &&
    (group.belowId ? parentOf(agency) === group.belowId : !servesThrough(agency, byId)) &&
    !group.withoutNames.some((start) =>
      agency.names.some((name) => startsWith(foldWords(name), foldWords(start))),
    );
  return agencies.filter((agency) => {
    const exception = spoken.get(agency.id);
    return exception ? exception === 'added' : byRule(agency);
  });
}

/** A unit inside a sở or an office receives work through it, not beside it. */
const servesThrough = ({ parentId }: Agency, byId: ReadonlyMap<string, Agency>): boolean =>
  groupsData.unitsServeThrough.kinds.includes(byId.get(parentId ?? '')?.kind ?? '');

/** The shipped groups over a register without exceptions. */
export const unfoldShipped = (agencies: readonly Agency[]): UnfoldedGroup[] =>
  shippedGroups.map((group) => ({
    name: group.name,
    phrases: group.phrases,
    memberIds: new Set(membersOn(group, [], { agencies, day: '' }).map(({ id }) => id)),
  }));
