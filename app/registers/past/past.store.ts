import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { fromColumns, type Register, type Row, toColumns } from '#libraries/register/index.ts';
import { type PastLine, rowBefore } from './row-before.ts';

type Raw = Record<string, unknown> & {
  id: string;
  agency_id: string;
  state: string | null;
  removed_at: string | null;
  merged_into: string | null;
};

/** The instant at which a day in Viet Nam is over. */
export const endOf = (day: string) =>
  sql<Date>`((${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/**
 * The rows of a register as they stood when a day was over, in place of its table. Rows that nothing was told of since
 * are read as they are; of the others, each line of their history since then is taken back. Sealed fields stay empty.
 */
export async function rowsAsOf(tx: Tx, register: Register, day: string): Promise<RawBuilder<unknown>> {
  const table = sql.table(register.table);
  const { rows: told } = await sql<{ now: Raw; lines: PastLine[] }>`
    select to_jsonb(t) as now, e.lines from ${table} t join (
      select subject_id, jsonb_agg(jsonb_build_object('kind', kind, 'payload', payload) order by seq desc) as lines
      from event where subject_kind = ${register.name} and at >= ${endOf(day)} group by subject_id) e on e.subject_id = t.id
    where t.created_at < ${endOf(day)}`.execute(tx);
  const then = told.flatMap(({ now, lines }) => asColumns(register, now, lines) ?? []);
  const ids = told.map(({ now }) => now.id);
  return sql`(select * from ${table} x where x.created_at < ${endOf(day)} and x.id <> all(${ids}::uuid[])
    union all select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(then)}::jsonb))`;
}

function asColumns(register: Register, now: Raw, lines: readonly PastLine[]): Raw | null {
  const values: Row = Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => [
      name,
      field.isSealed ? null : fromColumns(name, field, now),
    ]),
  );
  const { agency_id: agencyId, state, removed_at, merged_into: mergedInto } = now;
  const then = rowBefore(
    register,
    { agencyId, state, values, sealed: [], isRemoved: removed_at !== null, mergedInto },
    lines,
  );
  return (
    then && {
      ...now,
      ...toColumns(register, then.values),
      agency_id: then.agencyId,
      state: then.state,
      // The day does not matter to who asks whether the row stands.
      removed_at: then.isRemoved ? (removed_at ?? '1970-01-01T00:00:00Z') : null,
      merged_into: then.mergedInto,
    }
  );
}
