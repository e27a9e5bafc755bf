import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import {
  closedOn,
  columnOf,
  endingField,
  fromColumns,
  type Register,
  type Said,
} from '#libraries/register/index.ts';
import { registers } from '../declared/all.ts';

/** A row that an agency keeps, as far as a succession asks. `closedOn`: the day it is over; null while it is open. */
export type HeldRow = {
  id: string;
  register: string;
  /** The register in Vietnamese and English. */
  said: Said;
  label: string;
  agencyId: string;
  revision: number;
  closedOn: string | null;
};

/** Rows of all registers that these agencies keep; what was set aside or merged asks for nothing. */
export async function listRowsOfAgencies(tx: Tx, agencyIds: readonly string[]): Promise<HeldRow[]> {
  if (!agencyIds.length) return [];
  const held: HeldRow[] = [];
  for (const register of registers) held.push(...(await rowsOf(tx, register, agencyIds)));
  return held;
}

type Raw = Omit<HeldRow, 'register' | 'said' | 'closedOn'> & {
  state: string | null;
  stateOn: string;
} & Record<string, unknown>;

async function rowsOf(tx: Tx, register: Register, agencyIds: readonly string[]): Promise<HeldRow[]> {
  const ending = endingField(register)?.split('.')[0];
  const field = ending === undefined ? undefined : register.fields[ending];
  const columns = (field?.parts ?? []).map((part) => sql`, ${sql.ref(`t.${columnOf(ending!, part)}`)}`);
  const { rows } = await sql<Raw>`
    select t.id, ${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)} as label, t.agency_id as "agencyId",
      t.revision, t.state, t.state_on as "stateOn"${sql.join(columns, sql``)}
    from ${sql.table(register.table)} t
    where t.agency_id = any(${[...agencyIds]}::uuid[]) and t.removed_at is null and t.merged_into is null
    order by t.created_at, t.id`.execute(tx);
  return rows.map(({ id, label, agencyId, revision, state, stateOn, ...raw }) => ({
    id,
    register: register.name,
    said: register.said,
    label,
    agencyId,
    revision,
    closedOn: closedOn(register, {
      state,
      stateOn,
      values: field ? { [ending!]: fromColumns(ending!, field, raw) } : {},
    }),
  }));
}

/** Rows of one register go to other agencies, and the days they set with them. */
export async function putAgencyOfRows(
  tx: Tx,
  register: Register,
  rows: readonly { id: string; agencyId: string }[],
): Promise<void> {
  const [ids, agencies] = [rows.map(({ id }) => id), rows.map(({ agencyId }) => agencyId)];
  const going = sql`unnest(${ids}::uuid[], ${agencies}::uuid[]) as go(id, agency_id)`;
  await sql`update ${sql.table(register.table)} t set agency_id = go.agency_id, revision = t.revision + 1
    from ${going} where t.id = go.id`.execute(tx);
  await sql`update register_due d set agency_id = go.agency_id
    from ${going} where d.register = ${register.name} and d.row_id = go.id`.execute(tx);
}
