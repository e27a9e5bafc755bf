import { type Expression, sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import { dutiesAsOf } from './as-of.store.ts';
import { partColumns } from './assignment.store.ts';
import type { AssignmentState } from './assignment.ts';
import type { DueSource } from './due-source.ts';
import { clockOfWhole, summarise, type TimedPart } from './duty.ts';
import { officeDayOf } from './four-cells.store.ts';
import type { DatedNames } from './present-units.ts';
import { type ProgressEntry, progressOf } from './progress.store.ts';
import { setDueDays } from './recurrence/recurrence.store.ts';
import type { Signal } from './signal/signal.ts';
import type { Wait } from './standing-clock.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    duty: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      document_id: string;
      position: number;
      path: string;
      text: string;
      folded: Filled<never>;
      text_begin: number;
      text_end: number;
      is_request: boolean;
      deadline_words: string | null;
      deadline_kind: string | null;
      due_on: string | null;
      first_due_on: string | null;
      due_source: Filled<DueSource | null>;
      stopped_on: Filled<string | null>;
      report_to: string | null;
      product: string | null;
      task_groups: Filled<string[]>;
      state: Filled<AssignmentState>;
      completed_on: Filled<string | null>;
      unnamed_holders: Filled<string[]>;
      unnamed_coordinators: Filled<string[]>;
      created_at: Date;
    };
    assignment: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      duty_id: string;
      agency_id: string;
      printed_name: string;
      role: 'holder' | 'coordinator';
      leads: boolean;
      state: Filled<AssignmentState>;
      state_before: Filled<AssignmentState | null>;
      due_on: string | null;
      first_due_on: Filled<string | null>;
      stopped_on: Filled<string | null>;
      waits_for: Filled<Wait[]>;
      paused_until: Filled<string | null>;
      received_at: Filled<Date | null>;
      completed_at: Filled<Date | null>;
      confirmed_at: Filled<Date | null>;
      changed_at: Date;
      reason: Filled<string | null>;
      proposed_agency_id: Filled<string | null>;
      /** How its agency judges it, in a word and a sentence. */
      signal: Filled<Signal | null>;
      signal_said: Filled<string | null>;
      signal_at: Filled<Date | null>;
      /** Whom it was first given to, when a succession moved it since. */
      first_agency_id: Filled<string | null>;
    };
  }
}

export type NewDuty = {
  documentId: string;
  position: number;
  path: string;
  text: string;
  /** [begin, end) into the document's text, UTF-16 units. */
  span: [number, number];
  isRequest: boolean;
  deadlineWords: string | null;
  deadlineKind: string | null;
  dueOn: string | null;
  dueSource: DueSource | null;
  reportTo: string | null;
  product: string | null;
  taskGroups: string[];
  unnamedHolders: string[];
  unnamedCoordinators: string[];
};

export type NewAssignment = {
  agencyId: string;
  printedName: string;
  role: 'holder' | 'coordinator';
  leads: boolean;
};

