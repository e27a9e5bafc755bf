import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import {
  type AnyField,
  type Condition,
  columnOf,
  folded,
  fromColumns,
  type Register,
  type Row,
  type Target,
} from '#libraries/register/index.ts';
import { existing, namesOfColumn } from './targets.store.ts';

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

type Raw = { [column: string]: unknown };

/** Rows that stand: neither set aside nor merged into another. */
const stands = sql<boolean>`t.removed_at is null and t.merged_into is null`;

const own = sql`t.id, t.agency_id as "agencyId", t.revision, t.state, t.state_on as "stateOn", t.created_at as "createdAt",
    t.changed_at as "changedAt", t.created_by as "createdBy", t.changed_by as "changedBy", t.removed_at as "removedAt",
    t.merged_into as "mergedInto"`;

const columnsOf = (register: Register, fields: readonly string[]) =>
  sql.join(
    fields.flatMap((name) =>
      register.fields[name]!.parts.map((part) => sql`, ${sql.ref(`t.${columnOf(name, part)}`)}`),
    ),
    sql``,
  );

/** A row with the names of all it points at, in one statement. */
function selected(register: Register, fields: readonly string[]) {
  const named = fields.flatMap((name) => {
    const { refersTo, parts } = register.fields[name]!;
    return refersTo ? [namesOfColumn(refersTo, columnOf(name, parts[0]!), parts[0]!.type === 'uuid[]')] : [];
  });
  const names = named.length
    ? sql.join(
        named.map((one) => sql`coalesce(${one}, '{}'::jsonb)`),
        sql` || `,
      )
    : sql`'{}'::jsonb`;
  return sql`${own}, (select a.name from agency a where a.tenant_id = t.tenant_id and a.id = t.agency_id) as "agencyName",
    ${names} as "namesById"${columnsOf(register, fields)}`;
}

function stored(register: Register, fields: readonly string[], raw: Raw): StoredRow {
  const values: Row = {};
  const sealed: Record<string, Buffer> = {};
  for (const name of fields) {
    const field = register.fields[name]!;
    if (field.isSealed) {
      const held = raw[columnOf(name, field.parts[0]!)] as Buffer | null;
      if (held) sealed[name] = held;
    } else values[name] = fromColumns(name, field, raw);
  }
  const { id, agencyId, agencyName, revision, state, stateOn, createdAt, changedAt } =
    raw as unknown as StoredRow;
  const { createdBy, changedBy, removedAt, mergedInto } = raw as unknown as StoredRow;
  const facts = { id, agencyId, agencyName, revision, state, stateOn, createdAt, changedAt };
  const names = (raw as { namesById?: Record<string, string> }).namesById ?? {};
  return { ...facts, createdBy, changedBy, removedAt, mergedInto, values, sealed, names };
}

export type ListQuery = {
  words?: string | undefined;
  conditions: readonly { field: string; of: readonly Condition[] }[];
  states?: readonly string[] | undefined;
  agencyId?: string | undefined;
  /** 'all', or the agencies whose rows the viewer may read. */
  reach: 'all' | readonly string[];
  sort: { field: string; down: boolean } | null;
};

export type ListedRows = { rows: StoredRow[]; total: number; isMore: boolean };

/** Counted exactly as far as this; more is "hơn". */
export const COUNTED = 1000;

/** One page of a list with how many there are, in one statement. */
export async function listRows(
  tx: Tx,
  register: Register,
  query: ListQuery,
  { page, size }: { page: number; size: number },
): Promise<ListedRows> {
  const fields = listedFields(register);
  const table = sql.table(register.table);
  const wanted = sql`${stands} and ${narrowed(query)}`;
  const { rows } = await sql<Raw & { rowsCounted: number }>`
    select ${selected(register, fields)}, counted.many as "rowsCounted"
    from ${table} t, (select count(*)::integer as many from (select 1 from ${table} t where ${wanted} limit ${sql.lit(COUNTED + 1)}) few) counted
    where ${wanted} order by ${orderOf(register, query.sort)} limit ${size} offset ${(page - 1) * size}`.execute(
    tx,
  );
  return storedRows(register, rows);
}

/** A page as it came from the database. */
export function storedRows(register: Register, rows: readonly Raw[]): ListedRows {
  const fields = listedFields(register);
  const counted = (rows[0]?.rowsCounted as number | undefined) ?? 0;
  return {
    rows: rows.map((row) => stored(register, fields, row)),
    total: Math.min(counted, COUNTED),
    isMore: counted > COUNTED,
  };
}

