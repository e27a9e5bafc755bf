import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { columnOf, folded, type Register } from '#libraries/register/index.ts';

const MOST = 50;

/** Ids of rows in which one of these names stands word for word, without case and marks; the latest entered first. */
export async function listNaming(
  tx: Tx,
  register: Register,
  { named, states }: { named: readonly string[]; states?: readonly string[] | undefined },
  names: readonly string[],
): Promise<string[]> {
  const wanted = names.map((name) => `% ${folded(name)} %`);
  const words = sql.join(
    named.map((field) => sql`${sql.ref(`t.${columnOf(field, { suffix: '' })}`)}`),
    sql`, `,
  );
  const { rows } = await sql<{ id: string }>`
    select t.id from ${sql.table(register.table)} t
    where t.removed_at is null and t.merged_into is null ${states ? sql`and t.state = any(${[...states]})` : sql``}
      and regexp_replace(' ' || fold(concat_ws(' ; ', ${words})) || ' ', '[^[:alnum:]]+', ' ', 'g') like any(${wanted})
    order by t.created_at desc limit ${MOST}`.execute(tx);
  return rows.map(({ id }) => id);
}
