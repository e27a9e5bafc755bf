import { z } from 'zod';
import { asOfShape } from '#app/platform/as-of.ts';
import { route } from '#app/platform/contract.ts';
import { assignmentActions, assignmentStates } from './assignment.ts';
import { dueSources } from './due-source.ts';
import { cells } from './four-cells.ts';
import { signals } from './signal/signal.ts';

const tag = 'Nhiệm vụ';
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const tally = z.object({ total: z.number(), done: z.number(), silent: z.number() });

export const summaryShape = z.object({
  state: z.enum(assignmentStates),
  completedOn: day.nullable(),
  led: z.boolean(),
  holders: tally,
  coordinators: tally,
});
export type SummaryShown = z.output<typeof summaryShape>;

export const partShape = z.object({
  id: z.uuid(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  /** Whom it was given to, when another agency holds it since. */
  firstAgencyName: z.string().nullable(),
  role: z.enum(['holder', 'coordinator']),
  leads: z.boolean(),
  state: z.enum(assignmentStates),
  cell: z.enum(cells),
  /** How its agency judges it. */
  signal: z.enum(signals).nullable(),
});
export type PartShown = z.output<typeof partShape>;

export const sorts = ['position', 'due', 'agency', 'state'] as const;

/** How an agency has part in a duty: leads it, holds it in any way, cooperates. */
export const rolesHeld = ['lead', 'holder', 'coordinator'] as const;
export const groupings = ['agency', 'document', 'state', 'month'] as const;

/** Asked for as a task group: duties that serve none. */
export const NO_GROUP = 'none';

/** Everything a view of duties can be narrowed by; each view asks with the same. */
export const dutyFilterShape = z.object({
  text: z.string().trim().max(200).optional(),
  agency: z.uuid().optional(),
  document: z.uuid().optional(),
  group: z.string().max(60).optional(),
  state: z.enum(assignmentStates).optional(),
  cell: z.enum(cells).optional(),
  /** The role of the agency asked for, or of the viewer's; without an agency, that somebody has it. */
  role: z.enum(rolesHeld).optional(),
  /** 'none': without a due date; 'late': done or open after its day. */
  due: z.enum(['none', 'late']).optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** Requests alone, or orders alone. */
  requests: z.enum(['only', 'without']).optional(),
  /** Only what waits on somebody else: its clock stands still. */
  waiting: z.stringbool().optional(),
  /** 'mine': the duties of the agencies the viewer works in. */
  whose: z.enum(['mine', 'all']).default('all'),
});

export type DutyFilterAsked = z.output<typeof dutyFilterShape>;

/** The order of lines; `by` puts those of one agency, document, state or month of due day together. */
export const dutyOrderShape = z.object({
  sort: z.enum(sorts).default('position'),
  down: z.stringbool().default(false),
  by: z.enum(groupings).optional(),
});

export const dutyRowShape = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  symbol: z.string().nullable(),
  position: z.number(),
  path: z.string(),
  text: z.string(),
  isRequest: z.boolean(),
  deadlineWords: z.string().nullable(),
  dueOn: day.nullable(),
  cell: z.enum(cells),
  takenOverFrom: z.string().nullable(),
  /** What it stands under when lines are put together (agency name, document id, state or 'YYYY-MM'), and how many do. */
  groupedUnder: z.string().nullable(),
  inGroup: z.number(),
  summary: summaryShape,
  parts: z.array(partShape),
  unnamedHolders: z.array(z.string()),
  unnamedCoordinators: z.array(z.string()),
});
export type DutyRow = z.output<typeof dutyRowShape>;

export const listDuties = route({
  method: 'GET',
  path: '/api/duties',
  tag,
  summary: 'Nhiệm vụ đã công bố: lọc, sắp xếp, 50 dòng một trang, kèm số đếm bốn ô của phần đã lọc.',
  query: dutyFilterShape.extend(dutyOrderShape.shape).extend({
    asOf: asOfShape,
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  response: z.object({
    /** Of all pages; `cells` counts them before the filter on the cell itself. */
    total: z.number(),
    cells: z.record(z.enum(cells), z.number()),
    undated: z.number(),
    rows: z.array(dutyRowShape),
  }),
});

export const listDutyFilters = route({
  method: 'GET',
  path: '/api/duties/filters',
  tag,
  summary: 'Cơ quan, văn bản và nhóm nhiệm vụ có thể chọn để lọc.',
  response: z.object({
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
    documents: z.array(
      z.object({ id: z.uuid(), symbol: z.string().nullable(), title: z.string().nullable() }),
    ),
    groups: z.array(z.object({ documentId: z.uuid(), path: z.string(), start: z.string() })),
  }),
});

const evidenceShape = z.object({ fileId: z.uuid(), name: z.string(), size: z.number() });

export const progressShape = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  agencyName: z.string(),
  note: z.string(),
  doneOn: day,
  authorName: z.string(),
  createdAt: z.string(),
  files: z.array(evidenceShape),
  links: z.array(z.string()),
  /** The day of the time of a recurring duty it tells of. */
  occursOn: day.nullable(),
});
export type ProgressShown = z.output<typeof progressShape>;

const assignmentShape = partShape.extend({
  printedName: z.string(),
  dueOn: day.nullable(),
  receivedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  firstDueOn: day.nullable(),
  /** 'còn 3 ngày làm việc, trừ 24/11'; null where nothing is counted. */
  clock: z.string().nullable(),
  /** Since when its clock stands still. */
  stoppedOn: day.nullable(),
  pausedUntil: day.nullable(),
  reason: z.string().nullable(),
  /** The right agency, as the one that refused named it. */
  proposedAgencyId: z.uuid().nullable(),
  proposedAgencyName: z.string().nullable(),
  signalSaid: z.string().nullable(),
  /** The agencies that stand today for the one that holds or did it, when they are called otherwise. */
  presentUnits: z.array(z.string()),
  /** The viewer works in its agency. */
  isOwn: z.boolean(),
  /** What the viewer may do to it now. */
  actions: z.array(z.enum(assignmentActions)),
});
export type AssignmentShown = z.output<typeof assignmentShape>;

export const dutyShape = dutyRowShape
  .omit({ takenOverFrom: true, groupedUnder: true, inGroup: true })
  .extend({
    /** The past day that is shown; null: today. */
    asOf: day.nullable(),
    documentTitle: z.string().nullable(),
    issuedOn: day.nullable(),
    span: z.tuple([z.number(), z.number()]),
    deadlineKind: z.string().nullable(),
    firstDueOn: day.nullable(),
    dueSource: z.enum(dueSources).nullable(),
    stoppedOn: day.nullable(),
    reportTo: z.string().nullable(),
    product: z.string().nullable(),
    taskGroups: z.array(z.object({ path: z.string(), start: z.string() })),
    parts: z.array(assignmentShape),
    progress: z.array(progressShape),
  });
export type DutyShown = z.output<typeof dutyShape>;

export const showDuty = route({
  method: 'GET',
  path: '/api/duties/:id',
  tag,
  summary: 'Một nhiệm vụ: câu gốc, ai chủ trì, ai phối hợp, hạn, nhật ký tiến độ và việc người xem làm được.',
  params: z.object({ id: z.uuid() }),
  response: dutyShape,
});

export const showDutyAsOf = route({
  method: 'GET',
  path: '/api/duties/:id/as-of/:day',
  tag,
  summary: 'Nhiệm vụ như cuối một ngày đã qua: ai giữ, tên gọi khi đó, làm đến đâu; chỉ để xem.',
  params: z.object({ id: z.uuid(), day }),
  response: dutyShape,
});
