import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { foundBy } from '#libraries/register/index.ts';
import { findRegister } from './find-register.ts';

/** A row that was found by its words; `others`: what else it is found by. */
export type FoundRow = { id: string; title: string; agencyName: string; others: string[] };

/** Rows of a register that everybody may read, as search shows them. */
export async function listFoundRows(tx: Tx, name: string, ids: readonly string[]): Promise<FoundRow[]> {
  const register = findRegister(name);
  if (!register) return [];
  const [title, ...others] = foundBy(register).map((column) => sql.ref(`t.${column}`));
  const { rows } = await sql<FoundRow>`
    select t.id, ${title} as title, a.name as "agencyName",
      array_remove(array[${sql.join([sql`null::text`, ...others])}], null) as others
    from ${sql.table(register.table)} t join agency a on a.tenant_id = t.tenant_id and a.id = t.agency_id
    where t.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** What a register is called, in Vietnamese. */
export const registerSaid = (name: string): string => findRegister(name)?.said[0] ?? name;
