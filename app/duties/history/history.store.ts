import { sql } from 'kysely';
import type { RowDifference } from '#app/ledger/index.ts';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import { stateWords } from '../duty-words-of-state.ts';
import type { DutyHistory, PartHistory } from './duty-history.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    progress_taken_back: {
      tenant_id: Filled<string>;
      id: string;
      assignment_id: string;
      note: string;
      done_on: string;
      author_id: string;
      created_at: Date;
      file_ids: string[];
      occurrence_id: Filled<string | null>;
      closes: Filled<boolean>;
      links: Filled<string[]>;
      taken_back_by: string;
      taken_back_at: Date;
    };
  }
}

/** As much of a note as its event keeps. */
const NOTE_KEPT = 300;

/** Parts and progress entries that say otherwise than the events of their duties. */
export async function compareDuties(
  tx: Tx,
  histories: ReadonlyMap<string, DutyHistory>,
): Promise<RowDifference[]> {
  const ids = [...histories.keys()];
  const parts = await tx
    .selectFrom('assignment')
    .select(['id', 'duty_id as dutyId', 'state', 'completed_at as completedAt'])
    .where('duty_id', 'in', ids)
    .execute();
  const entries = await tx
    .selectFrom('progress_entry')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.tenant_id', '=', 'progress_entry.tenant_id')
        .onRef('assignment.id', '=', 'progress_entry.assignment_id'),
    )
    .select([
      'progress_entry.id',
      'assignment.duty_id as dutyId',
      'progress_entry.note',
      'progress_entry.done_on as doneOn',
    ])
    .where('assignment.duty_id', 'in', ids)
    .execute();
  const partsOf = Map.groupBy(parts, (part) => part.dutyId);
  const entriesOf = Map.groupBy(entries, (entry) => entry.dutyId);
  return ids.flatMap((id) => {
    const history = histories.get(id)!;
    return [
      ...comparePartsOf(id, history, partsOf.get(id) ?? []),
      ...compareEntriesOf(id, history, entriesOf.get(id) ?? []),
    ];
  });
}

type PartRow = { id: string; state: PartHistory['state']; completedAt: Date | null };

function comparePartsOf(dutyId: string, { parts }: DutyHistory, rows: readonly PartRow[]): RowDifference[] {
  const found = rows.flatMap((row): RowDifference[] => {
    const told = parts.get(row.id)?.state ?? 'assigned';
    const doneAt = parts.get(row.id)?.completedAt ?? null;
    if (row.state !== told)
      return [
        {
          subjectId: dutyId,
          said: {
            vi: `một phần việc ghi “${stateWords.vi[row.state]}” mà nhật ký nói “${stateWords.vi[told]}”`,
            en: `a part says “${stateWords.en[row.state]}” while the ledger says “${stateWords.en[told]}”`,
          },
        },
      ];
    if (row.completedAt?.getTime() !== doneAt?.getTime())
      return [
        {
          subjectId: dutyId,
          said: {
            vi: 'lúc báo hoàn thành của một phần việc khác với nhật ký',
            en: 'the moment a part was reported done differs from the ledger',
          },
        },
      ];
    return [];
  });
  const here = new Set(rows.map(({ id }) => id));
  const gone = [...parts.keys()].some((id) => !here.has(id));
  return gone
    ? [...found, { subjectId: dutyId, said: { vi: 'một phần việc đã bị xóa', en: 'a part was deleted' } }]
    : found;
}

function compareEntriesOf(
  dutyId: string,
  { entries }: DutyHistory,
  rows: readonly { id: string; note: string; doneOn: string }[],
): RowDifference[] {
  const isTold = (row: { id: string; note: string; doneOn: string }) => {
    const told = entries.get(row.id);
    return told && told.doneOn === row.doneOn && told.note === row.note.slice(0, NOTE_KEPT);
  };
  const here = new Set(rows.map(({ id }) => id));
  const wrong = rows.find((row) => !isTold(row));
  const gone = [...entries.keys()].find((id) => !here.has(id));
  return [
    ...(wrong
      ? [
          {
            subjectId: dutyId,
            said: {
              vi: `một dòng tiến độ khác với nhật ký; nay ghi “${wrong.note.slice(0, 80)}”`,
              en: `a progress entry differs from the ledger; it now says “${wrong.note.slice(0, 80)}”`,
            },
          },
        ]
      : []),
    ...(gone
      ? [
          {
            subjectId: dutyId,
            said: {
              vi: `dòng tiến độ “${entries.get(gone)!.note.slice(0, 80)}” đã bị xóa`,
              en: `the progress entry “${entries.get(gone)!.note.slice(0, 80)}” was deleted`,
            },
          },
        ]
      : []),
  ];
}

