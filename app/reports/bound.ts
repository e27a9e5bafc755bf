import type { DefinitionContent } from './report.ts';

export type BoundOn = {
  /** Agencies that stand on the day, in the order of the register. */
  agencies: readonly { id: string; name: string; kind: string }[];
  groups: readonly { key: string; memberIds: ReadonlySet<string> }[];
  /** Those with duties in the plan. */
  inPlan: readonly { id: string; name: string }[];
};

/** Who has to report on a day: everyone the definition names in any way, without those it leaves out; each once. */
export function boundOn(
  bound: DefinitionContent['bound'],
  { agencies, groups, inPlan }: BoundOn,
): { id: string; name: string }[] {
  const members = groups.filter((group) => bound.groups.includes(group.key));
  const planned = new Set(bound.plan ? inPlan.map(({ id }) => id) : []);
  const named = agencies.filter(
    ({ id, kind }) =>
      planned.has(id) ||
      bound.kinds.includes(kind) ||
      bound.agencies.includes(id) ||
      members.some((group) => group.memberIds.has(id)),
  );
  const standing = new Set(named.map(({ id }) => id));
  // One with duties in the plan that stands no longer still owes its report until its work has moved on.
  const rest = bound.plan ? inPlan.filter(({ id }) => !standing.has(id)) : [];
  return [...named, ...rest]
    .filter(({ id }) => !bound.without.includes(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
