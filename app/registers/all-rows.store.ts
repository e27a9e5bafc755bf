import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { columnOf, type Register, rowReader, type Target } from '#libraries/register/index.ts';
import { type ListQuery, narrowed, orderOf, stands } from './narrow-rows.store.ts';
import { columnsOf, namesOf, type Raw, type RowInList } from './row.store.ts';
import { existing } from './targets.store.ts';

const BATCH = 1000;

const facts = sql`t.id, t.agency_id as "agencyId", t.state, t.state_on as "stateOn"`;
type Facts = Pick<RowInList, 'id' | 'agencyId' | 'state' | 'stateOn'>;

/**
 * Every row of a list in its order, a few at a time out of one cursor, so that no more are held at once. Names of what
 * rows point at are asked for once each.
 */
export async function* readAllRows(
  tx: Tx,
  register: Register,
  query: ListQuery,
  fields: readonly string[],
): AsyncGenerator<RowInList[]> {
  await sql`declare register_rows no scroll cursor for
    select ${facts}${columnsOf(register, fields)} from ${sql.table(register.table)} t
    where ${narrowed(query)} order by ${orderOf(register, query.sort)}`.execute(tx);
  const read = rowReader(register, fields);
  const names: Record<string, string> = {};
  for (;;) {
    const { rows } = await sql<Raw & Facts>`fetch ${sql.lit(BATCH)} from register_rows`.execute(tx);
    if (!rows.length) break;
    const batch = rows.map((raw) => ({ ...factsOf(raw), values: read(raw) }));
    await addNames(tx, register, fields, batch, names);
    yield batch.map((row) => ({ ...row, names, agencyName: names[row.agencyId] ?? '…' }));
  }
  await sql`close register_rows`.execute(tx);
}

const factsOf = ({ id, agencyId, state, stateOn }: Facts): Facts => ({ id, agencyId, state, stateOn });

async function addNames(
  tx: Tx,
  register: Register,
  fields: readonly string[],
  rows: readonly Pick<RowInList, 'agencyId' | 'values'>[],
  names: Record<string, string>,
): Promise<void> {
  const wanted = new Map<Target, Set<string>>([['agency', new Set(rows.map(({ agencyId }) => agencyId))]]);
  for (const name of fields) {
    const { refersTo, pointsAt } = register.fields[name]!;
    if (!refersTo) continue;
    const ids = rows.flatMap(({ values }) => ((values[name] ?? null) === null ? [] : pointsAt(values[name])));
    wanted.set(refersTo, new Set([...(wanted.get(refersTo) ?? []), ...ids]));
  }
  for (const [target, ids] of wanted) {
    const unknown = [...ids].filter((id) => !(id in names));
    if (unknown.length) Object.assign(names, Object.fromEntries(await existing(tx, target, unknown)));
  }
}

/** Rows of an agency whose day lies in a window, in its order: `on` is a field's day, or null for the day of entering. */
export async function listRowsBetween(
  tx: Tx,
  register: Register,
  {
    agencyId,
    from,
    to,
    on,
  }: { agencyId: string; from: string; to: string; on: { field: string; suffix: string } | null },
  fields: readonly string[],
  most: number,
): Promise<{ row: Omit<RowInList, 'agencyId' | 'agencyName' | 'state' | 'stateOn'>; day: string }[]> {
  const day = on
    ? sql.ref(`t.${columnOf(on.field, on)}`)
    : sql`(t.created_at at time zone 'Asia/Ho_Chi_Minh')::date`;
  const { rows } = await sql<Raw & { id: string; dayTold: string; namesById?: Record<string, string> }>`
    select t.id, ${day} as "dayTold"${namesOf(register, fields)}${columnsOf(register, fields)} from ${sql.table(register.table)} t
    where ${stands} and t.agency_id = ${agencyId} and ${day} between ${from} and ${to}
    order by ${day}, t.id limit ${most}`.execute(tx);
  const read = rowReader(register, fields);
  return rows.map((raw) => ({
    row: { id: raw.id, values: read(raw), names: raw.namesById ?? {} },
    day: raw.dayTold,
  }));
}