/** Puts a part back to what it was. */
export async function restorePart(
  tx: Tx,
  id: string,
  part: Omit<PartHistory, 'stateBefore'>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({
      state: part.state,
      received_at: part.receivedAt,
      completed_at: part.completedAt,
      confirmed_at: part.confirmedAt,
      reason: null,
      proposed_agency_id: null,
      changed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** Moves an entry with its files out of the log. Returns whether other entries of its part stand. @throws Problem 404 */
export async function takeBackEntry(tx: Tx, id: string, by: string, at: Date): Promise<{ others: boolean }> {
  const { rows } = await sql<{ assignment_id: string }>`
    insert into progress_taken_back
      (id, assignment_id, note, done_on, author_id, created_at, file_ids, occurrence_id, closes, links, taken_back_by, taken_back_at)
    select e.id, e.assignment_id, e.note, e.done_on, e.author_id, e.created_at,
      array(select file_id from evidence v where v.tenant_id = e.tenant_id and v.progress_entry_id = e.id), e.occurrence_id, e.closes, e.links, ${by}, ${at}
    from progress_entry e where e.id = ${id}
    returning assignment_id`.execute(tx);
  if (!rows[0]) throw notFound('dòng tiến độ này');
  await tx.deleteFrom('progress_entry').where('id', '=', id).execute();
  const other = await tx
    .selectFrom('progress_entry')
    .select('id')
    .where('assignment_id', '=', rows[0].assignment_id)
    .limit(1)
    .executeTakeFirst();
  return { others: other !== undefined };
}

export type TakenBack = {
  id: string;
  assignmentId: string;
  dutyId: string;
  agencyId: string;
  agencyName: string;
  label: string;
  note: string;
  doneOn: string;
  by: string;
  at: Date;
};

/** Entries that were taken back, newest first; all, or of some agencies. */
export async function listTakenBack(tx: Tx, agencyIds: readonly string[] | null): Promise<TakenBack[]> {
  const { rows } = await sql<TakenBack>`
    select t.id, t.assignment_id as "assignmentId", a.duty_id as "dutyId", a.agency_id as "agencyId",
      g.name as "agencyName", concat_ws(', ', nullif(d.path, ''), doc.symbol) as label,
      t.note, t.done_on as "doneOn", p.name as by, t.taken_back_at as at
    from progress_taken_back t
    join assignment a on a.tenant_id = t.tenant_id and a.id = t.assignment_id
    join duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    join document doc on doc.tenant_id = d.tenant_id and doc.id = d.document_id
    join agency g on g.tenant_id = a.tenant_id and g.id = a.agency_id
    join person p on p.tenant_id = t.tenant_id and p.id = t.taken_back_by
    where ${agencyIds === null} or a.agency_id = any(${[...(agencyIds ?? [])]}::uuid[])
    order by t.taken_back_at desc`.execute(tx);
  return rows;
}

/** Puts an entry with its files back into the log. @throws Problem 404 */
export async function putBackEntry(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql<{ file_ids: string[] }>`
    with gone as (delete from progress_taken_back where id = ${id} returning *)
    insert into progress_entry (id, assignment_id, note, done_on, author_id, created_at, occurrence_id, closes, links)
    select id, assignment_id, note, done_on, author_id, created_at, occurrence_id, closes, links from gone
    returning (select file_ids from gone)`.execute(tx);
  if (!rows[0]) throw notFound('dòng tiến độ này');
  const files = rows[0].file_ids.map((fileId) => ({ progress_entry_id: id, file_id: fileId }));
  if (files.length) await tx.insertInto('evidence').values(files).execute();
}

/** Duties in which an agency has a part. */
export async function dutiesOfAgency(tx: Tx, agencyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment')
    .select('duty_id as id')
    .distinct()
    .where('agency_id', '=', agencyId)
    .execute();
  return rows.map(({ id }) => id);
}

/** 'III.2.c, 217/KH-UBND'. */
export async function titleOfDuty(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select concat_ws(', ', coalesce(nullif(duty.path, ''), duty.position::text), document.symbol) as title
    from duty join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    where duty.id = ${id}`.execute(tx);
  return rows[0]?.title ?? null;
}
