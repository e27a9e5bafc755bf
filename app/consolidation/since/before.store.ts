import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Figures } from '../sentence.ts';
import type { Total } from '../totals/total.ts';
import type { Before } from './since-last.ts';

/** Totals are kept as they were issued: later rates, filings and decisions do not move what was said. */
export async function freezeTotals(tx: Tx, consolidationId: string, totals: readonly Total[]): Promise<void> {
  await tx
    .updateTable('consolidation')
    .set({ totals: JSON.stringify(totals) })
    .where('id', '=', consolidationId)
    .execute();
}

/** With how the duties stood then. */
export type FrozenBefore = Before & { figures: Figures };

/**
 * The issued totals of the last period before one: of the same definition and kind (a half-year is compared with the
 * half-year before, a year with the year before). Null when there is none.
 */
export async function findBefore(tx: Tx, periodId: string): Promise<FrozenBefore | null> {
  const { rows } = await sql<{ name: string; totals: Total[]; figures: Figures }>`
    select before.name, c.totals, c.figures from report_period p
    join report_period before on before.tenant_id = p.tenant_id and before.definition_id = p.definition_id
      and before.kind = p.kind and before.window_to < p.window_from
    join consolidation c on c.tenant_id = before.tenant_id and c.period_id = before.id
      and c.state = 'issued' and c.totals is not null
    where p.id = ${periodId} order by before.window_to desc, c.version desc limit 1`.execute(tx);
  const [found] = rows;
  return found
    ? {
        name: found.name,
        figures: found.figures,
        totals: new Map(found.totals.map((one) => [one.indicator, one])),
      }
    : null;
}

export async function findFrozen(tx: Tx, consolidationId: string): Promise<Total[] | null> {
  const row = await tx
    .selectFrom('consolidation')
    .select('totals')
    .where('id', '=', consolidationId)
    .executeTakeFirst();
  return (row?.totals as unknown as Total[] | null) ?? null;
}
