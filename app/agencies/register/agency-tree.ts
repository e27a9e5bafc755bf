import { agencyKinds, homeOf } from '#app/agencies/agency.ts';
import type { Hierarchy } from '#app/agencies/hierarchy.ts';
import type { RegisterRow } from './register.contract.ts';

/** A place in the tree: an agency, or the heading of a kind over those whose parent nobody has written down. */
export type TreeNode = { id: string; name: string; agency: RegisterRow | null; children: TreeNode[] };

/** The agencies of one hierarchy that stand on the day of the register. */
export function membersOfHierarchy(agencies: readonly RegisterRow[], hierarchy: Hierarchy): RegisterRow[] {
  const above = new Set(agencies.map(({ parents }) => parents[hierarchy]));
  return agencies.filter(
    ({ id, kind, parents, standsThen }) =>
      standsThen && (parents[hierarchy] !== undefined || above.has(id) || homeOf(kind) === hierarchy),
  );
}

/** The tree of one hierarchy; agencies keep the order in which they are given, kinds that of the list of kinds. */
export function treeOf(agencies: readonly RegisterRow[], hierarchy: Hierarchy): TreeNode[] {
  const members = membersOfHierarchy(agencies, hierarchy);
  const known = new Set(members.map(({ id }) => id));
  const parentOf = ({ parents }: RegisterRow) => {
    const parent = parents[hierarchy];
    return parent && known.has(parent) ? parent : null;
  };
  const below = Map.groupBy(members, parentOf);
  const grow = (agency: RegisterRow): TreeNode => ({
    id: agency.id,
    name: agency.name,
    agency,
    children: (below.get(agency.id) ?? []).map(grow),
  });
  const roots = (below.get(null) ?? []).map(grow);
  const byKind = Map.groupBy(roots, ({ agency }) => agency!.kind);
  return agencyKinds.flatMap(({ kind, name }) => {
    const own = byKind.get(kind) ?? [];
    return own.length < 2 ? own : [{ id: `kind:${kind}`, name, agency: null, children: own }];
  });
}

/** How many agencies stand in this part of the tree. */
export const countAgencies = (nodes: readonly TreeNode[]): number =>
  nodes.reduce((sum, { agency, children }) => sum + (agency ? 1 : 0) + countAgencies(children), 0);
