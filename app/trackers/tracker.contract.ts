import { z } from 'zod';
import { proposalShape } from '#app/agencies/agency.contract.ts';
import { route } from '#app/platform/contract.ts';
import { trackerFields } from './columns.ts';

const tag = 'Nhiệm vụ';
const day = z.iso.date();

/** Which sheet is read, where its headings stand (rows from 1) and what each column is. */
export const mappingShape = z.object({
  sheet: z.int().min(0).max(200),
  first: z.int().min(1).max(200),
  last: z.int().min(1).max(200),
  fields: z.array(z.enum(trackerFields).nullable()).max(300),
});
export type TrackerMapping = z.output<typeof mappingShape>;

/** What a person says of a row: new work, a duty that is there, or that duty with the row's words and day. */
export const choiceShape = z.object({ row: z.int(), as: z.enum(['new', 'same', 'change', 'skip']) });
export type RowChoice = z.output<typeof choiceShape>;

/** What a person takes over from the column of progress: an entry in the log, or that and the report that it is done. */
export const carryShape = z.object({ row: z.int(), as: z.enum(['entry', 'done']) });
export type Carry = z.output<typeof carryShape>;

const matchShape = z.object({
  id: z.uuid(),
  symbol: z.string().nullable(),
  path: z.string(),
  text: z.string(),
  dueOn: day.nullable(),
  agencies: z.array(z.string()),
});

const rowShape = z.object({
  row: z.int(),
  kind: z.enum(['new', 'same', 'changed', 'alike', 'error']),
  path: z.string(),
  text: z.string(),
  holders: z.array(z.string()),
  coordinators: z.array(z.string()),
  deadline: z
    .object({ words: z.string(), due: day.nullable(), assumption: z.string().nullable() })
    .nullable(),
  /** What the column of progress says, and whether it can be written to the duty that is there. */
  progress: z
    .object({
      words: z.string(),
      said: z.enum(['none', 'going', 'done']),
      doneOn: day.nullable(),
      writable: z.enum(['open', 'known', 'closed']),
    })
    .nullable(),
  match: matchShape.nullable(),
  changes: z.array(z.enum(['text', 'dueOn'])),
  errors: z.array(z.object({ cell: z.string(), message: z.string() })),
});
export type TrackerRowShown = z.output<typeof rowShape>;

const nameShape = z.object({
  printed: z.string(),
  asHolder: z.number(),
  asCoordinator: z.number(),
  kind: z.enum(['agency', 'group', 'ambiguous', 'unnamed', 'unknown']),
  explanation: z.string(),
  agencyIds: z.array(z.uuid()),
  candidates: z.array(z.uuid()),
  mustBeDecided: z.boolean(),
  proposal: proposalShape.nullable(),
});

const planShape = z.object({
  sheets: z.array(z.string()),
  mapping: mappingShape,
  columns: z.array(
    z.object({
      letter: z.string(),
      heading: z.string(),
      field: z.enum(trackerFields).nullable(),
      sample: z.string(),
    }),
  ),
  rows: z.array(rowShape),
  names: z.array(nameShape),
  agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Says exactly what was shown; to be sent back to have it done. */
  digest: z.string(),
});
export type TrackerPlanShown = z.output<typeof planShape>;

/** Takes a form: `file`, perhaps `mapping` (JSON) and `documentId`. */
export const tryTracker = route({
  method: 'POST',
  path: '/api/trackers/try',
  tag,
  summary:
    'Đọc thử một bảng theo dõi Excel: tiêu đề, cột, dòng nào mới, đã có, thay đổi hay sai; chưa ghi gì.',
  response: planShape,
});

/** Takes a form: `file`, `mapping`, `documentId`, `choices`, `carried`, `decisions` (JSON) and the `digest` of what was shown. */
export const importTracker = route({
  method: 'POST',
  path: '/api/trackers',
  tag,
  summary: 'Ghi một bảng theo dõi Excel đã xem thử: giao việc mới, sửa việc đã có; tất cả, hoặc không gì cả.',
  response: z.object({
    made: z.int(),
    changed: z.int(),
    linked: z.int(),
    /** Entries of progress, and how many of them reported the part done. */
    entries: z.int(),
    reported: z.int(),
    skipped: z.int(),
    documentId: z.uuid().nullable(),
  }),
});

/** Whom a name of the book means, where a person says so. */
export const decisionShape = z.object({
  printed: z.string().max(500),
  agencyIds: z.array(z.uuid()).max(500),
});