/** Adds a duty with the parts of its agencies; all are due when the duty is. Returns its id. */
export async function insertDuty(tx: Tx, duty: NewDuty, parts: NewAssignment[], at: Date): Promise<string> {
  const { id } = await tx
    .insertInto('duty')
    .values({
      document_id: duty.documentId,
      position: duty.position,
      path: duty.path,
      text: duty.text,
      text_begin: duty.span[0],
      text_end: duty.span[1],
      is_request: duty.isRequest,
      deadline_words: duty.deadlineWords,
      deadline_kind: duty.deadlineKind,
      due_on: duty.dueOn,
      first_due_on: duty.dueOn,
      due_source: duty.dueOn ? duty.dueSource : null,
      report_to: duty.reportTo,
      product: duty.product,
      task_groups: duty.taskGroups,
      unnamed_holders: duty.unnamedHolders,
      unnamed_coordinators: duty.unnamedCoordinators,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (parts.length) await insertAssignments(tx, id, parts, duty.dueOn, at);
  return id;
}

/** Where a duty given out later stands in its document: after all others. */
export async function nextPosition(tx: Tx, documentId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('duty')
    .select((of) => of.fn.max('position').as('last'))
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Gives parts of a duty to agencies. */
export async function insertAssignments(
  tx: Tx,
  dutyId: string,
  parts: NewAssignment[],
  dueOn: string | null,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('assignment')
    .values(
      parts.map((part) => ({
        duty_id: dutyId,
        agency_id: part.agencyId,
        printed_name: part.printedName,
        role: part.role,
        leads: part.leads,
        due_on: dueOn,
        first_due_on: dueOn,
        changed_at: at,
      })),
    )
    .execute();
}

const dutyColumns = [
  'duty.id',
  'duty.document_id as documentId',
  'document.symbol',
  'document.title as documentTitle',
  'document.issued_on as issuedOn',
  'duty.position',
  'duty.path',
  'duty.text',
  'duty.text_begin as begin',
  'duty.text_end as end',
  'duty.is_request as isRequest',
  'duty.deadline_words as deadlineWords',
  'duty.deadline_kind as deadlineKind',
  'duty.due_on as dueOn',
  'duty.first_due_on as firstDueOn',
  'duty.due_source as dueSource',
  'duty.stopped_on as stoppedOn',
  'duty.report_to as reportTo',
  'duty.product',
  'duty.task_groups as taskGroups',
  'duty.unnamed_holders as unnamedHolders',
  'duty.unnamed_coordinators as unnamedCoordinators',
] as const;

/** @throws Problem 404 */
export async function getDuty(tx: Tx, id: string) {
  const found = await dutyOf(tx, id).executeTakeFirst();
  if (!found) throw notFound('nhiệm vụ này');
  return found;
}

const dutyOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('duty')
    .innerJoin('document', (join) =>
      join.onRef('document.tenant_id', '=', 'duty.tenant_id').onRef('document.id', '=', 'duty.document_id'),
    )
    .select(dutyColumns)
    // The heading words of each task group the duty serves, from the reading it came from.
    .select(
      sql<{ path: string; start: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('path', g->>'path', 'start', g->>'start'))
        from jsonb_array_elements(document.reading->'taskGroups') g
        where g->>'path' = any(duty.task_groups)), '[]')`.as('groups'),
    )
    .where('duty.id', '=', id);

/** The parts of a duty, those who lead first. */
export const listAssignments = (tx: Tx, dutyId: string) => partsOf(tx, dutyId).execute();

const partsOf = (tx: Tx, dutyId: string) =>
  tx
    .selectFrom('assignment')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'assignment.tenant_id')
        .onRef('agency.id', '=', 'assignment.agency_id'),
    )
    .leftJoin('agency as proposed', (join) =>
      join
        .onRef('proposed.tenant_id', '=', 'assignment.tenant_id')
        .onRef('proposed.id', '=', 'assignment.proposed_agency_id'),
    )
    .select([...partColumns, 'assignment.reason', 'proposed.name as proposedAgencyName'])
    .where('assignment.duty_id', '=', dutyId)
    .orderBy('assignment.role', 'desc')
    .orderBy('assignment.leads', 'desc')
    .orderBy(sql`agency.name collate "vi-x-icu"`);

type Duty = Awaited<ReturnType<typeof getDuty>>;
type Part = Awaited<ReturnType<typeof listAssignments>>[number];
/** A duty with all that its page tells, in one statement. Moments are text, as JSON keeps them. */
export type DutyRecord = {
  duty: Duty;
  parts: (Omit<Part, Moment> & Record<Moment, string | null>)[];
  progress: (Omit<ProgressEntry, 'createdAt'> & { createdAt: string })[];
  /** Who came after whom, the oldest change first. */
  links: { fromId: string; toId: string; kind: string; on: string }[];
  /** Names of the agencies of the parts and of those that came after some agency. */
  agencies: DatedNames[];
};
type Moment = 'receivedAt' | 'completedAt' | 'confirmedAt';

/** One duty, today or at the end of a day. @throws Problem 404 */
export async function getDutyRecord(tx: Tx, id: string, asOf: string | null): Promise<DutyRecord> {
  const then = dutiesAsOf(tx, asOf);
  const list = (rows: Expression<unknown>) => sql`(select coalesce(json_agg(one), '[]') from ${rows} one)`;
  const { rows } = await sql<DutyRecord>`select row_to_json(one) as duty, ${list(partsOf(then, id))} as parts,
      ${list(progressOf(tx, { dutyId: id, ...(asOf ? { to: asOf } : {}) }))} as progress, (
        select coalesce(json_agg(json_build_object('fromId', from_agency_id, 'toId', to_agency_id, 'kind', kind, 'on', on_day) order by on_day), '[]')
        from agency_succession) as links, (
        select json_agg(json_build_object('id', id, 'name', name, 'names', (
          select coalesce(json_agg(json_build_object('id', n.id, 'kind', kind, 'name', name, 'validFrom', valid_from, 'validTo', valid_to)), '[]')
          from agency_name n where n.tenant_id = a.tenant_id and n.agency_id = a.id and n.kind = 'full')))
        from agency a where id in (select agency_id from assignment where duty_id = ${id}
          union select first_agency_id from assignment where duty_id = ${id} union select from_agency_id from assignment_handover h
            join assignment p on p.tenant_id = h.tenant_id and p.id = h.assignment_id where p.duty_id = ${id}
          union select to_agency_id from agency_succession)) as agencies
    from ${dutyOf(then, id)} one`.execute(tx);
  if (!rows[0]) throw notFound('nhiệm vụ này');
  return rows[0];
}

/** Writes the state of the whole anew from its parts; called in the transaction that changed one of them. */
export async function refreshDuty(tx: Tx, dutyId: string): Promise<void> {
  await setDueDays(tx, dutyId);
  const parts: TimedPart[] = await tx
    .selectFrom('assignment')
    .select(['role', 'leads', 'state', 'due_on as dueOn', 'stopped_on as stoppedOn'])
    .select(sql<string | null>`${officeDayOf(sql`completed_at`)}`.as('completedOn'))
    .where('duty_id', '=', dutyId)
    .execute();
  const { state, completedOn } = summarise(parts);
  const { dueOn, stoppedOn } = clockOfWhole(parts);
  // A note of progress mostly leaves the whole as it is: then nothing is written, and no line of a list either.
  await sql`update duty set state = ${state}, completed_on = ${completedOn}, stopped_on = ${stoppedOn}, due_on = coalesce(${dueOn}, due_on)
    where id = ${dutyId} and (state, completed_on, stopped_on, due_on)
      is distinct from (${state}, ${completedOn}::date, ${stoppedOn}::date, coalesce(${dueOn}, due_on))`.execute(
    tx,
  );
}
