import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { AttachedFile } from './agency-report.store.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    agency_report_unlock: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      agency_report_id: string;
      reason: string;
      until_on: string;
      unlocked_by: string;
      at: Date;
    };
    agency_report_file: {
      tenant_id: Filled<string>;
      agency_report_id: string;
      file_id: string;
      added_by: string;
      added_at: Date;
      taken_out_at: Filled<Date | null>;
    };
  }
}

/** An exception to a lock: why, until when and by whom stays told; the report is open until then. */
export async function insertUnlock(
  tx: Tx,
  reportId: string,
  given: { reason: string; until: string; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('agency_report_unlock')
    .values({
      agency_report_id: reportId,
      reason: given.reason,
      until_on: given.until,
      unlocked_by: given.by,
      at: given.at,
    })
    .execute();
  await tx.updateTable('agency_report').set({ open_until: given.until }).where('id', '=', reportId).execute();
}

/** The newest first; `by` is the person's name. */
export const listUnlocks = (tx: Tx, reportId: string) =>
  tx
    .selectFrom('agency_report_unlock as unlock')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'unlock.tenant_id').onRef('person.id', '=', 'unlock.unlocked_by'),
    )
    .select(['unlock.reason', 'unlock.until_on as until', 'unlock.at', 'person.name as by'])
    .where('agency_report_id', '=', reportId)
    .orderBy('unlock.at', 'desc')
    .execute();

export const attachFile = (tx: Tx, reportId: string, fileId: string, by: string, at: Date) =>
  tx
    .insertInto('agency_report_file')
    .values({ agency_report_id: reportId, file_id: fileId, added_by: by, added_at: at })
    .execute();

/** False when it is not attached. */
export async function takeOutFile(tx: Tx, reportId: string, fileId: string, at: Date): Promise<boolean> {
  const rows = await tx
    .updateTable('agency_report_file')
    .set({ taken_out_at: at })
    .where('agency_report_id', '=', reportId)
    .where('file_id', '=', fileId)
    .where('taken_out_at', 'is', null)
    .returning('file_id')
    .execute();
  return rows.length > 0;
}

/** What is attached now, in the order of its arrival. */
export const listAttached = (tx: Tx, reportId: string): Promise<AttachedFile[]> =>
  tx
    .selectFrom('agency_report_file as held')
    .innerJoin('file', (join) =>
      join.onRef('file.tenant_id', '=', 'held.tenant_id').onRef('file.id', '=', 'held.file_id'),
    )
    .select(['held.file_id as fileId', 'file.name', 'file.size'])
    .where('held.agency_report_id', '=', reportId)
    .where('held.taken_out_at', 'is', null)
    .orderBy('held.added_at')
    .execute();

/** The reports a file was ever attached to, with whether one of their filings holds it. */
export async function listReportsWithFile(
  tx: Tx,
  fileId: string,
): Promise<{ id: string; agencyId: string; agencyName: string; isFiled: boolean }[]> {
  const { rows } = await sql<{ id: string; agencyId: string; agencyName: string; isFiled: boolean }>`
    select r.id, r.agency_id as "agencyId", r.agency_name as "agencyName",
      exists (select from agency_report_filing f where f.tenant_id = r.tenant_id and f.agency_report_id = r.id
        and f.files @> jsonb_build_array(jsonb_build_object('fileId', ${fileId}::text))) as "isFiled"
    from agency_report_file held join agency_report r on r.tenant_id = held.tenant_id and r.id = held.agency_report_id
    where held.file_id = ${fileId}`.execute(tx);
  return rows;
}
