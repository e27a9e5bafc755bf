import { sql } from 'kysely';
import { officeDayOf } from '#app/duties/index.ts';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { Answer, AnsweredStep, StepKey } from './letter-step.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    letter_step: {
      tenant_id: Filled<string>;
      assignment_id: string;
      step: string;
      anchor_on: string;
      letter_id: string | null;
      drafted_at: Date;
      answer: Filled<Answer | null>;
      answered_on: Filled<string | null>;
    };
  }
}

/** Which of these steps a letter was drafted for before, also where a person dropped it. */
export async function listDrafted(tx: Tx, assignmentIds: readonly string[]): Promise<StepKey[]> {
  if (!assignmentIds.length) return [];
  return tx
    .selectFrom('letter_step')
    .select(['assignment_id as assignmentId', 'step', 'anchor_on as anchorOn'])
    .where('assignment_id', '=', sql<string>`any(${[...assignmentIds]}::uuid[])`)
    .execute();
}

export async function insertSteps(tx: Tx, letterId: string, steps: readonly StepKey[], at: Date) {
  await tx
    .insertInto('letter_step')
    .values(
      steps.map(({ assignmentId, step, anchorOn }) => ({
        assignment_id: assignmentId,
        step,
        anchor_on: anchorOn,
        letter_id: letterId,
        drafted_at: at,
      })),
    )
    .execute();
}

/** A draft of the ladder to an agency that nobody has edited or issued: what comes later joins it. */
export async function findWaitingDraft(
  tx: Tx,
  { issuerId, agencyId }: { issuerId: string; agencyId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select l.id from letter l
    where l.issuer_id = ${issuerId} and l.state = 'draft' and l.changed_by is null
      and exists (select from letter_agency a where a.tenant_id = l.tenant_id and a.letter_id = l.id
        and a.agency_id = ${agencyId})
    order by l.made_at desc limit 1 for update of l`.execute(tx);
  return rows[0]?.id;
}

/** What the agency did since the letter was drafted, by which the step is over; null: nothing. */
const answer = sql`case
  when a.state = 'withdrawn' then 'withdrawn'
  when a.state = 'refused' then 'refused'
  when a.state in ('awaiting-confirmation', 'completed') then 'done'
  when exists (select from extension e where e.tenant_id = a.tenant_id and e.assignment_id = a.id
    and e.asked_at > s.drafted_at) then 'extension'
  when exists (select from progress_entry p where p.tenant_id = a.tenant_id and p.assignment_id = a.id
    and p.created_at > s.drafted_at) then 'progress'
  when exists (select from difficulty d where d.tenant_id = a.tenant_id and d.assignment_id = a.id
    and d.raised_at > s.drafted_at) then 'difficulty'
  when a.stopped_on is not null then 'waits'
  when s.step like 'silent:%' and a.state <> 'assigned' then 'received'
  when s.step like 'overdue:%' and a.due_on is distinct from s.anchor_on then 'moved' end`;

/** The steps of drafts (one or all) with what has answered them, told before or only now. */
export async function listAnswers(
  tx: Tx,
  { letterId, today }: { letterId?: string; today: string },
): Promise<AnsweredStep[]> {
  const { rows } = await sql<AnsweredStep>`
    select s.letter_id as "letterId", s.assignment_id as "assignmentId", s.step, s.anchor_on as "anchorOn",
      a.duty_id as "dutyId", a.agency_id as "agencyId", left(duty.text, 300) as text, duty.path,
      coalesce(s.answer, ${answer}) as answer, coalesce(s.answered_on, ${today}::date) as "answeredOn",
      s.answer is not null as "isTold", l.changed_by is null as "isUntouched",
      ${officeDayOf(sql`s.drafted_at`)} as "draftedOn"
    from letter_step s join letter l on l.tenant_id = s.tenant_id and l.id = s.letter_id
    join assignment a on a.tenant_id = s.tenant_id and a.id = s.assignment_id
    join duty on duty.tenant_id = a.tenant_id and duty.id = a.duty_id
    where ${letterId ? sql`l.id = ${letterId}` : sql`l.state = 'draft'`}
    order by duty.position, s.assignment_id, s.step`.execute(tx);
  return rows.map((row) => (row.answer ? row : { ...row, answeredOn: null }));
}

export async function markAnswered(tx: Tx, steps: readonly AnsweredStep[]): Promise<void> {
  for (const { assignmentId, step, anchorOn, answer, answeredOn } of steps)
    await tx
      .updateTable('letter_step')
      .set({ answer, answered_on: answeredOn })
      .where('assignment_id', '=', assignmentId)
      .where('step', '=', step)
      .where('anchor_on', '=', anchorOn)
      .execute();
}

/** Letters drafted by the ladder, by id, with how many duties each names still. */
export async function countSteps(tx: Tx): Promise<Map<string, { open: number; all: number }>> {
  const { rows } = await sql<{ id: string; open: number; all: number }>`
    select letter_id as id, (count(distinct assignment_id) filter (where answer is null))::integer as open,
      count(distinct assignment_id)::integer as all
    from letter_step where letter_id is not null group by letter_id`.execute(tx);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
