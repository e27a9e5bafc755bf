import { sql } from 'kysely';
import type { RowDifference } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { ReportState } from '../period.contract.ts';
import { receiptHash } from '../receipt.ts';

/** What the events of an agency's report say of its row, and of what was filed: the receipt by number. */
export type ReportTold = { state: ReportState; receipts: Map<number, string> };

/** Reports that say otherwise than their events; the words of each filing are hashed again. */
export async function compareReports(
  tx: Tx,
  told: ReadonlyMap<string, ReportTold>,
): Promise<RowDifference[]> {
  const ids = [...told.keys()];
  const rows = await tx.selectFrom('agency_report').select(['id', 'state']).where('id', 'in', ids).execute();
  const found: RowDifference[] = rows
    .filter((row) => row.state !== told.get(row.id)!.state)
    .map((row) => ({
      subjectId: row.id,
      said: { vi: 'trạng thái khác với nhật ký', en: 'its state differs from the ledger' },
    }));
  for (const id of ids) {
    const filings = await tx
      .selectFrom('agency_report_filing')
      .select(['number', 'paragraphs', 'indicator_values as values'])
      .where('agency_report_id', '=', id)
      .execute();
    const { receipts } = told.get(id)!;
    const hashes = new Map(
      filings.map(({ number, paragraphs, values }) => [number, receiptHash(paragraphs, values)]),
    );
    for (const number of new Set([...receipts.keys(), ...hashes.keys()]))
      if (receipts.get(number) !== hashes.get(number))
        found.push({
          subjectId: id,
          said: {
            vi: `nội dung bản gửi số ${number} khác với mã biên nhận trong nhật ký`,
            en: `the words of filing ${number} differ from its receipt in the ledger`,
          },
        });
  }
  return found;
}

/** 'Sở Ngoại vụ, 6 tháng đầu năm 2026'. */
export async function titleOfReport(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select concat_ws(', ', r.agency_name, p.name) as title from agency_report r
    join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id where r.id = ${id}`.execute(tx);
  return rows[0]?.title ?? null;
}

export async function titleOfPeriod(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom('report_period').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

/** Reports of an agency. */
export async function reportsOfAgency(tx: Tx, agencyId: string): Promise<string[]> {
  const rows = await tx.selectFrom('agency_report').select('id').where('agency_id', '=', agencyId).execute();
  return rows.map(({ id }) => id);
}
