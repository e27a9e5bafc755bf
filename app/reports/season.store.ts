import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { KeptContent } from './report.ts';

/** Periods that are being collected: not due yet, or due not long ago with reports still owed. */
export async function listCollecting(tx: Tx, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from report_period p
    where p.due_on >= ${today}::date or (p.due_on >= ${today}::date - 180 and exists (
      select from agency_report r where r.tenant_id = p.tenant_id and r.period_id = p.id
        and r.joined_into is null and r.state in ('draft', 'returned')))`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What is written so far in reports that are not filed, to name what is still empty; never shown itself. */
export async function listDrafts(
  tx: Tx,
  periodIds: readonly string[],
): Promise<Map<string, KeptContent | null>> {
  if (!periodIds.length) return new Map();
  const rows = await tx
    .selectFrom('agency_report')
    .select(['id', 'content'])
    .where('period_id', 'in', [...periodIds])
    .where('state', 'in', ['draft', 'returned'])
    .where('joined_into', 'is', null)
    .execute();
  return new Map(rows.map(({ id, content }) => [id, content]));
}
