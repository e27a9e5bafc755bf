import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import {
  type Amounting,
  columnOf,
  type Indicator,
  isAmounting,
  type Register,
  snake,
  type Where,
} from '#libraries/register/index.ts';

export type Window = { from: string; to: string };
export type Amount = { currency: string | null; amount: number; whole: number | null };
export type Asking = {
  window: Window;
  agencyId?: string | undefined;
  reach: 'all' | readonly string[];
  /** Rows in place of the register's table: as they stood on a day. */
  rows?: RawBuilder<unknown> | undefined;
};

/** A row that was counted: by it the same thing told by two agencies is found. */
export type CountedRow = {
  id: string;
  title: string;
  on: string | null;
  amount: number | null;
  currency: string | null;
  /** Words by which other agencies' rows of the same thing are known. */
  once: string | null;
};

/** A column by the name a declaration gives it: 'signedOn', 'period.to', 'createdOn', 'state'. */
function dayColumn(named: string, of: 't' | 'o' = 't'): RawBuilder<unknown> {
  if (named === 'createdOn')
    return sql`(${sql.ref(`${of}.created_at`)} at time zone 'Asia/Ho_Chi_Minh')::date`;
  const [field = '', end] = named.split('.');
  return sql.ref(`${of}.${columnOf(field, { suffix: end ?? '' })}`);
}

function whereSql(register: Register, where: Where | undefined): RawBuilder<unknown>[] {
  return Object.entries(where ?? {}).map(([name, wanted]) => {
    const part = register.fields[name]?.parts[0];
    const column = sql.ref(`t.${name === 'state' ? 'state' : columnOf(name, part!)}`);
    if (wanted === 'filled') return sql`${column} is not null`;
    if (wanted === 'empty') return sql`${column} is null`;
    if (isAmounting(wanted)) return amountSql(name, wanted);
    if (wanted && 'by' in wanted)
      return sql`${column} <= ${sql.ref(`t.${columnOf(wanted.by, { suffix: '' })}`)}`;
    const values = (wanted ?? []).map(String);
    return part?.type.endsWith('[]')
      ? sql`${column}::text[] && ${values}::text[]`
      : sql`${column}::text = any(${values})`;
  });
}

function amountSql(name: string, { atLeast, atMost, currency }: Amounting): RawBuilder<unknown> {
  const amount = sql.ref(`t.${columnOf(name, { suffix: '' })}`);
  const all = [
    sql`${amount} between ${atLeast ?? '-Infinity'}::numeric and ${atMost ?? 'Infinity'}::numeric`,
  ];
  if (currency) all.push(sql`${sql.ref(`t.${columnOf(name, { suffix: 'currency' })}`)} = ${currency}`);
  return sql.join(all, sql` and `);
}

/** The rows that an indicator is about, inside the window. */
function rowsOf(
  register: Register,
  indicator: Indicator,
  { window, agencyId, reach, rows = sql.table(register.table) }: Asking,
): RawBuilder<unknown> {
  const on = dayColumn(indicator.on);
  const end = indicator.end && dayColumn(indicator.end);
  const timed =
    indicator.rule === 'stock'
      ? [
          sql`(${on} is null or ${on} <= ${window.to})`,
          ...(end ? [sql`(${end} is null or ${end} >= ${window.to})`] : []),
        ]
      : [sql`${on} between ${window.from} and ${window.to}`];
  const all = [
    sql`t.removed_at is null and t.merged_into is null`,
    ...timed,
    ...whereSql(register, indicator.where),
    ...(agencyId ? [sql`t.agency_id = ${agencyId}`] : []),
    ...(reach === 'all' ? [] : [sql`t.agency_id = any(${[...reach]}::uuid[])`]),
    ...(indicator.once ? [isFirst(indicator, agencyId, rows)] : []),
  ];
  return sql`${rows} t where ${sql.join(all, sql` and `)}`;
}

/** No other row says the same thing for an earlier day: of one agency's figures among its own rows, else among all. */
function isFirst(
  { on, once }: Indicator,
  agencyId: string | undefined,
  rows: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const key = columnOf(once!, { suffix: '' });
  const [own, other] = [sql.ref(`t.${key}`), sql.ref(`o.${key}`)];
  const among = agencyId ? sql`and o.agency_id = t.agency_id` : sql``;
  return sql`(${own} is null or not exists (select 1 from ${rows} o
    where fold(${other}) = fold(${own}) and o.removed_at is null and o.merged_into is null ${among}
      and (${dayColumn(on, 'o')}, o.id) < (${dayColumn(on)}, t.id)))`;
}

/** What is added up, and in which currency. */
function summed(register: Register, { sum }: Indicator) {
  const field = sum ? register.fields[sum]! : null;
  const amount = sum ? sql`t.${sql.ref(snake(sum))}` : sql`1`;
  const currency =
    field?.kind === 'money' ? sql.ref(`t.${columnOf(sum!, { suffix: 'currency' })}`) : sql`null::text`;
  return { amount, currency };
}

