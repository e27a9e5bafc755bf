import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import {
  alikeFields,
  columnOf,
  fromColumns,
  likenessOf,
  type Register,
  type Row,
} from '#libraries/register/index.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    register_likeness: {
      tenant_id: Filled<string>;
      register: string;
      row_id: string;
      other_id: string;
      alike: number;
      found_at: Date;
      decision: Filled<'different' | 'merged' | null>;
      decided_by: Filled<string | null>;
      decided_at: Filled<Date | null>;
    };
  }
}

export type AlikeRow = { id: string; title: string; agencyId: string; agencyName: string; alike: number };

/** From here on two rows are shown as perhaps the same; ours, tried on names of associations and projects. */
export const ALIKE_FROM = 0.6;
const MOST = 400;

/** Rows that look like this one, the likest first. */
export async function findAlike(
  tx: Tx,
  register: Register,
  row: Row,
  exceptId: string | null,
): Promise<AlikeRow[]> {
  const { words, exact } = alikeFields(register);
  if (!words.length && !exact.length) return [];
  const columns = register.alike.flatMap((name) =>
    register.fields[name]!.parts.map((part) => sql.ref(`t.${columnOf(name, part)}`)),
  );
  const agreeing = exact.flatMap(([name, field]) => {
    const value = row[name] ?? null;
    if (value === null || field.parts.length > 1 || field.parts[0]!.type.endsWith('[]')) return [];
    const column = sql.ref(`t.${columnOf(name, field.parts[0]!)}`);
    return [sql`(${column} = ${field.toColumns(value)[0]} or ${column} is null)`];
  });
  const wanted = words.map(([name, field]) => ({
    column: columnOf(name, field.parts[0]!),
    text: String(row[name] ?? ''),
  }));
  const nearest = wanted.length
    ? sql`order by ${sql.join(
        wanted.map(({ column, text }) => sql`similarity(fold(${sql.ref(`t.${column}`)}), fold(${text}))`),
        sql` + `,
      )} desc`
    : sql`order by t.changed_at desc`;
  const { rows } = await sql<{ id: string; rowTitle: string; agencyId: string; agencyName: string } & Row>`
    select t.id, t.agency_id as "agencyId", ${sql.ref(`t.${columnOf(register.title, { suffix: '' })}`)} as "rowTitle", a.name as "agencyName"${columns.length ? sql`, ${sql.join(columns)}` : sql``}
    from ${sql.table(register.table)} t join agency a on a.tenant_id = t.tenant_id and a.id = t.agency_id
    where t.removed_at is null and t.merged_into is null and t.id is distinct from ${exceptId}
    ${agreeing.length ? sql`and ${sql.join(agreeing, sql` and `)}` : sql``} ${nearest} limit ${sql.lit(MOST)}`.execute(
    tx,
  );
  return rows
    .map((found) => {
      const values = Object.fromEntries(
        register.alike.map((name) => [name, fromColumns(name, register.fields[name]!, found)]),
      );
      return {
        id: found.id,
        title: found.rowTitle,
        agencyId: found.agencyId,
        agencyName: found.agencyName,
        alike: likenessOf(register, row, values),
      };
    })
    .filter(({ alike }) => alike >= ALIKE_FROM)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 5);
}

/** Puts pairs into the queue; what was decided stays decided. */
export async function noteAlike(
  tx: Tx,
  register: string,
  rowId: string,
  others: readonly AlikeRow[],
  at: Date,
): Promise<void> {
  if (!others.length) return;
  await tx
    .insertInto('register_likeness')
    .values(
      others.map((other) => ({
        register,
        row_id: rowId,
        other_id: other.id,
        alike: other.alike,
        found_at: at,
      })),
    )
    .onConflict((on) => on.columns(['tenant_id', 'register', 'row_id', 'other_id']).doNothing())
    .execute();
}

/** Pairs that nobody has decided. */
export async function countOpen(tx: Tx, register: string): Promise<number> {
  const { many } = await tx
    .selectFrom('register_likeness')
    .select((of) => of.fn.countAll<number>().as('many'))
    .where('register', '=', register)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow();
  return many;
}

/** Pairs of rows that both still stand and that nobody has decided, the likest first. */
export async function listPairs(
  tx: Tx,
  { name, table }: Register,
): Promise<{ rowId: string; otherId: string; alike: number }[]> {
  const { rows } = await sql<{ rowId: string; otherId: string; alike: number }>`
    select l.row_id as "rowId", l.other_id as "otherId", l.alike from register_likeness l
    where l.register = ${name} and l.decision is null
      and (select count(*) from ${sql.table(table)} t where t.tenant_id = l.tenant_id and t.id in (l.row_id, l.other_id)
        and t.removed_at is null and t.merged_into is null) = 2
    order by l.alike desc, l.found_at limit 100`.execute(tx);
  return rows;
}

type By = { at: Date; actorId: string | null };

/** Decides one pair, whichever of the two came later. */
export async function decide(
  tx: Tx,
  register: string,
  [a, b]: readonly [string, string],
  decision: 'different' | 'merged',
  { at, actorId }: By,
): Promise<void> {
  await tx
    .updateTable('register_likeness')
    .set({ decision, decided_by: actorId, decided_at: at })
    .where('register', '=', register)
    .where('row_id', 'in', [a, b])
    .where('other_id', 'in', [a, b])
    .execute();
}

/** What stood open about a row that was merged is settled with it. */
export async function decideAllOf(tx: Tx, register: string, id: string, { at, actorId }: By): Promise<void> {
  await tx
    .updateTable('register_likeness')
    .set({ decision: 'merged', decided_by: actorId, decided_at: at })
    .where('register', '=', register)
    .where('decision', 'is', null)
    .where((of) => of.or([of('row_id', '=', id), of('other_id', '=', id)]))
    .execute();
}
