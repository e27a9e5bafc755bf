import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Role } from '#app/platform/viewer.ts';

export type HeldMembership = {
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
    .select(['membership.person_id as personId', 'person.name as personName', 'membership.role'])
    .select(['membership.agency_id as agencyId', 'membership.valid_from as validFrom'])
    .select('membership.valid_to as validTo')
    .where('membership.agency_id', 'in', [...agencyIds])
    .orderBy(sql`person.name collate "vi-x-icu"`)
    .execute();

/**
 * Sets when a person holds a role in an agency; null: never. Held twice over the years, it is the latest time that
 * is meant.
 */
export async function putMembership(
  tx: Tx,
  of: { personId: string; agencyId: string; role: Role },
  period: { validFrom: string; validTo: string | null } | null,
): Promise<void> {
  const latest = await tx
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', of.personId)
    .where('agency_id', '=', of.agencyId)
    .where('role', '=', of.role)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  const dates = period && { valid_from: period.validFrom, valid_to: period.validTo };
  if (latest && dates) await tx.updateTable('membership').set(dates).where('id', '=', latest.id).execute();
  else if (latest) await tx.deleteFrom('membership').where('id', '=', latest.id).execute();
  else if (dates)
    await tx
      .insertInto('membership')
      .values({ person_id: of.personId, agency_id: of.agencyId, role: of.role, ...dates })
      .execute();
}