/** An indicator over a window; an amount for each currency, at least one where nothing is money. */
export async function computeIndicator(
  tx: Tx,
  register: Register,
  indicator: Indicator,
  asking: Asking,
): Promise<Amount[]> {
  const rows = rowsOf(register, indicator, asking);
  if (indicator.rule === 'distinct')
    return one(
      await sql<Amount>`select null as currency, count(distinct value)::float as amount, null as whole
      from (select ${toldApart(register, indicator)} as value from ${rows}) found`.execute(tx),
    );
  if (indicator.rule === 'ratio')
    return one(
      await sql<Amount>`select null as currency, count(*) filter (where ${sql.join(whereSql(register, indicator.part), sql` and `)})::float as amount,
      count(*)::float as whole from ${rows}`.execute(tx),
    );
  const { amount, currency } = summed(register, indicator);
  const found =
    await sql<Amount>`select ${currency} as currency, coalesce(sum(${amount}), 0)::float as amount, null as whole
    from ${rows} ${indicator.sum ? sql`and ${amount} is not null` : sql``} group by 1 order by 1`.execute(tx);
  const isMoney = indicator.sum !== undefined && register.fields[indicator.sum]!.kind === 'money';
  return found.rows.length || isMoney ? found.rows : [{ currency: null, amount: 0, whole: null }];
}

/** The values that a distinct figure tells apart; of a field that holds several, each of them. */
function toldApart(register: Register, { of }: Indicator): RawBuilder<unknown> {
  const part = register.fields[of!]!.parts[0]!;
  const column = sql.ref(`t.${columnOf(of!, part)}`);
  return part.type.endsWith('[]') ? sql`unnest(${column})` : column;
}

/** The different values behind a distinct figure, and the first day each of them came up; at most 2,000. */
export async function listCountedValues(
  tx: Tx,
  register: Register,
  indicator: Indicator,
  asking: Asking,
): Promise<{ value: string; on: string | null }[]> {
  const { rows } = await sql<{ value: string; on: string | null }>`
    select value::text, min(day)::text as on from (
      select ${toldApart(register, indicator)} as value, ${dayColumn(indicator.on)} as day
      from ${rowsOf(register, indicator, asking)}) found
    where value is not null group by 1 order by 2 nulls last, 1 limit 2000`.execute(tx);
  return rows;
}

/** The agency keeps the register: it has a row in it, of whatever day. */
export async function keeps(tx: Tx, register: Register, agencyId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(register.table)}
    where agency_id = ${agencyId} and removed_at is null limit 1`.execute(tx);
  return rows.length > 0;
}

const one = ({ rows }: { rows: Amount[] }): Amount[] => rows;

/** The rows behind an indicator, at most 2,000. */
export async function listCounted(
  tx: Tx,
  register: Register,
  indicator: Indicator,
  asking: Asking,
): Promise<CountedRow[]> {
  const { amount, currency } = summed(register, indicator);
  const { rows } = await sql<CountedRow>`
    select t.id, ${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)} as title, ${dayColumn(indicator.on)}::text as on,
      ${indicator.sum ? sql`${amount}::float` : sql`null::float`} as amount, ${currency} as currency,
      ${indicator.once ? sql.ref(`t.${columnOf(indicator.once, { suffix: '' })}`) : sql`null::text`} as once
    from ${rowsOf(register, indicator, asking)} order by 3 nulls last, 2 limit 2000`.execute(tx);
  return rows;
}

/** How many rows behind an indicator are of each country; one of several countries is counted for each of them. */
export async function countByCountry(
  tx: Tx,
  register: Register,
  indicator: Indicator,
  asking: Asking,
): Promise<{ country: string; rows: number }[]> {
  const columns = countryFields(register).map((name) => sql.ref(`t.${columnOf(name, { suffix: '' })}`));
  if (!columns.length) return [];
  // A text and a list of texts are joined into one list alike.
  const countries = sql`${sql.join([sql`'{}'::text[]`, ...columns], sql` || `)}`;
  const { rows } = await sql<{ country: string; rows: number }>`
    select country, count(*)::integer as rows from (
      select t.id, unnest(${countries}) as country from ${rowsOf(register, indicator, asking)} group by 1, 2) found
    where country is not null group by 1 order by 2 desc, 1`.execute(tx);
  return rows;
}

/** Where a row's countries stand: its first country, and those of fields that hold several. */
export const countryFields = ({ fields }: Register): string[] => {
  const of = (kind: string) => Object.keys(fields).filter((name) => fields[name]!.kind === kind);
  return [...of('country').slice(0, 1), ...of('countries')];
};
