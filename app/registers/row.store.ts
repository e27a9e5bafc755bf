import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import { columnOf, type Register, type Row, rowReader } from '#libraries/register/index.ts';
import { namesOfColumn } from './targets.store.ts';

/** A row as the store hands it out; what is sealed stands in `sealed` as it lies in the table. */
export type StoredRow = {
  id: string;
  agencyId: string;
  agencyName: string;
  revision: number;
  state: string | null;
  stateOn: string;
  createdAt: Date;
  changedAt: Date;
  createdBy: string | null;
  changedBy: string | null;
  removedAt: Date | null;
  mergedInto: string | null;
  values: Row;
  sealed: Record<string, Buffer>;
  /** Names of what references point at, by id. */
  names: Record<string, string>;
};

/** What a list, a file or a figure reads of a row; nothing that is sealed. */
export type RowInList = Pick<
  StoredRow,
  'id' | 'agencyId' | 'agencyName' | 'state' | 'stateOn' | 'values' | 'names'
>;

export type Raw = { [column: string]: unknown };

const own = sql`t.id, t.agency_id as "agencyId", t.revision, t.state, t.state_on as "stateOn", t.created_at as "createdAt",
    t.changed_at as "changedAt", t.created_by as "createdBy", t.changed_by as "changedBy", t.removed_at as "removedAt",
    t.merged_into as "mergedInto"`;

/** The columns of `t` in which fields stand, each after a comma. */
export const columnsOf = (register: Register, fields: readonly string[]) =>
  sql.join(
    fields.flatMap((name) =>
      register.fields[name]!.parts.map((part) => sql`, ${sql.ref(`t.${columnOf(name, part)}`)}`),
    ),
    sql``,
  );

/** Names of all that fields of `t` point at, by id, after a comma; nothing where none of them points at anything. */
export function namesOf(register: Register, fields: readonly string[]) {
  const named = fields.flatMap((name) => {
    const { refersTo, parts } = register.fields[name]!;
    return refersTo ? [namesOfColumn(refersTo, columnOf(name, parts[0]!), parts[0]!.type === 'uuid[]')] : [];
  });
  if (!named.length) return sql``;
  const all = sql.join(
    named.map((one) => sql`coalesce(${one}, '{}'::jsonb)`),
    sql` || `,
  );
  return sql`, ${all} as "namesById"`;
}

function stored(register: Register, raw: Raw): StoredRow {
  const fields = Object.entries(register.fields);
  const sealed = Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const held = field.isSealed ? ((raw[columnOf(name, field.parts[0]!)] as Buffer | null) ?? null) : null;
      return held ? [[name, held]] : [];
    }),
  );
  const { id, agencyId, agencyName, revision, state, stateOn, createdAt, changedAt } =
    raw as unknown as StoredRow;
  const { createdBy, changedBy, removedAt, mergedInto } = raw as unknown as StoredRow;
  const facts = { id, agencyId, agencyName, revision, state, stateOn, createdAt, changedAt };
  return {
    ...facts,
    ...{ createdBy, changedBy, removedAt, mergedInto },
    values: rowReader(register, Object.keys(register.fields))(raw),
    sealed,
    names: (raw.namesById as StoredRow['names'] | undefined) ?? {},
  };
}

/** @throws Problem 404 */
export async function getRow(
  tx: Tx,
  register: Register,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<StoredRow> {
  const [row] = await getRows(tx, register, [id], { forUpdate });
  if (!row) throw notFound(`${register.one[0]} này trong sổ`);
  return row;
}

/** The rows with these ids that there are, in no order. */
export async function getRows(
  tx: Tx,
  register: Register,
  ids: readonly string[],
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<StoredRow[]> {
  const fields = Object.keys(register.fields);
  const { rows } = await sql<Raw>`
    select ${own}, (select a.name from agency a where a.tenant_id = t.tenant_id and a.id = t.agency_id) as "agencyName"
      ${namesOf(register, fields)}${columnsOf(register, fields)}
    from ${sql.table(register.table)} t where t.id = any(${[...ids]}::uuid[])
    ${forUpdate ? sql`for update of t` : sql``}`.execute(tx);
  return rows.map((row) => stored(register, row));
}

/** Rows that others were merged into this one. */
export async function listMergedInto(tx: Tx, register: Register, id: string) {
  const { rows } = await sql<{ id: string; title: string; agencyName: string }>`
    select t.id, ${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)} as title, a.name as "agencyName"
    from ${sql.table(register.table)} t join agency a on a.tenant_id = t.tenant_id and a.id = t.agency_id
    where t.merged_into = ${id} order by t.created_at`.execute(tx);
  return rows;
}

export const titleOf = (register: Register) =>
  sql<string>`${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)}`;

export async function findTitle(tx: Tx, register: Register, id: string): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select ${titleOf(register)} as title from ${sql.table(register.table)} t where t.id = ${id}`.execute(tx);
  return rows[0]?.title ?? null;
}

export async function listIdsOfAgency(tx: Tx, register: Register, agencyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ${sql.table(register.table)} t where t.agency_id = ${agencyId} limit 5000`.execute(tx);
  return rows.map(({ id }) => id);
}
