import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { Agency } from '../agency.ts';
import { listAgenciesOn, listDatedAgencies } from '../dated-register.store.ts';
import { agenciesOn } from '../dated-register.ts';
import { type Hierarchy, parentsOn } from '../hierarchy.ts';
import {
  type Group,
  type GroupException,
  membersOn,
  type Standing,
  shippedGroups,
  type UnfoldedGroup,
} from './group.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    agency_group: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      key: string;
      name: string;
      phrases: string[];
      kinds: string[];
      hierarchy: Filled<Hierarchy>;
      below_id: string | null;
      without_names: Filled<string[]>;
      is_removed: Filled<boolean>;
    };
    agency_group_exception: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      group_id: string;
      agency_id: string;
      kind: 'added' | 'left-out';
      reason: string;
      valid_from: string | null;
      valid_to: string | null;
    };
  }
}

/** `id` is of its row; null: as shipped, never changed here. */
export type KeptGroup = Group & { id: string | null; isRemoved: boolean };
export type KeptException = GroupException & { id: string; groupId: string; reason: string };

/** The province's groups: the shipped ones as it changed them, then its own. */
export async function listGroups(tx: Tx): Promise<KeptGroup[]> {
  const rows = await tx
    .selectFrom('agency_group')
    .select(['id', 'key', 'name', 'phrases', 'kinds', 'hierarchy', 'below_id as belowId'])
    .select(['without_names as withoutNames', 'is_removed as isRemoved'])
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const shipped = shippedGroups.map(
    (group) => byKey.get(group.key) ?? { ...group, id: null, isRemoved: false },
  );
  const own = rows.filter(({ key }) => !shippedGroups.some((group) => group.key === key));
  return [...shipped, ...own];
}

export const listExceptions = (tx: Tx): Promise<KeptException[]> =>
  tx
    .selectFrom('agency_group_exception')
    .select(['id', 'group_id as groupId', 'agency_id as agencyId', 'kind', 'reason'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .orderBy(sql`valid_from desc nulls last`)
    .execute();

/** Who stood on a day, and below whom in each hierarchy. */
export async function standingOn(tx: Tx, day: string): Promise<Standing> {
  const register = await listDatedAgencies(tx);
  const links = register.flatMap(({ parents }) => parents);
  const below = (hierarchy: Hierarchy) => parentsOn(links, hierarchy, day);
  return {
    day,
    agencies: agenciesOn(register, day),
    parents: { party: below('party'), front: below('front') },
  };
}

/** The agencies of a day and the province's groups unfolded over them, for matching printed names. */
export async function matchingOn(
  tx: Tx,
  day: string,
): Promise<{ agencies: Agency[]; groups: (UnfoldedGroup & { key: string })[] }> {
  const [groups, exceptions] = [await listGroups(tx), await listExceptions(tx)];
  const needsParents = groups.some(({ hierarchy }) => hierarchy !== 'state');
  const standing = needsParents
    ? await standingOn(tx, day)
    : { day, agencies: await listAgenciesOn(tx, day) };
  return {
    agencies: [...standing.agencies],
    groups: groups
      .filter((group) => !group.isRemoved)
      .map((group) => {
        const own = exceptions.filter(({ groupId }) => groupId === group.id);
        const memberIds = new Set(membersOn(group, own, standing).map(({ id }) => id));
        return { key: group.key, name: group.name, phrases: group.phrases, memberIds };
      }),
  };
}

/** The row of a group, made of what is shipped when it is changed for the first time. Held until the transaction ends. */
export async function keepRow(tx: Tx, group: KeptGroup): Promise<string> {
  const { id } = await tx
    .insertInto('agency_group')
    .values(rowOf(group))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet({ key: group.key }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateGroup(tx: Tx, id: string, group: Group & { isRemoved: boolean }): Promise<void> {
  await tx.updateTable('agency_group').set(rowOf(group)).where('id', '=', id).execute();
}

const rowOf = (group: Group & { isRemoved: boolean }) => ({
  key: group.key,
  name: group.name,
  phrases: group.phrases,
  kinds: group.kinds,
  hierarchy: group.hierarchy,
  below_id: group.belowId,
  without_names: group.withoutNames,
  is_removed: group.isRemoved,
});

export async function insertException(
  tx: Tx,
  groupId: string,
  given: Omit<KeptException, 'id' | 'groupId'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('agency_group_exception')
    .values({
      group_id: groupId,
      agency_id: given.agencyId,
      kind: given.kind,
      reason: given.reason,
      valid_from: given.validFrom,
      valid_to: given.validTo,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** `lastDay` null takes it away altogether: it never held. */
export async function endException(tx: Tx, id: string, lastDay: string | null): Promise<void> {
  if (lastDay)
    await tx.updateTable('agency_group_exception').set({ valid_to: lastDay }).where('id', '=', id).execute();
  else await tx.deleteFrom('agency_group_exception').where('id', '=', id).execute();
}
