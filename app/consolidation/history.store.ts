import { sql } from 'kysely';
import type { RemovedThing, RowDifference } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';

/** What the events of a consolidation say of its row. */
export type ConsolidationTold = { issuedSha256: string | null };

/** Consolidated reports that say otherwise than their events: issued or not, and with which bytes. */
export async function compareConsolidations(
  tx: Tx,
  told: ReadonlyMap<string, ConsolidationTold>,
): Promise<RowDifference[]> {
  const rows = await tx
    .selectFrom('consolidation')
    .select(['id', 'issued_sha256 as issuedSha256'])
    .where('id', 'in', [...told.keys()])
    .execute();
  return rows
    .filter((row) => row.issuedSha256 !== told.get(row.id)!.issuedSha256)
    .map((row) => ({
      subjectId: row.id,
      said: {
        vi: 'việc ban hành hoặc mã của tệp ban hành khác với nhật ký',
        en: 'its issuing, or the hash of the issued file, differs from the ledger',
      },
    }));
}

type SetAside = Omit<RemovedThing, 'kind' | 'by'>;

/** Sentences set aside in drafts, newest first. */
export async function listSetAside(tx: Tx): Promise<SetAside[]> {
  const { rows } = await sql<SetAside>`
    select s.id as thing, c.id as "subjectId", s.text, concat_ws(', ', 'mục ' || s.slot, p.name) as "from",
      s.removed_at as at, s.removed_reason as reason
    from consolidation_sentence s
    join consolidation c on c.tenant_id = s.tenant_id and c.id = s.consolidation_id and c.state = 'draft'
    join report_period p on p.tenant_id = c.tenant_id and p.id = c.period_id
    where s.removed_reason is not null order by s.removed_at desc`.execute(tx);
  return rows;
}

export async function titleOfConsolidation(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select p.name from consolidation c
    join report_period p on p.tenant_id = c.tenant_id and p.id = c.period_id where c.id = ${id}`.execute(tx);
  return rows[0]?.name ?? null;
}
