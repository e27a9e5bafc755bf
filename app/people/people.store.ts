import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Role } from '#app/platform/viewer.ts';
import type { PeopleState } from './people.contract.ts';
import type { DatedRole } from './person.ts';

export type ListedPerson = {
  id: string;
  name: string;
  title: string | null;
  email: string;
  hasPassword: boolean;
  lastSeenAt: Date | null;
  endedOn: string | null;
  substitute: string | null;
  roles: { agencyId: string; agencyName: string; role: Role; from: string }[];
};

export type PeopleFilter = {
  text?: string | undefined;
  agency?: string | undefined;
  role?: Role | undefined;
  state?: PeopleState | undefined;
  /** null: every agency. */
  agencies: string[] | null;
  today: string;
  /** Seen before this instant, or never, counts as idle. */
  idleBefore: Date;
};

const like = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** People by name in Vietnamese order, erased ones left out; each word of `text` is found anywhere, without diacritics. */
export async function listPeople(tx: Tx, filter: PeopleFilter, limit: number): Promise<ListedPerson[]> {
  const { today } = filter;
  const words = (filter.text ?? '').trim().split(/\s+/).filter(Boolean);
  const held = (which: ReturnType<typeof sql>) => sql`exists (select from membership m
    where m.tenant_id = person.tenant_id and m.person_id = person.id and ${which})`;
  const current = sql`(m.valid_to is null or m.valid_to >= ${today}::date)`;
  const conditions = [
    sql`person.erased_at is null`,
    ...words.map((word) => sql`person.folded like fold(${like(word)})`),
    ...(filter.agencies ? [held(sql`m.agency_id = any(${filter.agencies}) `)] : []),
    ...(filter.agency ? [held(sql`m.agency_id = ${filter.agency} and ${current}`)] : []),
    ...(filter.role ? [held(sql`m.role = ${filter.role} and ${current}`)] : []),
    ...(filter.state ? [stateIs(filter.state, filter)] : []),
  ];
  const { rows } = await sql<ListedPerson>`
    select person.id, person.name, person.title, person.email, person.password_hash is not null as "hasPassword",
      person.last_entered_at as "lastSeenAt", person.ended_on as "endedOn",
      (select min(stand.name) from absence a join person stand on stand.tenant_id = a.tenant_id and stand.id = a.substitute_id
        where a.tenant_id = person.tenant_id and a.person_id = person.id and a.cancelled_at is null
          and ${today}::date between a.from_on and a.to_on) as substitute,
      coalesce((select jsonb_agg(jsonb_build_object('agencyId', m.agency_id, 'agencyName', agency.name, 'role', m.role, 'from', m.valid_from)
          order by agency.name, m.role)
        from membership m join agency on agency.tenant_id = m.tenant_id and agency.id = m.agency_id
        where m.tenant_id = person.tenant_id and m.person_id = person.id and ${current}), '[]') as roles
    from person where ${sql.join(conditions, sql` and `)}
    order by person.name collate "vi-x-icu", person.id limit ${limit}`.execute(tx);
  return rows;
}

function stateIs(state: PeopleState, { today, idleBefore }: PeopleFilter) {
  const left = sql`(coalesce(person.ended_on < ${today}::date, false) or not exists (select from membership m
    where m.tenant_id = person.tenant_id and m.person_id = person.id and (m.valid_to is null or m.valid_to >= ${today}::date)))`;
  if (state === 'left') return left;
  const away = sql`exists (select from absence a where a.tenant_id = person.tenant_id and a.person_id = person.id
    and a.cancelled_at is null and ${today}::date between a.from_on and a.to_on)`;
  if (state === 'away') return sql`not ${left} and ${away}`;
  if (state === 'new') return sql`not ${left} and person.last_entered_at is null`;
  if (state === 'idle') return sql`not ${left} and person.last_entered_at < ${idleBefore}`;
  return sql`not ${left}`;
}

export type PersonRecord = {
  id: string;
  name: string;
  title: string | null;
  email: string;
  hasPassword: boolean;
  endedOn: string | null;
  erasedAt: Date | null;
  lastSeenAt: Date | null;
};

/** `forUpdate` holds the person's row until the transaction ends. @throws Problem 404 */
export async function getPerson(tx: Tx, id: string, { forUpdate = false } = {}): Promise<PersonRecord> {
  const query = tx
    .selectFrom('person')
    .select(['id', 'name', 'title', 'email', 'ended_on as endedOn', 'erased_at as erasedAt'])
    .select('last_entered_at as lastSeenAt')
    .select(sql<boolean>`password_hash is not null`.as('hasPassword'))
    .where('id', '=', id);
  const found = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (!found) throw notFound('người này');
  return found;
}

/** All roles a person ever held, the running ones first. */
export const listRoles = (tx: Tx, personId: string): Promise<(DatedRole & { agencyName: string })[]> =>
  tx
    .selectFrom('membership')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'membership.tenant_id')
        .onRef('agency.id', '=', 'membership.agency_id'),
    )
    .select([
      'membership.id',
      'membership.agency_id as agencyId',
      'agency.name as agencyName',
      'membership.role',
      'membership.valid_from as from',
      'membership.valid_to as to',
    ])
    .where('membership.person_id', '=', personId)
    .orderBy(sql`membership.valid_to desc nulls first`)
    .orderBy('membership.valid_from', 'desc')
    .orderBy('agency.name')
    .execute();

export async function insertRole(
  tx: Tx,
  personId: string,
  role: { agencyId: string; role: Role; from: string; to: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('membership')
    .values({
      person_id: personId,
      agency_id: role.agencyId,
      role: role.role,
      valid_from: role.from,
      valid_to: role.to,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A role that ends before it begins was never held: its row stays, one day short. */
export async function setRoleEnd(tx: Tx, roleId: string, lastDay: string | null): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ valid_to: lastDay === null ? null : sql<string>`greatest(${lastDay}::date, valid_from - 1)` })
    .where('id', '=', roleId)
    .execute();
}

export async function updatePerson(
  tx: Tx,
  id: string,
  change: { name: string; title: string | null; email: string },
): Promise<void> {
  await tx.updateTable('person').set(change).where('id', '=', id).execute();
}

export async function setWorkEnd(tx: Tx, id: string, lastDay: string | null): Promise<void> {
  await tx.updateTable('person').set({ ended_on: lastDay }).where('id', '=', id).execute();
}

/** Ends what lets a person in: sessions and links that were not used. */
export async function closeDoors(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('session').where('person_id', '=', personId).execute();
  await tx.deleteFrom('entry_link').where('person_id', '=', personId).where('used_at', 'is', null).execute();
}

/** How many others administer the province on a day. */
export async function countOtherAdministrators(tx: Tx, personId: string, day: string): Promise<number> {
  const { count } = await tx
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('person_id', '!=', personId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .executeTakeFirstOrThrow();
  return count;
}

/** People who hold a role in an agency on every day of a stretch: who can stand in there. */
export async function listColleagues(
  tx: Tx,
  agencyId: string,
  { from, to, except }: { from: string; to: string; except: string },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct person.id, person.name, person.name collate "vi-x-icu" as sorted from person
    join membership m on m.tenant_id = person.tenant_id and m.person_id = person.id
    where m.agency_id = ${agencyId} and person.id <> ${except} and person.erased_at is null
      and (person.ended_on is null or person.ended_on >= ${to}::date)
      and m.valid_from <= ${from}::date and (m.valid_to is null or m.valid_to >= ${to}::date)
    order by sorted`.execute(tx);
  return rows.map(({ id, name }) => ({ id, name }));
}
