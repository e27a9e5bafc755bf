import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { TaskState } from './task.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    task: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      assignment_id: string;
      parent_id: string | null;
      text: string;
      division: string | null;
      person_id: string;
      due_on: string | null;
      state: Filled<TaskState>;
      given_by: string;
      given_at: Date;
      ended_at: Filled<Date | null>;
      note: Filled<string | null>;
    };
  }
}

export type NewTask = {
  assignmentId: string;
  parentId: string | null;
  text: string;
  division: string | null;
  personId: string;
  dueOn: string | null;
  givenBy: string;
  at: Date;
};

export async function insertTask(tx: Tx, task: NewTask): Promise<string> {
  const { id } = await tx
    .insertInto('task')
    .values({
      assignment_id: task.assignmentId,
      parent_id: task.parentId,
      text: task.text,
      division: task.division,
      person_id: task.personId,
      due_on: task.dueOn,
      given_by: task.givenBy,
      given_at: task.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Tasks of some parts, in the order in which they were given. */
export const listTasks = (tx: Tx, assignmentIds: readonly string[]) =>
  tx
    .selectFrom('task')
    .innerJoin('person as doer', (join) =>
      join.onRef('doer.tenant_id', '=', 'task.tenant_id').onRef('doer.id', '=', 'task.person_id'),
    )
    .innerJoin('person as giver', (join) =>
      join.onRef('giver.tenant_id', '=', 'task.tenant_id').onRef('giver.id', '=', 'task.given_by'),
    )
    .select([
      'task.id',
      'task.assignment_id as assignmentId',
      'task.parent_id as parentId',
      'task.text',
      'task.division',
      'task.person_id as personId',
      'doer.name as personName',
      'task.due_on as dueOn',
      'task.state',
      'task.given_by as givenById',
      'giver.name as givenBy',
      'task.note',
    ])
    .where('task.assignment_id', 'in', assignmentIds.length ? [...assignmentIds] : [''])
    .orderBy('task.given_at')
    .orderBy('task.id')
    .execute();

/** @throws Problem 404 */
export async function getTask(tx: Tx, id: string) {
  const found = await tx
    .selectFrom('task')
    .select([
      'id',
      'assignment_id as assignmentId',
      'person_id as personId',
      'given_by as givenById',
      'state',
      'text',
    ])
    .select('due_on as dueOn')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('việc này');
  return found;
}

export async function updateTask(
  tx: Tx,
  id: string,
  change: { state: TaskState; endedAt: Date | null; note: string | null },
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ state: change.state, ended_at: change.endedAt, note: change.note })
    .where('id', '=', id)
    .execute();
}

/** Everybody with a role in an agency on a day, with the open work they have in all of its duties. */
export async function listWorkload(tx: Tx, agencyId: string, today: string, soon: string) {
  const { rows } = await sql<{ id: string; name: string; open: number; dueSoon: number; late: number }>`
    select person.id, person.name, count(task.id)::integer as open,
      (count(task.id) filter (where task.due_on between ${today} and ${soon}))::integer as "dueSoon",
      (count(task.id) filter (where task.due_on < ${today}))::integer as late
    from person left join task on task.tenant_id = person.tenant_id and task.person_id = person.id and task.state = 'open'
    where exists (select from membership m where m.tenant_id = person.tenant_id and m.person_id = person.id
      and m.agency_id = ${agencyId} and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today}))
    group by person.id, person.name order by person.name collate "vi-x-icu"`.execute(tx);
  return rows;
}
