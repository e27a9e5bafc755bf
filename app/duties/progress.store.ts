import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { AssignmentState } from './assignment.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    progress_entry: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      assignment_id: string;
      note: string;
      done_on: string;
      author_id: string;
      created_at: Date;
      /** The time of a recurring duty it tells of, and whether it says that this time is done. */
      occurrence_id: Filled<string | null>;
      closes: Filled<boolean>;
      links: Filled<string[]>;
    };
    evidence: { tenant_id: Filled<string>; progress_entry_id: string; file_id: string };
  }
}

export async function insertProgress(
  tx: Tx,
  entry: {
    assignmentId: string;
    note: string;
    doneOn: string;
    authorId: string;
    at: Date;
    occurrenceId?: string | null;
    closes?: boolean;
    links?: string[];
  },
  fileIds: string[],
): Promise<string> {
  const { id } = await tx
    .insertInto('progress_entry')
    .values({
      assignment_id: entry.assignmentId,
      note: entry.note,
      done_on: entry.doneOn,
      author_id: entry.authorId,
      created_at: entry.at,
      occurrence_id: entry.occurrenceId ?? null,
      closes: entry.closes ?? false,
      links: entry.links ?? [],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (fileIds.length)
    await tx
      .insertInto('evidence')
      .values(fileIds.map((fileId) => ({ progress_entry_id: id, file_id: fileId })))
      .execute();
  return id;
}

export type ProgressEntry = {
  id: string;
  assignmentId: string;
  dutyId: string;
  agencyId: string;
  agencyName: string;
  note: string;
  doneOn: string;
  authorName: string;
  createdAt: Date;
  files: { fileId: string; name: string; size: number }[];
  links: string[];
  /** The day of the time of a recurring duty it tells of. */
  occursOn: string | null;
  /** Of the duty it tells of, for reports. */
  documentId: string;
  path: string;
  taskGroups: string[];
};

export type ProgressFilter = {
  dutyId?: string;
  agencyId?: string;
  documentId?: string;
  /** Days done on, both ends included. */
  from?: string;
  to?: string;
};

/** What agencies did, newest day first; a report asks for one agency's window. */
export const listProgress = (tx: Tx, filter: ProgressFilter): Promise<ProgressEntry[]> =>
  progressOf(tx, filter).execute();

/** The same as a part of a larger statement. */
export function progressOf(tx: Tx, filter: ProgressFilter) {
  let query = tx
    .selectFrom('progress_entry as entry')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.tenant_id', '=', 'entry.tenant_id')
        .onRef('assignment.id', '=', 'entry.assignment_id'),
    )
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'assignment.tenant_id').onRef('duty.id', '=', 'assignment.duty_id'),
    )
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'assignment.tenant_id')
        .onRef('agency.id', '=', 'assignment.agency_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'entry.tenant_id').onRef('person.id', '=', 'entry.author_id'),
    );
  if (filter.dutyId) query = query.where('assignment.duty_id', '=', filter.dutyId);
  if (filter.agencyId) query = query.where('assignment.agency_id', '=', filter.agencyId);
  if (filter.documentId) query = query.where('duty.document_id', '=', filter.documentId);
  if (filter.from) query = query.where('entry.done_on', '>=', filter.from);
  if (filter.to) query = query.where('entry.done_on', '<=', filter.to);
  return (
    query
      .select([
        'entry.id',
        'entry.assignment_id as assignmentId',
        'assignment.duty_id as dutyId',
        'assignment.agency_id as agencyId',
        'entry.note',
        'entry.done_on as doneOn',
        'entry.links',
        'person.name as authorName',
        'entry.created_at as createdAt',
        'duty.document_id as documentId',
        'duty.path',
        'duty.task_groups as taskGroups',
      ])
      .select(
        sql<
          string | null
        >`(select occurs_on from occurrence o where o.tenant_id = entry.tenant_id and o.id = entry.occurrence_id)`.as(
          'occursOn',
        ),
      )
      // Whose work it was, called as it was on the day it was done.
      .select(
        sql<string>`agency_name_on(agency_of_part_on(assignment.id, assignment.agency_id, entry.done_on), entry.done_on, agency.name)`.as(
          'agencyName',
        ),
      )
      .select(
        sql<ProgressEntry['files']>`coalesce((
        select jsonb_agg(jsonb_build_object('fileId', file.id, 'name', file.name, 'size', file.size) order by file.name)
        from evidence join file on file.tenant_id = evidence.tenant_id and file.id = evidence.file_id
        where evidence.tenant_id = entry.tenant_id and evidence.progress_entry_id = entry.id), '[]')`.as(
          'files',
        ),
      )
      .orderBy('entry.done_on', 'desc')
      .orderBy('entry.created_at', 'desc')
  );
}

