import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { IndicatorValue } from '#app/reports/indicator.contract.ts';

type Way = 'axis' | 'office' | 'email' | 'post' | 'hand';

declare module '#app/platform/database.ts' {
  interface Tables {
    consolidation_signed: {
      tenant_id: Filled<string>;
      consolidation_id: string;
      file_id: string;
      added_by: string;
      added_at: Date;
    };
    consolidation_sending: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      consolidation_id: string;
      sent_on: string;
      way: Way;
      sent_to: string;
      note: string;
      noted_by: string;
      noted_at: Date;
    };
  }
}

export type SignedCopy = {
  id: string;
  name: string;
  size: number;
  sha256: string;
  addedBy: string;
  addedAt: Date;
};

/** The signed copies of a report, the newest first. */
export async function listSigned(tx: Tx, consolidationId: string): Promise<SignedCopy[]> {
  const { rows } = await sql<SignedCopy>`
    select f.id, f.name, f.size::float8 as size, f.sha256, p.name as "addedBy", s.added_at as "addedAt"
    from consolidation_signed s
    join file f on f.tenant_id = s.tenant_id and f.id = s.file_id
    join person p on p.tenant_id = s.tenant_id and p.id = s.added_by
    where s.consolidation_id = ${consolidationId} order by s.added_at desc`.execute(tx);
  return rows;
}

export async function insertSigned(
  tx: Tx,
  one: { consolidationId: string; fileId: string; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('consolidation_signed')
    .values({
      consolidation_id: one.consolidationId,
      file_id: one.fileId,
      added_by: one.by,
      added_at: one.at,
    })
    .execute();
}

/** The report whose signed copy a file is. */
export async function findSigned(tx: Tx, fileId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('consolidation_signed')
    .select('consolidation_id')
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row?.consolidation_id;
}

export type Sending = {
  id: string;
  sentOn: string;
  way: Way;
  sentTo: string;
  note: string;
  notedBy: string;
  notedAt: Date;
};

/** When and how a report was sent, the newest first. */
export async function listSendings(tx: Tx, consolidationId: string): Promise<Sending[]> {
  const { rows } = await sql<Sending>`
    select s.id, s.sent_on as "sentOn", s.way, s.sent_to as "sentTo", s.note, p.name as "notedBy", s.noted_at as "notedAt"
    from consolidation_sending s join person p on p.tenant_id = s.tenant_id and p.id = s.noted_by
    where s.consolidation_id = ${consolidationId} order by s.sent_on desc, s.noted_at desc`.execute(tx);
  return rows;
}

export async function insertSending(
  tx: Tx,
  one: {
    consolidationId: string;
    sentOn: string;
    way: Way;
    sentTo: string;
    note: string;
    by: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('consolidation_sending')
    .values({
      consolidation_id: one.consolidationId,
      sent_on: one.sentOn,
      way: one.way,
      sent_to: one.sentTo,
      note: one.note,
      noted_by: one.by,
      noted_at: one.at,
    })
    .execute();
}

/** A filing that a report was made from. */
export type TakenFiling = {
  agencyReportId: string;
  agencyId: string;
  agencyName: string;
  number: number;
  values: IndicatorValue[];
  sha256: string;
  filedAt: Date;
  isLate: boolean;
};

/** The filings a report stands on, as they were filed, agencies in Vietnamese order. */
export async function listTakenFilings(tx: Tx, consolidationId: string): Promise<TakenFiling[]> {
  const { rows } = await sql<TakenFiling>`
    select r.id as "agencyReportId", r.agency_id as "agencyId", r.agency_name as "agencyName", f.number,
      f.indicator_values as values, f.sha256, f.filed_at as "filedAt", f.is_late as "isLate"
    from consolidation_filing t
    join agency_report_filing f on f.tenant_id = t.tenant_id and f.agency_report_id = t.agency_report_id
      and f.number = t.filing_number
    join agency_report r on r.tenant_id = t.tenant_id and r.id = t.agency_report_id
    where t.consolidation_id = ${consolidationId} order by r.agency_name collate "vi-x-icu"`.execute(tx);
  return rows;
}

/** Hashes of filings, by '<report>:<number>'. */
export async function hashesOfFilings(
  tx: Tx,
  reportIds: readonly string[],
): Promise<Map<string, { sha256: string; filedAt: Date }>> {
  const rows = await tx
    .selectFrom('agency_report_filing')
    .select(['agency_report_id', 'number', 'sha256', 'filed_at'])
    .where(
      'agency_report_id',
      'in',
      reportIds.length ? [...reportIds] : ['00000000-0000-0000-0000-000000000000'],
    )
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.agency_report_id}:${row.number}`,
      { sha256: row.sha256, filedAt: row.filed_at },
    ]),
  );
}
