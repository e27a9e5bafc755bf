import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { columnOf } from '#libraries/register/index.ts';
import { getRegister } from '../find-register.ts';
import type { Asked } from './asked.ts';

/** A clock of a register that an opinion runs against. */
export type Clock = readonly [register: string, timer: string];

/** Days of these clocks that fall into a window (`whole`), and those by which the opinion was given (`amount`). */
export async function countOnTime(
  tx: Tx,
  clocks: readonly Clock[],
  asked: Asked,
): Promise<{ amount: number; whole: number }> {
  const all = sql.join(clocks.map(daysOf(asked)), sql` union all `);
  const { rows } = await sql<{ amount: number; whole: number }>`
    select count(*) filter (where given_on <= due_on)::integer as amount, count(*)::integer as whole
    from (${all}) asked`.execute(tx);
  return rows[0]!;
}

/** The last day by which a row asks for its opinion: one that was asked anew has a later one. */
const daysOf =
  ({ agencyId, window }: Asked) =>
  ([name, timer]: Clock): RawBuilder<unknown> => {
    const register = getRegister(name);
    const until = register.timers.find((one) => one.name === timer)!.until!;
    return sql`select max(d.due_on) as due_on, ${sql.ref(`t.${columnOf(until, { suffix: '' })}`)} as given_on
      from register_due d join ${sql.table(register.table)} t on t.tenant_id = d.tenant_id and t.id = d.row_id
      where d.register = ${name} and d.timer = ${timer} and t.agency_id = ${agencyId}
        and t.removed_at is null and t.merged_into is null
      group by t.id, 2
      having max(d.due_on) between ${window.from}::date and ${window.to}::date`;
  };
