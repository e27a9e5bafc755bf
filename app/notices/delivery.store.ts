import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

/** Notices of one step about one part of a duty. */
export type ToldOfDuty = {
  dutyId: string;
  agency: string | null;
  step: string;
  dueOn: string | null;
  isRequest: boolean;
  people: number;
  notices: string[];
};

const told = sql`notice.duty_id as "dutyId", agency.name as agency, notice.step, notice.due_on as "dueOn",
  notice.is_request as "isRequest", count(distinct notice.person_id)::integer as people,
  (array_agg(notice.id order by notice.seq))[1:50] as notices
  from notice left join agency on agency.tenant_id = notice.tenant_id and agency.id = notice.agency_id`;
const each = sql`group by notice.duty_id, notice.subject_id, agency.name, notice.step, notice.due_on, notice.is_request
  order by min(notice.seq)`;

/** What the ladder sent in this moment, by duty and step. */
export async function listSentOfDuties(tx: Tx, at: Date): Promise<ToldOfDuty[]> {
  const { rows } = await sql<ToldOfDuty>`select ${told}
    where notice.sent_at = ${at} and notice.sent_by is null and notice.duty_id is not null
      and notice.subject_kind <> 'letter' ${each}`.execute(tx);
  return rows;
}

/** Of these notices those about duties. */
export async function listToldOf(tx: Tx, ids: readonly string[]): Promise<ToldOfDuty[]> {
  if (!ids.length) return [];
  const { rows } = await sql<ToldOfDuty>`select ${told}
    where notice.id = any(${[...ids]}::uuid[]) and notice.duty_id is not null and notice.subject_kind <> 'letter'
    ${each}`.execute(tx);
  return rows;
}

/** Whose report it is; undefined where there is none. */
export const findReportAgency = (tx: Tx, id: string) =>
  tx.selectFrom('agency_report').select('agency_id as agencyId').where('id', '=', id).executeTakeFirst();
