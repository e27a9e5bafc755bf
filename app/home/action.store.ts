import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

export type DutyFacts = {
  id: string;
  documentId: string;
  /** 'Kế hoạch 217/KH-UBND'. */
  document: string;
  path: string;
  isRequest: boolean;
};

/** What is said of duties besides their words; ids of other things are left out. */
export async function findDutyFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, DutyFacts>> {
  const { rows } = await sql<DutyFacts>`
    select duty.id, duty.document_id as "documentId", coalesce(nullif(duty.path, ''), duty.position::text) as path,
      coalesce(concat_ws(' ', document.kind, document.symbol), '') as document, duty.is_request as "isRequest"
    from duty join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    where duty.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** New duties of one document that these agencies have not received: as their list counts them. */
export async function countNewIn(tx: Tx, documentId: string, agencyIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(distinct (a.duty_id, a.first_agency_id))::integer as many from assignment a
    join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    where duty.document_id = ${documentId}::uuid and a.state = 'assigned'
      and a.agency_id = any(${[...agencyIds]}::uuid[])`.execute(tx);
  return rows[0]!.many;
}
