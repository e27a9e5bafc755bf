import { type RawBuilder, sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { Membership } from '#app/platform/viewer.ts';

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

/** A role as the database tells it: whose it is while they are away, beside it. */
export type HeldRole = Omit<Membership, 'onBehalfOf'> & { awayId: string | null; awayName: string | null };

/**
 * What a person may act with on a day: the roles they hold, then those of colleagues who are away and named them
 * as substitute. To administer is not handed to a substitute: an administrator gives it, dated, to a named person.
 * A list of `HeldRole` inside the statement that finds a session, because every request asks it.
 */
export function rolesOn(person: RawBuilder<unknown>, day: string): RawBuilder<HeldRole[]> {
  const holdsOn = (of: string) =>
    sql`${sql.ref(`${of}.valid_from`)} <= ${day}::date
      and (${sql.ref(`${of}.valid_to`)} is null or ${sql.ref(`${of}.valid_to`)} >= ${day}::date)`;
  return sql`(select coalesce(json_agg(one), '[]') from (
    select held.agency_id as "agencyId", agency.name as "agencyName", held.role,
      away.id as "awayId", away.name as "awayName"
    from (
      select m.tenant_id, m.agency_id, m.role, null::uuid as away_id
      from membership m where m.person_id = ${person} and ${holdsOn('m')}
      union all
      select m.tenant_id, m.agency_id, m.role, absence.person_id
      from absence
      join membership m on m.tenant_id = absence.tenant_id and m.person_id = absence.person_id
        and m.agency_id = absence.agency_id
      where absence.substitute_id = ${person} and absence.cancelled_at is null
        and ${day}::date between absence.from_on and absence.to_on
        and ${holdsOn('m')} and m.role <> 'administrator'
        and exists (select from membership own where own.tenant_id = m.tenant_id and own.person_id = ${person}
          and own.agency_id = absence.agency_id and ${holdsOn('own')})) held
    join agency on agency.tenant_id = held.tenant_id and agency.id = held.agency_id
    left join person away on away.tenant_id = held.tenant_id and away.id = held.away_id
    order by away.id is not null, away.name collate "vi-x-icu", agency.name collate "vi-x-icu", held.role) one)`;
}

export const membershipOf = ({ awayId, awayName, ...role }: HeldRole): Membership => ({
  ...role,
  ...(awayId && awayName ? { onBehalfOf: { personId: awayId, name: awayName } } : {}),
});

/** Absences of these agencies that are not over or called off, as a succession sees them. */
export const listAbsencesOf = (tx: Tx, agencyIds: readonly string[]) =>
  tx
    .selectFrom('absence')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'absence.tenant_id').onRef('person.id', '=', 'absence.person_id'),
    )
    .select([
      'absence.id',
      'absence.person_id as personId',
      'person.name as personName',
      'absence.agency_id as agencyId',
      'absence.from_on as fromOn',
      'absence.to_on as toOn',
    ])
    .where('absence.agency_id', '=', sql<string>`any(${[...agencyIds]}::uuid[])`)
    .where('absence.cancelled_at', 'is', null)
    .execute();

/** An absence goes with the role that its person has elsewhere now. */
export async function moveAbsence(tx: Tx, id: string, { agencyId }: { agencyId: string }): Promise<void> {
  await tx.updateTable('absence').set({ agency_id: agencyId }).where('id', '=', id).execute();
}
