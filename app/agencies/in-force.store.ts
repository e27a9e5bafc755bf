import { sql } from 'kysely';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';

/**
 * Brings `agency.name`, `agency.is_in_force` and `agency_parent.is_in_force` to what the dated rows say of a day.
 * To be called after every change of validity, names or parents; the nightly job does it when a day begins.
 * An agency without a full name that day keeps the one before, or takes the first to come.
 */
export async function putInForce(tx: Tx, day: string): Promise<void> {
  await sql`
    update agency set name = now.name, is_in_force = now.is_in_force
    from (
      select a.id, daterange(a.valid_from, a.valid_to, '[]') @> ${day}::date as is_in_force,
        coalesce((
          select n.name from agency_name n
          where n.tenant_id = a.tenant_id and n.agency_id = a.id and n.kind = 'full'
          order by coalesce(n.valid_from <= ${day}::date, true) desc,
            case when coalesce(n.valid_from <= ${day}::date, true) then n.valid_from end desc nulls last,
            n.valid_from
          limit 1), a.name) as name
      from agency a) now
    where agency.id = now.id and (agency.name, agency.is_in_force) is distinct from (now.name, now.is_in_force)`.execute(
    tx,
  );
  await sql`
    update agency_parent set is_in_force = not is_in_force
    where is_in_force <> (daterange(valid_from, valid_to, '[]') @> ${day}::date)`.execute(tx);
}

/** At midnight names, agencies and parents of the new day come into force. */
export const agenciesInForce: Job = {
  name: 'agencies.in-force',
  at: '00:00',
  run: async (house: House, day: string) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, (tx) => putInForce(tx, day));
  },
};
