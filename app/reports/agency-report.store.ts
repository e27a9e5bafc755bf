import type { ColumnType } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { FiledBefore } from './check-report.ts';
import type { IndicatorValue } from './indicator.contract.ts';
import type { ReportState } from './period.contract.ts';
import {
  asContent,
  asParagraph,
  type KeptContent,
  type KeptParagraph,
  type Paragraph,
  type ReportContent,
} from './report.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    agency_report: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      period_id: string;
      agency_id: string;
      agency_name: string;
      state: Filled<ReportState>;
      content: Json<KeptContent> | null;
      revision: Filled<number>;
      saved_at: Date | null;
      return_reason: string | null;
      filed_number: number | null;
      /** The report of a successor that this one became part of. */
      joined_into: Filled<string | null>;
      return_notes: ColumnType<SlotNote[], string | undefined, string>;
      asked_by: Filled<string | null>;
      asked_at: Filled<Date | null>;
      sent_back: Filled<string | null>;
      open_until: Filled<string | null>;
    };
    agency_report_filing: {
      tenant_id: Filled<string>;
      agency_report_id: string;
      number: number;
      paragraphs: Json<KeptParagraph[]>;
      indicator_values: Json<IndicatorValue[]>;
      approved_by: string | null;
      files: Json<AttachedFile[]>;
      sha256: string;
      filed_by: string;
      filed_at: Date;
      is_late: boolean;
    };
  }
}

/** What has to be mended under one heading. */
export type SlotNote = { slot: string; reason: string };
export type AttachedFile = { fileId: string; name: string; size: number };

export type AgencyReport = {
  id: string;
  periodId: string;
  agencyId: string;
  agencyName: string;
  state: ReportState;
  /** null until its agency first saved it. */
  content: ReportContent | null;
  revision: number;
  savedAt: Date | null;
  returnReason: string | null;
  returnNotes: SlotNote[];
  filedNumber: number | null;
  /** Who asked the head to approve it, while it waits for the head. */
  askedBy: string | null;
  askedAt: Date | null;
  /** What the head said when it was not approved. */
  sentBack: string | null;
  openUntil: string | null;
  joinedInto: string | null;
};
export type Filing = {
  number: number;
  paragraphs: Paragraph[];
  values: IndicatorValue[];
  sha256: string;
  filedBy: string;
  filedAt: Date;
  isLate: boolean;
  approvedBy: string | null;
  files: AttachedFile[];
};

/** Gives each agency its report of a period. */
export async function insertAgencyReports(
  tx: Tx,
  periodId: string,
  agencies: readonly { id: string; name: string }[],
): Promise<void> {
  await tx
    .insertInto('agency_report')
    .values(
      agencies.map((agency) => ({
        period_id: periodId,
        agency_id: agency.id,
        agency_name: agency.name,
        content: null,
        saved_at: null,
        return_reason: null,
        filed_number: null,
      })),
    )
    .execute();
}

/** `forUpdate` holds it until the transaction ends. @throws Problem 404 */
export async function getAgencyReport(
  tx: Tx,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<AgencyReport> {
  const query = tx
    .selectFrom('agency_report')
    .select([
      'id',
      'period_id as periodId',
      'agency_id as agencyId',
      'agency_name as agencyName',
      'state',
      'content',
      'revision',
      'saved_at as savedAt',
      'return_reason as returnReason',
      'filed_number as filedNumber',
      'return_notes as returnNotes',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'sent_back as sentBack',
      'open_until as openUntil',
      'joined_into as joinedInto',
    ])
    .where('id', '=', id);
  const found = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (!found) throw notFound('báo cáo này');
  return { ...found, content: found.content && asContent(found.content) };
}

export async function saveContent(
  tx: Tx,
  id: string,
  saved: { content: ReportContent; revision: number; at: Date },
): Promise<void> {
  await tx
    .updateTable('agency_report')
    .set({ content: JSON.stringify(saved.content), revision: saved.revision, saved_at: saved.at })
    .where('id', '=', id)
    .execute();
}

export async function setState(
  tx: Tx,
  id: string,
  given: { state: ReportState; returnReason: string | null; returnNotes?: SlotNote[]; filedNumber?: number },
): Promise<void> {
  await tx
    .updateTable('agency_report')
    .set({
      state: given.state,
      return_reason: given.returnReason,
      return_notes: JSON.stringify(given.returnNotes ?? []),
      asked_by: null,
      asked_at: null,
      sent_back: null,
      ...(given.filedNumber === undefined ? {} : { filed_number: given.filedNumber }),
    })
    .where('id', '=', id)
    .execute();
}

/** Waits for the head, or no longer: `sentBack` is what the head said. */
export async function setAsked(
  tx: Tx,
  id: string,
  asked: { by: string; at: Date } | null,
  sentBack: string | null = null,
): Promise<void> {
  await tx
    .updateTable('agency_report')
    .set({ asked_by: asked?.by ?? null, asked_at: asked?.at ?? null, sent_back: sentBack })
    .where('id', '=', id)
    .execute();
}

export async function insertFiling(tx: Tx, reportId: string, filing: Filing): Promise<void> {
  await tx
    .insertInto('agency_report_filing')
    .values({
      agency_report_id: reportId,
      number: filing.number,
      paragraphs: JSON.stringify(filing.paragraphs),
      indicator_values: JSON.stringify(filing.values),
      sha256: filing.sha256,
      filed_by: filing.filedBy,
      filed_at: filing.filedAt,
      is_late: filing.isLate,
      approved_by: filing.approvedBy,
      files: JSON.stringify(filing.files),
    })
    .execute();
}

const filingColumns = [
  'agency_report_filing.number',
  'agency_report_filing.paragraphs',
  'agency_report_filing.indicator_values as values',
  'agency_report_filing.sha256',
  'agency_report_filing.filed_at as filedAt',
  'agency_report_filing.is_late as isLate',
  'agency_report_filing.approved_by as approvedBy',
  'agency_report_filing.files',
] as const;

const asFiled = <F extends { paragraphs: KeptParagraph[] }>(filed: F): F & { paragraphs: Paragraph[] } => ({
  ...filed,
  paragraphs: filed.paragraphs.map(asParagraph),
});

/** Every version an agency filed, the newest first; `filedBy` is the person's name. */
export async function listFilings(tx: Tx, reportId: string): Promise<Filing[]> {
  const rows = await tx
    .selectFrom('agency_report_filing')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'agency_report_filing.tenant_id')
        .onRef('person.id', '=', 'agency_report_filing.filed_by'),
    )
    .select([...filingColumns, 'person.name as filedBy'])
    .where('agency_report_id', '=', reportId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(asFiled);
}