const listedFields = (register: Register) => [...new Set([register.title, ...register.list])];

/** Rows that stand, of many registers, counted as far as `COUNTED`. */
export async function countRows(tx: Tx, register: Register, reach: ListQuery['reach']): Promise<number> {
  const { rows } = await sql<{ many: number }>`select count(*)::integer as many from (
    select 1 from ${sql.table(register.table)} t where ${stands} and ${within(reach)} limit ${sql.lit(COUNTED + 1)}) few`.execute(
    tx,
  );
  return rows[0]!.many;
}

const BATCH = 1000;

/**
 * Every row of a list in its order, a few at a time out of one cursor, so that no more are held at once. Names of what
 * rows point at are asked for once each.
 */
export async function* readAllRows(
  tx: Tx,
  register: Register,
  query: ListQuery,
  fields: readonly string[],
): AsyncGenerator<StoredRow[]> {
  await sql`declare register_rows no scroll cursor for
    select ${own}${columnsOf(register, fields)} from ${sql.table(register.table)} t
    where ${stands} and ${narrowed(query)} order by ${orderOf(register, query.sort)}`.execute(tx);
  const names: Record<string, string> = {};
  for (;;) {
    const { rows: raw } = await sql<Raw>`fetch ${sql.lit(BATCH)} from register_rows`.execute(tx);
    if (!raw.length) break;
    const rows = raw.map((row) => stored(register, fields, row));
    await addNames(tx, register, fields, rows, names);
    yield rows.map((row) => ({ ...row, names, agencyName: names[row.agencyId] ?? '…' }));
  }
  await sql`close register_rows`.execute(tx);
}

async function addNames(
  tx: Tx,
  register: Register,
  fields: readonly string[],
  rows: readonly StoredRow[],
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
): Promise<{ row: StoredRow; day: string }[]> {
  const day = on
    ? sql.ref(`t.${columnOf(on.field, on)}`)
    : sql`(t.created_at at time zone 'Asia/Ho_Chi_Minh')::date`;
  const { rows } = await sql<Raw & { dayTold: string }>`
    select ${selected(register, fields)}, ${day} as "dayTold" from ${sql.table(register.table)} t
    where ${stands} and t.agency_id = ${agencyId} and ${day} between ${from} and ${to}
    order by ${day}, t.id limit ${most}`.execute(tx);
  return rows.map((row) => ({ row: stored(register, fields, row), day: row.dayTold }));
}

