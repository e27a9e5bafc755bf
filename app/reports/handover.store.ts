import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { ReportState } from './period.contract.ts';
import { asContent, type KeptContent, type ReportContent } from './report.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    agency_report_handover: {
      tenant_id: Filled<string>;
      agency_report_id: string;
      succession_id: string;
      from_agency_id: string;
      from_agency_name: string;
      on_day: string;
    };
  }
}

export type HandedReport = {
  id: string;
  periodId: string;
  label: string;
  agencyId: string;
  agencyName: string;
  state: ReportState;
  joinedInto: string | null;
  revision: number;
  content: ReportContent | null;
};

/** Every report of these agencies, the newest period first. */
export async function listReportsOfAgencies(tx: Tx, agencyIds: readonly string[]): Promise<HandedReport[]> {
  const { rows } = await sql<Omit<HandedReport, 'content'> & { content: KeptContent | null }>`
    select r.id, r.period_id as "periodId", p.name as label, r.agency_id as "agencyId", r.agency_name as "agencyName",
      r.state, r.joined_into as "joinedInto", r.revision, r.content
    from agency_report r join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
    where r.agency_id = any(${[...agencyIds]}::uuid[]) order by p.window_to desc, r.id`.execute(tx);
  return rows.map((row) => ({ ...row, content: row.content && asContent(row.content) }));
}

export type ReportPlace = { agencyId: string; agencyName: string; joinedInto: string | null };

/** Puts an owed report where it belongs from a day on: under the successor, or into the successor's own. */
export async function handOverReport(
  tx: Tx,
  { successionId, on }: { successionId: string; on: string },
  id: string,
  before: ReportPlace,
  after: ReportPlace,
): Promise<void> {
  await placeReport(tx, id, after);
  await tx
    .insertInto('agency_report_handover')
    .values({
      agency_report_id: id,
      succession_id: successionId,
      from_agency_id: before.agencyId,
      from_agency_name: before.agencyName,
      on_day: on,
    })
    .execute();
}

export async function takeBackReport(
  tx: Tx,
  successionId: string,
  id: string,
  before: ReportPlace,
): Promise<void> {
  await placeReport(tx, id, before);
  await tx
    .deleteFrom('agency_report_handover')
    .where('succession_id', '=', successionId)
    .where('agency_report_id', '=', id)
    .execute();
}

const placeReport = (tx: Tx, id: string, place: ReportPlace) =>
  tx
    .updateTable('agency_report')
    .set({
      agency_id: place.agencyId,
      agency_name: place.agencyName,
      joined_into: place.joinedInto,
    })
    .where('id', '=', id)
    .execute();

/** Puts a draft in place of another, with its revision: what two agencies had written becomes one. */
export async function replaceDraft(
  tx: Tx,
  id: string,
  draft: { content: ReportContent | null; revision: number },
): Promise<void> {
  await tx
    .updateTable('agency_report')
    .set({ content: draft.content && JSON.stringify(draft.content), revision: draft.revision })
    .where('id', '=', id)
    .execute();
}
