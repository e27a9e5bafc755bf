import type { Filled, Tx } from '#app/platform/database.ts';
import type { NameKind } from './dated-name.ts';
import type { Hierarchy, ParentLink } from './hierarchy.ts';
import type { Period } from './period.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    agency_succession: {
      tenant_id: Filled<string>;
      succession_id: string;
      from_agency_id: string;
      to_agency_id: string;
      kind: string;
      on_day: string;
      share: string | null;
      basis: string;
    };
  }
}

/** "From `on` on, `toId` stands where `fromId` stood"; `share` is the field it took over, null: everything. */
export type SuccessionLink = {
  fromId: string;
  toId: string;
  kind: string;
  on: string;
  share: string | null;
  basis: string;
};

/** Who came after whom, the oldest change first. */
export const listSuccessionLinks = (tx: Tx): Promise<SuccessionLink[]> =>
  tx
    .selectFrom('agency_succession')
    .select(['from_agency_id as fromId', 'to_agency_id as toId', 'kind', 'on_day as on', 'share', 'basis'])
    .orderBy('on_day')
    .execute();

export async function insertSuccessionLinks(
  tx: Tx,
  successionId: string,
  links: readonly SuccessionLink[],
): Promise<void> {
  if (!links.length) return;
  await tx
    .insertInto('agency_succession')
    .values(
      links.map(({ fromId, toId, on, ...link }) => ({
        ...link,
        succession_id: successionId,
        from_agency_id: fromId,
        to_agency_id: toId,
        on_day: on,
      })),
    )
    .execute();
}

export async function deleteSuccessionLinks(tx: Tx, successionId: string): Promise<void> {
  await tx.deleteFrom('agency_succession').where('succession_id', '=', successionId).execute();
}

/** Sets when an agency stands; one that is not there yet is made, null takes it away. */
export async function putAgency(
  tx: Tx,
  id: string,
  row: (Period & { name?: string; kind?: string }) | null,
): Promise<void> {
  if (!row) {
    await tx.deleteFrom('agency').where('id', '=', id).execute();
    return;
  }
  const dates = { valid_from: row.validFrom, valid_to: row.validTo };
  if (row.name && row.kind)
    await tx
      .insertInto('agency')
      .values({ id, name: row.name, kind: row.kind, ...dates })
      .execute();
  else await tx.updateTable('agency').set(dates).where('id', '=', id).execute();
}

/** Sets one dated name by the id of its row; null takes it away. */
export async function putAgencyName(
  tx: Tx,
  id: string,
  row: (Period & { agencyId: string; name: string; kind: NameKind }) | null,
): Promise<void> {
  await tx.deleteFrom('agency_name').where('id', '=', id).execute();
  if (!row) return;
  await tx
    .insertInto('agency_name')
    .values({
      id,
      agency_id: row.agencyId,
      name: row.name,
      kind: row.kind,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    })
    .execute();
}

/** Sets one dated place in a hierarchy by the id of its row; null takes it away. */
export async function putAgencyParent(
  tx: Tx,
  id: string,
  row: (Period & { agencyId: string; hierarchy: Hierarchy; parentId: string }) | null,
): Promise<void> {
  await tx.deleteFrom('agency_parent').where('id', '=', id).execute();
  if (!row) return;
  await tx
    .insertInto('agency_parent')
    .values({
      id,
      agency_id: row.agencyId,
      hierarchy: row.hierarchy,
      parent_id: row.parentId,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    })
    .execute();
}

/** Places of units below these agencies, of all times. */
export const listUnitsOf = (tx: Tx, parentIds: readonly string[]): Promise<ParentLink[]> =>
  tx
    .selectFrom('agency_parent')
    .select(['id', 'agency_id as agencyId', 'hierarchy', 'parent_id as parentId'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .where('parent_id', 'in', [...parentIds])
    .orderBy('id')
    .execute();