/** A filing with whose it is: its paragraphs, and what it says of each indicator. */
export type FiledReport = {
  agencyReportId: string;
  agencyId: string;
  agencyName: string;
  number: number;
  paragraphs: Paragraph[];
  values: IndicatorValue[];
};

/** The newest filing of each report of a period that is sent and not returned, agencies in the board's order. */
export async function listFiledReports(tx: Tx, periodId: string): Promise<FiledReport[]> {
  const rows = await tx
    .selectFrom('agency_report')
    .innerJoin('agency_report_filing', (join) =>
      join
        .onRef('agency_report_filing.tenant_id', '=', 'agency_report.tenant_id')
        .onRef('agency_report_filing.agency_report_id', '=', 'agency_report.id')
        .onRef('agency_report_filing.number', '=', 'agency_report.filed_number'),
    )
    .select([
      'agency_report.id as agencyReportId',
      'agency_report.agency_id as agencyId',
      'agency_report.agency_name as agencyName',
      'agency_report_filing.number',
      'agency_report_filing.paragraphs',
      'agency_report_filing.indicator_values as values',
    ])
    .where('agency_report.period_id', '=', periodId)
    .where('agency_report.state', 'in', ['submitted', 'accepted'])
    .orderBy('agency_report.agency_name')
    .execute();
  return rows.map(asFiled);
}

/** One version that was filed, by report and number. */
export async function findFiling(tx: Tx, reportId: string, number: number) {
  const row = await tx
    .selectFrom('agency_report_filing')
    .select(filingColumns)
    .where('agency_report_id', '=', reportId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && asFiled(row);
}

/**
 * What an agency filed before under the same definition: of the period of the same kind before this one, and of
 * shorter ones inside its window. Reports returned and not sent again are left out.
 */
export async function listFiledBefore(
  tx: Tx,
  period: { id: string; definitionId: string; kind: string; from: string; to: string },
  agencyId: string,
): Promise<FiledBefore> {
  const rows = await tx
    .selectFrom('agency_report as r')
    .innerJoin('report_period as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.period_id'),
    )
    .innerJoin('agency_report_filing as f', (join) =>
      join
        .onRef('f.tenant_id', '=', 'r.tenant_id')
        .onRef('f.agency_report_id', '=', 'r.id')
        .onRef('f.number', '=', 'r.filed_number'),
    )
    .select([
      'p.name',
      'p.kind',
      'p.window_from as from',
      'p.window_to as to',
      'f.indicator_values as values',
    ])
    .where('r.agency_id', '=', agencyId)
    .where('p.definition_id', '=', period.definitionId)
    .where('p.id', '<>', period.id)
    .where('p.window_to', '<=', period.to)
    .where('r.state', 'in', ['submitted', 'accepted'])
    .orderBy('p.window_to', 'desc')
    .execute();
  return {
    last: rows.find((row) => row.kind === period.kind && row.to < period.from) ?? null,
    within: rows.filter((row) => row.kind !== period.kind && row.from >= period.from),
  };
}

/** Those of these reports that are not filed yet, with what a reminder says of them. */
export const listOwedReports = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('agency_report as r')
    .innerJoin('report_period as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.period_id'),
    )
    .select([
      'r.id',
      'r.agency_id as agencyId',
      'r.agency_name as agencyName',
      'p.name as title',
      'p.due_on as dueOn',
    ])
    .where('r.id', 'in', [...ids])
    .where('r.state', 'in', ['draft', 'returned'])
    .where('r.joined_into', 'is', null)
    .execute();