/** The product a part's duty names, and what its agency has shown; of one time of a recurring duty, when asked. */
export async function listEvidence(tx: Tx, assignmentId: string, occurrenceId?: string) {
  const { product } = await tx
    .selectFrom('assignment')
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'assignment.tenant_id').onRef('duty.id', '=', 'assignment.duty_id'),
    )
    .select('duty.product')
    .where('assignment.id', '=', assignmentId)
    .executeTakeFirstOrThrow();
  if (!product) return { product, entries: [] };
  const entries = await tx
    .selectFrom('progress_entry as entry')
    .select(['entry.note', 'entry.links'])
    .select(
      sql<number>`(select count(*)::integer from evidence where evidence.tenant_id = entry.tenant_id
        and evidence.progress_entry_id = entry.id)`.as('files'),
    )
    .where('assignment_id', '=', assignmentId)
    .$if(occurrenceId !== undefined, (query) => query.where('occurrence_id', '=', occurrenceId!))
    .execute();
  return { product, entries };
}

/** The published duty of the province that a file is evidence of. */
export async function findDutyOfEvidence(
  tx: Tx,
  fileId: string,
): Promise<{ id: string; path: string } | undefined> {
  return tx
    .selectFrom('evidence')
    .innerJoin('progress_entry as entry', (join) =>
      join
        .onRef('entry.tenant_id', '=', 'evidence.tenant_id')
        .onRef('entry.id', '=', 'evidence.progress_entry_id'),
    )
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.tenant_id', '=', 'entry.tenant_id')
        .onRef('assignment.id', '=', 'entry.assignment_id'),
    )
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'assignment.tenant_id').onRef('duty.id', '=', 'assignment.duty_id'),
    )
    .select(['duty.id', 'duty.path'])
    .where('evidence.file_id', '=', fileId)
    .executeTakeFirst();
}

export type AgencyDuty = {
  dutyId: string;
  assignmentId: string;
  documentId: string;
  symbol: string | null;
  path: string;
  text: string;
  isRequest: boolean;
  taskGroups: string[];
  role: 'holder' | 'coordinator';
  leads: boolean;
  state: AssignmentState;
  dueOn: string | null;
  completedAt: Date | null;
};

/** Every part an agency has, withdrawn ones left out, in the order of the documents: what its report is prefilled from. */
export async function listDutiesOfAgency(
  tx: Tx,
  agencyId: string,
  { documentId }: { documentId?: string } = {},
): Promise<AgencyDuty[]> {
  let query = tx
    .selectFrom('assignment')
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'assignment.tenant_id').onRef('duty.id', '=', 'assignment.duty_id'),
    )
    .innerJoin('document', (join) =>
      join.onRef('document.tenant_id', '=', 'duty.tenant_id').onRef('document.id', '=', 'duty.document_id'),
    )
    .where('assignment.agency_id', '=', agencyId)
    .where('assignment.state', '<>', 'withdrawn');
  if (documentId) query = query.where('duty.document_id', '=', documentId);
  return query
    .select([
      'duty.id as dutyId',
      'assignment.id as assignmentId',
      'duty.document_id as documentId',
      'document.symbol',
      'duty.path',
      'duty.text',
      'duty.is_request as isRequest',
      'duty.task_groups as taskGroups',
      'assignment.role',
      'assignment.leads',
      'assignment.state',
      'assignment.due_on as dueOn',
      'assignment.completed_at as completedAt',
    ])
    .orderBy('document.published_at')
    .orderBy('duty.document_id')
    .orderBy('duty.position')
    .execute();
}