/** @throws Problem 404 */
export async function getRow(
  tx: Tx,
  register: Register,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<StoredRow> {
  const fields = Object.keys(register.fields);
  const { rows } = await sql<Raw>`
    select ${selected(register, fields)} from ${sql.table(register.table)} t where t.id = ${id}
    ${forUpdate ? sql`for update of t` : sql``}`.execute(tx);
  if (!rows[0]) throw notFound(`${register.one[0]} này trong sổ`);
  return stored(register, fields, rows[0]);
}

/** What a new row is written with, beside its columns. */
export type NewRow = {
  id: string;
  agencyId: string;
  state: string | null;
  /** Of the day it is written. */
  today: string;
  at: Date;
  by: string | null;
  words: string;
  columns: Record<string, unknown>;
};

/** Rows in one statement for each few hundred; all have the same columns. */
export async function insertRows(tx: Tx, register: Register, rows: readonly NewRow[]): Promise<void> {
  const own = [
    'id',
    'agency_id',
    'state',
    'state_on',
    'created_at',
    'created_by',
    'changed_at',
    'changed_by',
    'words',
  ];
  const columns = Object.keys(rows[0]?.columns ?? {});
  const names = sql.join([...own, ...columns].map((name) => sql.ref(name)));
  // PostgreSQL takes 65,535 values at most in one statement.
  const most = Math.floor(60_000 / (own.length + columns.length));
  for (let from = 0; from < rows.length; from += most) {
    const lines = rows.slice(from, from + most).map((row) => {
      const { id, agencyId, state, today, at, by, words } = row;
      const values = [
        id,
        agencyId,
        state,
        today,
        at,
        by,
        at,
        by,
        words,
        ...columns.map((name) => row.columns[name]),
      ];
      return sql`(${sql.join(values)})`;
    });
    await sql`insert into ${sql.table(register.table)} (${names}) values ${sql.join(lines)}`.execute(tx);
  }
}

/** @throws Problem 409 when somebody else changed the row since `revision` was read */
export async function updateRow(
  tx: Tx,
  register: Register,
  { id, revision }: Pick<StoredRow, 'id' | 'revision'>,
  columns: Record<string, unknown>,
  { at, by }: { at: Date; by: string | null },
): Promise<number> {
  const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const { rows } = await sql<{ revision: number }>`
    update ${sql.table(register.table)} set ${sql.join([...sets, sql`changed_at = ${at}`, sql`changed_by = ${by}`, sql`revision = revision + 1`])}
    where id = ${id} and revision = ${revision} returning revision`.execute(tx);
  if (!rows[0])
    throw conflict('Dòng này vừa được người khác sửa: hãy tải lại trang để thấy nội dung mới rồi sửa tiếp.');
  return rows[0].revision;
}

/** Rows that others were merged into this one. */
export async function listMergedInto(tx: Tx, register: Register, id: string) {
  const { rows } = await sql<{ id: string; title: string; agencyName: string }>`
    select t.id, ${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)} as title, a.name as "agencyName"
    from ${sql.table(register.table)} t join agency a on a.tenant_id = t.tenant_id and a.id = t.agency_id
    where t.merged_into = ${id} order by t.created_at`.execute(tx);
  return rows;
}

const within = (reach: ListQuery['reach']) =>
  reach === 'all' ? sql`true` : sql`t.agency_id = any(${[...reach]}::uuid[])`;

function narrowed(query: ListQuery): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [within(query.reach)];
  if (query.agencyId) all.push(sql`t.agency_id = ${query.agencyId}`);
  if (query.states) all.push(sql`t.state = any(${[...query.states]})`);
  for (const word of folded(query.words ?? '')
    .split(' ')
    .filter(Boolean))
    all.push(sql`t.words like ${`%${word}%`}`);
  for (const { field, of } of query.conditions)
    for (const condition of of)
      all.push(conditionSql[condition.is](sql.ref(`t.${columnOf(field, condition)}`), condition as never));
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

type Sql = {
  [Is in Condition['is']]: (
    column: RawBuilder<unknown>,
    condition: Extract<Condition, { is: Is }>,
  ) => RawBuilder<unknown>;
};

const conditionSql: Sql = {
  'one-of': (column, { values }) => sql`${column}::text = any(${values})`,
  'has-any': (column, { values }) => sql`${column}::text[] && ${values}::text[]`,
  'at-least': (column, { value, orEmpty }) =>
    orEmpty ? sql`(${column} >= ${value} or ${column} is null)` : sql`${column} >= ${value}`,
  'at-most': (column, { value }) => sql`${column} <= ${value}`,
  'has-words': (column, { value }) =>
    sql`fold(${column}::text) like fold(${`%${value.replace(/[\\%_]/g, '\\$&')}%`})`,
  true: (column) => sql`${column}`,
  false: (column) => sql`not ${column}`,
};

function orderOf(register: Register, sort: ListQuery['sort']): RawBuilder<unknown> {
  const field = sort && register.fields[sort.field];
  if (!field) return sql`t.changed_at desc, t.id`;
  const column = sql.ref(`t.${columnOf(sort.field, field.parts[0]!)}`);
  return sql`${inOrder(field, column)} ${sort.down ? sql`desc nulls last` : sql`asc nulls last`}, t.id`;
}

/** Words are sorted as Vietnamese does. */
const inOrder = ({ parts }: AnyField, column: RawBuilder<unknown>) =>
  parts[0]!.type === 'text' ? sql`${column} collate "vi-x-icu"` : column;

const titleOf = (register: Register) =>
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

/** Rows set aside, the latest first. */
export async function listSetAside(tx: Tx, register: Register, reach: ListQuery['reach']) {
  const { rows } = await sql<{ subjectId: string; text: string; at: Date; by: string | null }>`
    select t.id as "subjectId", ${titleOf(register)} as text, t.removed_at as at, p.name as by
    from ${sql.table(register.table)} t left join person p on p.tenant_id = t.tenant_id and p.id = t.changed_by
    where t.removed_at is not null and ${within(reach)} order by t.removed_at desc limit 200`.execute(tx);
  return rows;
}
