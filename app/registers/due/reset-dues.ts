import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Register } from '#libraries/register/index.ts';
import { readAllRows } from '../all-rows.store.ts';
import { setDues } from './set-dues.ts';

/** Sets the days of every row anew, after a count was set otherwise. */
export async function resetDues(tx: Tx, house: House, register: Register): Promise<void> {
  const fields = Object.keys(register.fields);
  const query = { conditions: [], reach: 'all' as const, sort: null };
  for await (const rows of readAllRows(tx, register, query, fields)) await setDues(tx, house, register, rows);
}
