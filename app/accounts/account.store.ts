import { sql } from 'kysely';
import type { Database, Filled, Tx } from '#app/platform/database.ts';
import type { Role } from '#app/platform/viewer.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    tenant: { id: Filled<string>; name: string; host: string | null; created_at: Filled<Date> };
    person: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      name: string;
      email: string;
      title: string | null;
      password_hash: string | null;
      created_at: Filled<Date>;
      password_set_at: Filled<Date | null>;
      last_entered_at: Filled<Date | null>;
      two_step_asked_at: Filled<Date | null>;
      ended_on: Filled<string | null>;
      erased_at: Filled<Date | null>;
    };
    membership: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      person_id: string;
      agency_id: string;
      role: Role;
      valid_from: Filled<string>;
      valid_to: string | null;
    };
  }
}

export type Person = {
  id: string;
  name: string;
  email: string;
  title: string | null;
  passwordHash: string | null;
  lastEnteredAt: Date | null;
};

/** The province that a web address belongs to: the one registered for the host, or the only one there is. */
export async function findTenant(
  db: Database,
  host: string,
): Promise<{ id: string; name: string } | undefined> {
  const rows = await db
    .selectFrom('tenant')
    .select(['id', 'name', 'host'])
    .orderBy('created_at')
    .limit(1000)
    .execute();
  return rows.find((row) => row.host === host) ?? (rows.length === 1 ? rows[0] : undefined);
}

const personColumns = [
  'id',
  'name',
  'email',
  'title',
  'password_hash as passwordHash',
  'last_entered_at as lastEnteredAt',
] as const;

export const findPerson = (tx: Tx, id: string): Promise<Person | undefined> =>
  tx.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst();

export const findPersonByEmail = (tx: Tx, email: string): Promise<Person | undefined> =>
  tx
    .selectFrom('person')
    .select(personColumns)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();

export async function insertPerson(
  tx: Tx,
  person: { name: string; email: string; title: string | null },
): Promise<string> {
  const row = await tx
    .insertInto('person')
    .values({ ...person, password_hash: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function insertMembership(
  tx: Tx,
  membership: { personId: string; agencyId: string; role: Role },
): Promise<void> {
  await tx
    .insertInto('membership')
    .values({
      person_id: membership.personId,
      agency_id: membership.agencyId,
      role: membership.role,
      valid_to: null,
    })
    .execute();
}

export async function setPasswordHash(tx: Tx, personId: string, hash: string, now: Date): Promise<void> {
  await tx
    .updateTable('person')
    .set({ password_hash: hash, password_set_at: now })
    .where('id', '=', personId)
    .execute();
}

/** Begins the days of grace, once. */
export async function noteTwoStepAsked(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('person')
    .set({ two_step_asked_at: now })
    .where('id', '=', personId)
    .where('two_step_asked_at', 'is', null)
    .execute();
}

/** People who hold a role but have never set a password, with their roles: those an operator may hand a first link. */
export function listNewcomers(
  tx: Tx,
): Promise<{ id: string; name: string; email: string; role: Role; agencyName: string }[]> {
  return tx
    .selectFrom('person')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.tenant_id', '=', 'person.tenant_id')
        .onRef('membership.person_id', '=', 'person.id'),
    )
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'membership.tenant_id')
        .onRef('agency.id', '=', 'membership.agency_id'),
    )
    .select(['person.id', 'person.name', 'person.email', 'membership.role', 'agency.name as agencyName'])
    .where('person.password_hash', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('person.created_at')
    .orderBy('person.email')
    .execute();
}
