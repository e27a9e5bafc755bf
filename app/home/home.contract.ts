import { z } from 'zod';
import { countsShape } from '#app/figures/figures.contract.ts';
import { route } from '#app/platform/contract.ts';

/** What may wait for a person, in the order in which it is shown: what others wait for comes first. */
export const taskKeys = [
  'returned',
  'own-tasks',
  'not-received',
  'reports-to-file',
  'asks-to-answer',
  'own-late',
  'difficulties-to-answer',
  'extensions-to-decide',
  'parts-to-confirm',
  'parts-refused',
  'letters-to-issue',
  'consolidations-to-sign',
  'documents-to-publish',
  'documents-to-confirm',
  'reports-to-decide',
  'asks-to-close',
  'hand-overs-to-receive',
  'data-requests',
  'people-without-password',
  'agencies-without-people',
  'to-start',
  'in-progress',
] as const;
export type TaskKey = (typeof taskKeys)[number];

/** A document, duty, report, person or agency, by the kind of task. */
const itemShape = z.object({
  id: z.uuid(),
  title: z.string(),
  note: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
});
export type Item = z.output<typeof itemShape>;

const actionShape = z.object({
  key: z.enum([...taskKeys, 'remind-overdue']),
  /** How many are done in one go. */
  count: z.int(),
  /** The first or only thing it is about. */
  id: z.uuid(),
  title: z.string(),
  note: z.string().nullable(),
  /** Of a duty: 'Kế hoạch 217/KH-UBND', 'III.2.c'. */
  documentId: z.uuid().nullable(),
  document: z.string().nullable(),
  path: z.string().nullable(),
  isRequest: z.boolean(),
  dueOn: z.iso.date().nullable(),
  /** Working days; negative: late by so many. */
  daysLeft: z.int().nullable(),
  /** The same in Vietnamese words, with the holidays left out: 'còn 3 ngày làm việc, trừ 24/11'. */
  clock: z.string().nullable(),
});
export type ActionShown = z.output<typeof actionShape>;

export const showToday = route({
  method: 'GET',
  path: '/api/today',
  tag: 'Việc hôm nay',
  summary: 'Việc đang chờ người xem theo vai của họ, việc gấp trước, và bốn ô nếu vai đó cần.',
  response: z.object({
    today: z.iso.date(),
    /** What the province lacks before anything can wait for anybody. */
    lacks: z.enum(['agencies', 'documents', 'published']).nullable(),
    tasks: z.array(
      z.object({
        key: z.enum(taskKeys),
        count: z.int(),
        /** The first of them. */
        items: z.array(itemShape),
      }),
    ),
    /** What to do first, at most three. */
    actions: z.array(actionShape),
    /** For those who oversee. */
    counts: countsShape.nullable(),
    overdue: z.array(itemShape),
    periods: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        dueOn: z.iso.date(),
        expected: z.int(),
        filed: z.int(),
        isOver: z.boolean(),
      }),
    ),
    /** Lines the ledger grew by today; null for those who may not read the whole of it. */
    ledgerLines: z.int().nullable(),
  }),
});
export type Today = z.output<typeof showToday.response>;
