import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { taskActions, taskStates } from './task.ts';

const tag = 'Nhiệm vụ';
const day = z.iso.date();
const given = z.object({
  text: z.string().trim().min(5).max(2000),
  division: z.string().trim().max(200).nullable().default(null),
  personId: z.uuid(),
  dueOn: day.nullable(),
});

export const taskShape = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  parentId: z.uuid().nullable(),
  text: z.string(),
  division: z.string().nullable(),
  personName: z.string(),
  dueOn: day.nullable(),
  isLate: z.boolean(),
  state: z.enum(taskStates),
  givenBy: z.string(),
  note: z.string().nullable(),
  actions: z.array(z.enum(taskActions)),
});
export type TaskShown = z.output<typeof taskShape>;

const partShape = z.object({
  assignmentId: z.uuid(),
  agencyName: z.string(),
  dueOn: day.nullable(),
  mayGive: z.boolean(),
  tasks: z.array(taskShape),
  /** Whom work can be given to, with what each has to do already. */
  people: z.array(
    z.object({ id: z.uuid(), name: z.string(), open: z.number(), dueSoon: z.number(), late: z.number() }),
  ),
});
export type PartOfTasks = z.output<typeof partShape>;

export const listTasks = route({
  method: 'GET',
  path: '/api/duties/:id/tasks',
  tag,
  summary: 'Việc đã chia trong cơ quan của người xem cho một nhiệm vụ, và khối lượng việc của từng người.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ parts: z.array(partShape) }),
});

export const giveTask = route({
  method: 'POST',
  path: '/api/assignments/:id/tasks',
  tag,
  summary: 'Giao một việc cho người trong cơ quan; hạn không sau hạn của cơ quan.',
  params: z.object({ id: z.uuid() }),
  body: given,
  response: z.object({ id: z.uuid() }),
});

export const actOnTask = route({
  method: 'POST',
  path: '/api/tasks/:id/actions',
  tag,
  summary: 'Báo xong, chuyển giao tiếp, mở lại hoặc hủy một việc trong cơ quan.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    action: z.enum(taskActions),
    note: z.string().trim().max(2000).optional(),
    /** The work handed on, when that is the action. */
    given: given.optional(),
  }),
  response: z.object({ state: z.enum(taskStates), id: z.uuid() }),
});
