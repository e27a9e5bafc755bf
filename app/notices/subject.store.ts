import { sql } from 'kysely';
import { officeDayOf } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Role } from '#app/platform/viewer.ts';
import type { Subject } from './ladder.ts';
import type { Holder } from './recipients.ts';

type Found = Omit<Subject, 'actor'> & {
  actorAgencyId: string | null;
  actorRole: 'focal-officer' | 'leader' | null;
};

/** Those within reach of the days of a ladder, of some agencies, or one. */
export type SubjectFilter = { from: string; to: string; agencyIds?: readonly string[]; id?: string };

/**
 * Everything with a clock that waits for somebody, of the whole province or of some agencies. Parts that are done,
 * refused, set aside, or whose clock stands are not there: nobody is reminded of them.
 */
export async function listSubjects(tx: Tx, filter: SubjectFilter): Promise<Subject[]> {
  const { rows } = await sql<Found>`
    ${parts(filter)} union all ${extensions(filter)} union all ${difficulties(filter)} union all ${reports(filter)}
    union all ${asks(filter)}`.execute(tx);
  return rows.map(({ actorAgencyId, actorRole, ...subject }) => ({
    ...subject,
    actor: actorRole ? { role: actorRole } : { agencyId: actorAgencyId ?? subject.agencyId },
  }));
}

const title = (column: string) => sql`left(${sql.ref(column)}, 300)`;
const within = ({ agencyIds, id }: SubjectFilter, agency: string, key: string) =>
  sql`${agencyIds ? sql`${sql.ref(agency)} = any(${[...agencyIds]}::uuid[])` : sql`true`}
    and ${id ? sql`${sql.ref(key)} = ${id}::uuid` : sql`true`}`;

const parts = (filter: SubjectFilter) => sql`
  select 'duty' as kind, a.id, a.duty_id as "dutyId", ${title('duty.text')} as title, a.agency_id as "agencyId",
    a.agency_id as "actorAgencyId", null::text as "actorRole", duty.is_request as "isRequest", a.due_on as "dueOn",
    ${officeDayOf(sql`case when a.state = 'assigned' then a.changed_at else coalesce(a.received_at, duty.created_at) end`)} as "begunOn",
    a.state = 'assigned' as "isSilent", false as "isCountered",
    ${officeDayOf(sql`greatest(
      (select max(p.created_at) from progress_entry p where p.tenant_id = a.tenant_id and p.assignment_id = a.id),
      (select max(e.asked_at) from extension e where e.tenant_id = a.tenant_id and e.assignment_id = a.id))`)} as "answeredOn"
  from assignment a join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
  where a.state in ('assigned', 'received', 'in-progress', 'returned') and a.stopped_on is null
    and (a.due_on between ${filter.from}::date and ${filter.to}::date
      or (a.state = 'assigned' and a.changed_at >= ${filter.from}::date))
    and ${within(filter, 'a.agency_id', 'a.id')}`;

/**
 * Asked and not decided: waits for who decides; the focal agency's own requests are decided by a leader. Answered
 * with another day: waits for the agency that asked.
 */
const extensions = (filter: SubjectFilter) => sql`
  select 'extension', e.id, a.duty_id, ${title('duty.text')}, a.agency_id, a.agency_id,
    case when e.state = 'countered' then null when exists (select from membership m where m.tenant_id = a.tenant_id and m.agency_id = a.agency_id
      and m.role = 'focal-officer' and m.valid_to is null) then 'leader' else 'focal-officer' end,
    false, null::date, ${officeDayOf(sql`case when e.state = 'countered' then coalesce(e.decided_at, e.asked_at) else e.asked_at end`)},
    false, e.state = 'countered', null::date
  from extension e join assignment a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
  join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
  where (e.state = 'open' and e.asked_at >= ${filter.from}::date
      or e.state = 'countered' and e.decided_at >= ${filter.from}::date) and ${within(filter, 'a.agency_id', 'e.id')}`;

const difficulties = (filter: SubjectFilter) => sql`
  select 'difficulty', d.id, d.duty_id, ${title('d.words')}, d.agency_id, d.authority_id,
    case d.level when 'focal' then 'focal-officer' when 'committee' then 'leader' end,
    false, d.reply_due_on, ${officeDayOf(sql`d.raised_at`)}, false, false, null::date
  from difficulty d where d.state = 'open' and d.reply_due_on between ${filter.from}::date and ${filter.to}::date
    and ${within(filter, 'd.agency_id', 'd.id')}`;

const reports = (filter: SubjectFilter) => sql`
  select 'report', r.id, null::uuid, ${title('p.name')}, r.agency_id, r.agency_id, null::text,
    false, p.due_on, ${officeDayOf(sql`p.opened_at`)}, false, false, null::date
  from agency_report r join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
  where r.state in ('draft', 'returned') and r.joined_into is null
    and p.due_on between ${filter.from}::date and ${filter.to}::date and ${within(filter, 'r.agency_id', 'r.id')}`;

/** Asked back of an agency about its report, and not answered; what it asks is for that agency alone. */
const asks = (filter: SubjectFilter) => sql`
  select 'ask', q.id, null::uuid, ${title('p.name')}, r.agency_id, r.agency_id, null::text,
    false, q.due_on, ${officeDayOf(sql`q.asked_at`)}, false, false, null::date
  from consolidation_ask q join agency_report r on r.tenant_id = q.tenant_id and r.id = q.agency_report_id
  join report_period p on p.tenant_id = r.tenant_id and p.id = r.period_id
  where q.state = 'open' and q.due_on between ${filter.from}::date and ${filter.to}::date
    and ${within(filter, 'r.agency_id', 'q.id')}`;

/** Roles held on a day by people who work, with who stands in for those who are away. */
export async function listHolders(tx: Tx, day: string): Promise<Holder[]> {
  const { rows } = await sql<Holder & { role: Role }>`
    select m.person_id as "personId", m.agency_id as "agencyId", m.role,
      (select a.substitute_id from absence a join person s on s.tenant_id = a.tenant_id and s.id = a.substitute_id
        where a.tenant_id = m.tenant_id and a.person_id = m.person_id and a.agency_id = m.agency_id
          and a.cancelled_at is null and ${day}::date between a.from_on and a.to_on
          and (s.ended_on is null or s.ended_on >= ${day}::date) and s.erased_at is null
        order by a.set_at desc limit 1) as "substituteId"
    from membership m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
    where m.role in ('focal-officer', 'leader', 'agency-focal', 'agency-head', 'staff')
      and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
      and (p.ended_on is null or p.ended_on >= ${day}::date) and p.erased_at is null
    order by m.person_id`.execute(tx);
  return rows;
}
