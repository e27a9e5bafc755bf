import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Activity, Entry } from './activity.ts';

type Reach = 'all' | readonly string[];

/** Aid items of the register with what was received, used and given back of aid money; nothing sealed is read. */
export async function listActivities(tx: Tx, reach: Reach): Promise<Activity[]> {
  const { rows } = await sql<Omit<Activity, 'entries'>>`
    select p.id, p.name as title, p.english_name as "englishTitle", nullif(concat_ws(E'\n', p.goals, p.results), '') as description,
      coalesce(p.works, '{}') as works, p.donor, p.donor_kind as "donorKind", p.co_donors as "coDonors",
      g.name as governing, p.owner, p.place as commune, p.state,
      p.during_from::text as "plannedFrom", p.during_to::text as "plannedTo", p.approved_on::text as "approvedOn",
      p.started_on::text as "startedOn", p.ended_on::text as "endedOn", p.closing_report_on::text as "closingReportOn",
      p.pledged_on::text as "pledgedOn", ${money('pledged')} as pledged, ${money('approved')} as approved, p.changed_at as "changedAt"
    from aid_project p left join agency g on g.tenant_id = p.tenant_id and g.id = p.governing
    where p.removed_at is null and p.merged_into is null
      ${reach === 'all' ? sql`` : sql`and p.agency_id = any(${[...reach]}::uuid[])`}
    order by p.approved_on nulls last, p.id`.execute(tx);
  const entries = Map.groupBy(await listEntries(tx), ({ projectId }) => projectId);
  return rows.map((row) => ({
    ...row,
    entries: (entries.get(row.id) ?? []).map(({ projectId: _, ...entry }) => entry),
  }));
}

const money = (field: string) =>
  sql`case when ${sql.ref(`p.${field}`)} is null then null else jsonb_build_object('amount', ${sql.ref(`p.${field}`)},
    'currency', ${sql.ref(`p.${field}_currency`)}, 'rateOn', ${sql.ref(`p.${field}_rate_on`)}) end`;

async function listEntries(tx: Tx): Promise<(Entry & { projectId: string })[]> {
  const { rows } = await sql<Entry & { projectId: string }>`
    select coalesce(p.merged_into, p.id) as "projectId", d.entry, d.paid_on::text as on, d.content, d.amount::float as amount,
      d.amount_currency as currency, d.amount_rate_on::text as "rateOn"
    from aid_disbursement d join aid_project p on p.tenant_id = d.tenant_id and p.id = d.project
    where d.removed_at is null and d.merged_into is null and d.source = 'aid' order by d.paid_on, d.id`.execute(
    tx,
  );
  return rows;
}
