import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { type Register, rowReader } from '#libraries/register/index.ts';
import { stands } from '../narrow-rows.store.ts';
import { columnsOf, getRows, type Raw } from '../row.store.ts';
import { alikeKeys, type KnownRow } from './plan-import.ts';

/** Whose the standing rows are, by what tells them apart. */
export async function standingKeys(tx: Tx, register: Register): Promise<Map<string, string>> {
  if (!register.alike.length) return new Map();
  const { rows } = await sql<Raw & { keeperName: string }>`
    select a.name as "keeperName"${columnsOf(register, register.alike)}
    from ${sql.table(register.table)} t join agency a on a.tenant_id = t.tenant_id and a.id = t.agency_id
    where ${stands}`.execute(tx);
  const [read, keyOf] = [rowReader(register, register.alike), alikeKeys(register)];
  return new Map(rows.map((row) => [keyOf(read(row)), row.keeperName]));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The rows that a sheet names by their keys; those set aside or merged are not there. */
export async function rowsOfKeys(tx: Tx, register: Register, keys: readonly string[]): Promise<KnownRow[]> {
  const ids = [...new Set(keys)].filter((key) => UUID.test(key));
  if (!ids.length) return [];
  const rows = await getRows(tx, register, ids);
  return rows
    .filter(({ removedAt, mergedInto }) => !removedAt && !mergedInto)
    .map((row) => ({ ...row, title: String(row.values[register.title]) }));
}
