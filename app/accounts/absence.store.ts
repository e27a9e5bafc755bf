import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { Membership } from '#app/platform/viewer.ts';
import { listMemberships } from './account.store.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    absence: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      person_id: string;
      agency_id: string;
      substitute_id: string;
      from_on: string;
      to_on: string;
      set_by: string;
      set_at: Date;
      cancelled_at: Filled<Date | null>;
    };
  }
}

/** Has this person's work ended before the day, or were their details erased? Then they do not come in. */
export async function hasLeft(tx: Tx, personId: string, day: string): Promise<boolean> {
  const left = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('ended_on', '<', day), eb('erased_at', 'is not', null)]))
    .executeTakeFirst();
  return left !== undefined;
}

/**
 * What a person may act with on a day: the roles they hold, then those of colleagues who are away and named them
 * as substitute. To administer is not handed to a substitute: an administrator gives it, dated, to a named person.
 */
export async function listRolesOn(tx: Tx, personId: string, day: string): Promise<Membership[]> {
  const { rows } = await sql<Membership & { awayId: string; awayName: string }>`
    select m.agency_id as "agencyId", agency.name as "agencyName", m.role, away.id as "awayId", away.name as "awayName"
    from absence
    join membership m on m.tenant_id = absence.tenant_id and m.person_id = absence.person_id and m.agency_id = absence.agency_id
    join person away on away.tenant_id = absence.tenant_id and away.id = absence.person_id
    join agency on agency.tenant_id = m.tenant_id and agency.id = m.agency_id
    where absence.substitute_id = ${personId} and absence.cancelled_at is null
      and ${day}::date between absence.from_on and absence.to_on
      and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
      and m.role <> 'administrator'
      and exists (select from membership own where own.tenant_id = m.tenant_id and own.person_id = ${personId}
        and own.agency_id = absence.agency_id
        and own.valid_from <= ${day}::date and (own.valid_to is null or own.valid_to >= ${day}::date))
    order by away.name collate "vi-x-icu", m.role`.execute(tx);
  return [
    ...(await listMemberships(tx, personId, day)),
    ...rows.map(({ awayId, awayName, ...role }) => ({
      ...role,
      onBehalfOf: { personId: awayId, name: awayName },
    })),
  ];
}
