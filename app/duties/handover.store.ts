import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { AssignmentState } from './assignment.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    assignment_handover: {
      tenant_id: Filled<string>;
      assignment_id: string;
      succession_id: string;
      from_agency_id: string;
      to_agency_id: string;
      on_day: string;
    };
  }
}

/** An agency's part as a succession sees it. Days are Vietnamese. */
export type HandedPart = {
  id: string;
  dutyId: string;
  label: string;
  text: string;
  agencyId: string;
  firstAgencyId: string | null;
  state: AssignmentState;
  dueOn: string | null;
  completedOn: string | null;
  closedOn: string | null;
  isRequest: boolean;
  changedAt: Date;
};

/** Every part of these agencies, withdrawn ones too, in the order of the documents. */
export async function listPartsOfAgencies(tx: Tx, agencyIds: readonly string[]): Promise<HandedPart[]> {
  const { rows } = await sql<HandedPart>`
    select a.id, a.duty_id as "dutyId", duty.text, a.agency_id as "agencyId", a.first_agency_id as "firstAgencyId",
      concat_ws(', ', nullif(duty.path, ''), document.symbol) as label, a.state, a.due_on as "dueOn",
      (a.completed_at at time zone 'Asia/Ho_Chi_Minh')::date as "completedOn",
      case when a.state = 'completed' then (coalesce(a.confirmed_at, a.completed_at) at time zone 'Asia/Ho_Chi_Minh')::date end as "closedOn",
      duty.is_request as "isRequest", a.changed_at as "changedAt"
    from assignment a join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    where a.agency_id = any(${[...agencyIds]}::uuid[])
    order by document.published_at, duty.document_id, duty.position, a.role desc, a.id`.execute(tx);
  return rows;
}

export type Handover = { id: string; fromId: string; toId: string; firstAgencyId: string | null };

/** Gives parts to the agency that comes after, from a day on; state, clock and progress stay as they are. */
export async function handOverParts(
  tx: Tx,
  { successionId, on }: { successionId: string; on: string },
  parts: readonly Handover[],
): Promise<void> {
  for (const part of parts) {
    await tx
      .updateTable('assignment')
      .set({ agency_id: part.toId, first_agency_id: part.firstAgencyId })
      .where('id', '=', part.id)
      .execute();
    await tx
      .insertInto('assignment_handover')
      .values({
        assignment_id: part.id,
        succession_id: successionId,
        from_agency_id: part.fromId,
        to_agency_id: part.toId,
        on_day: on,
      })
      .execute();
  }
}

/** Gives them back as if they had never moved. */
export async function takeBackParts(tx: Tx, successionId: string, parts: readonly Handover[]): Promise<void> {
  for (const part of parts)
    await tx
      .updateTable('assignment')
      .set({ agency_id: part.fromId, first_agency_id: part.firstAgencyId })
      .where('id', '=', part.id)
      .execute();
  await tx.deleteFrom('assignment_handover').where('succession_id', '=', successionId).execute();
}
