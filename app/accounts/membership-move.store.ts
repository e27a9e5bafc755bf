import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Role } from '#app/platform/viewer.ts';

export type HeldMembership = {
  id: string;
  personId: string;
  personName: string;
  agencyId: string;
  role: Role;
  validFrom: string;
  validTo: string | null;
};

/** Who holds or held a role in these agencies, by name. */
export const listMembersOfAgencies = (tx: Tx, agencyIds: readonly string[]): Promise<HeldMembership[]> =>
  tx
    .selectFrom('membership')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'membership.tenant_id')
        .onRef('person.id', '=', 'membership.person_id'),
    )
    .select([
      'membership.id',
      'membership.person_id as personId',
      'person.name as personName',
      'membership.role',
    ])
    .select(['membership.agency_id as agencyId', 'membership.valid_from as validFrom'])
    .select('membership.valid_to as validTo')
    .where('membership.agency_id', 'in', [...agencyIds])
    .orderBy(sql`person.name collate "vi-x-icu"`)
    .execute();

/** Sets one dated role by the id of its row; null takes it away. */
export async function putMembership(
  tx: Tx,
  id: string,
  row: Omit<HeldMembership, 'id' | 'personName'> | null,
): Promise<void> {
  await tx.deleteFrom('membership').where('id', '=', id).execute();
  if (!row) return;
  await tx
    .insertInto('membership')
    .values({
      id,
      person_id: row.personId,
      agency_id: row.agencyId,
      role: row.role,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    })
    .execute();
}
