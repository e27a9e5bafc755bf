import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

/** States of a report by what the ledger says last happened to it; before any of these it was being written. */
const stateByEvent = sql`case (
    select event.kind from event where event.tenant_id = r.tenant_id and event.subject_kind = 'agency-report'
      and event.subject_id = r.id and event.kind in ('agency-report.submitted', 'agency-report.returned', 'agency-report.accepted')
      and (event.at at time zone 'Asia/Ho_Chi_Minh')::date <= `;

/**
 * The same transaction, in which `agency_report` and `report_period` are what they were at the end of a day: whose a
 * report was, under which name, how far. `day` null: as they are.
 */
export function reportsOn(tx: Tx, day: string | null): Tx {
  if (!day) return tx;
  const moved = sql`(select h from agency_report_handover h
    where h.tenant_id = r.tenant_id and h.agency_report_id = r.id and h.on_day > ${day}::date order by h.on_day limit 1)`;
  return tx
    .with(
      'report_period',
      () =>
        sql<object>`(select p.* from public.report_period p where (p.opened_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date)`,
    )
    .with(
      'agency_report',
      () => sql<object>`(
      select so.* from public.agency_report r
      cross join lateral (select ${moved} as h) earlier
      cross join lateral jsonb_populate_record(r, jsonb_build_object(
        'agency_id', coalesce((earlier.h).from_agency_id, r.agency_id),
        'agency_name', coalesce((earlier.h).from_agency_name, r.agency_name),
        'joined_into', case when (earlier.h).on_day is null then r.joined_into end,
        'saved_at', case when (r.saved_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date then r.saved_at end,
        'state', ${stateByEvent}${day}::date order by event.seq desc limit 1)
          when 'agency-report.submitted' then 'submitted' when 'agency-report.returned' then 'returned'
          when 'agency-report.accepted' then 'accepted' else 'draft' end,
        'filed_number', (select max(f.number) from agency_report_filing f
          where f.tenant_id = r.tenant_id and f.agency_report_id = r.id
            and (f.filed_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date))) so)`,
    ) as unknown as Tx;
}
