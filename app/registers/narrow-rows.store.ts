import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { type Condition, columnOf, folded, type Register, sortOrder } from '#libraries/register/index.ts';

/** Which rows of a register are asked for, and in which order. */
export type ListQuery = {
  /** Each of them begins a word of the row. */
  words?: string | undefined;
  /** Of these rows only: those that were found by their words, an array as PostgreSQL writes it, and how many. */
  found?: { ids: string; many: number } | undefined;
  conditions: readonly { field: string; of: readonly Condition[] }[];
  states?: readonly string[] | undefined;
  agencyId?: string | undefined;
  /** 'all', or the agencies whose rows the viewer may read. */
  reach: 'all' | readonly string[];
  sort: { field: string; down: boolean } | null;
};

/** Rows that stand: neither set aside nor merged into another. */
export const stands = sql<boolean>`t.removed_at is null and t.merged_into is null`;

export const within = (reach: ListQuery['reach']) =>
  reach === 'all' ? sql`true` : sql`t.agency_id = any(${[...reach]}::uuid[])`;

/** Rows of `t` that stand and that a list asks for. */
export function narrowed(query: ListQuery): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [stands, within(query.reach)];
  if (query.agencyId) all.push(sql`t.agency_id = ${query.agencyId}`);
  if (query.states) all.push(sql`t.state = any(${[...query.states]})`);
  if (query.found) all.push(sql`t.id = any(${query.found.ids}::uuid[])`);
  const words = wordsIn(query);
  // Within coalesce a condition is taken to leave half of the rows, so that a page of them is read in the list's order.
  if (words.length)
    all.push(sql`coalesce(' ' || t.words like all (${words.map((word) => `% ${word}%`)}::text[]), false)`);
  for (const { field, of } of query.conditions)
    for (const condition of of)
      all.push(conditionSql[condition.is](sql.ref(`t.${columnOf(field, condition)}`), condition as never));
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

const wordsIn = ({ words = '' }: ListQuery): string[] => folded(words).split(' ').filter(Boolean);

/** Found rows are handed on by their ids up to here; more of them are sooner met by reading the list in its order. */
const FEW = 3000;

/** Nothing but words is asked for: what was found by them is all there is. */
export const foundAll = ({ found, agencyId, states, conditions, reach }: ListQuery): number | null =>
  found && !agencyId && !states && !conditions.length && reach === 'all' ? found.many : null;

/** The same question with the rows that have its words, where those are few. */
export async function foundByWords(tx: Tx, register: Register, query: ListQuery): Promise<ListQuery> {
  const words = wordsIn(query);
  if (!words.length) return query;
  const { rows } = await sql<{ ids: string | null; many: number }>`
    select found::text as ids, cardinality(found) as many
    from rows_with_words(${register.table}, ${words}::text[], ${sql.lit(FEW)}) found`.execute(tx);
  const { ids, many } = rows[0]!;
  return ids ? { ...query, words: undefined, found: { ids, many } } : query;
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

/** The order of a list; the same rows always come in the same order. */
export function orderOf(register: Register, sort: ListQuery['sort']): RawBuilder<unknown> {
  if (!sort || !register.fields[sort.field]) return sql`t.changed_at desc, t.id`;
  const { column, collation, way, idWay } = sortOrder(register, sort);
  return sql`${sql.ref(`t.${column}`)}${sql.raw(`${collation} ${way}, t.id ${idWay}`)}`;
}
