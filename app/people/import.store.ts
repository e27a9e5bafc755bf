import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Known } from './import-people.ts';

/** Those who have one of these addresses, with their roles, by address in small letters. */
export async function listKnown(tx: Tx, emails: string[]): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    select person.id, lower(person.email) as email, person.name,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'agencyId', m.agency_id, 'role', m.role,
          'from', m.valid_from, 'to', m.valid_to))
        from membership m where m.tenant_id = person.tenant_id and m.person_id = person.id), '[]') as roles
    from person where lower(person.email) = any(${emails})`.execute(tx);
  return new Map(rows.map((one) => [one.email, one]));
}
