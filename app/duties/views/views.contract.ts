import { z } from 'zod';
import { asOfShape } from '#app/platform/as-of.ts';
import { route } from '#app/platform/contract.ts';
import { assignmentActions, assignmentStates } from '../assignment.ts';
import { dutyFilterShape, dutyOrderShape } from '../duty.contract.ts';
import { cells } from '../four-cells.ts';

const tag = 'Nhiệm vụ';
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const filtered = dutyFilterShape.extend({ asOf: asOfShape });

export const showMatrix = route({
  method: 'GET',
  path: '/api/duties/matrix',
  tag,
  summary: 'Ma trận cơ quan × nhóm nhiệm vụ: mỗi ô là bốn ô của phần việc cơ quan đó, đề nghị tính riêng.',
  query: filtered,
  response: z.object({
    /** The one document shown: task groups are those of one plan. Others match too when `isOneOfMany`. */
    symbol: z.string().nullable(),
    isOneOfMany: z.boolean(),
    groups: z.array(
      z.object({ documentId: z.uuid(), symbol: z.string().nullable(), path: z.string(), start: z.string() }),
    ),
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** `path` null: of no task group. Where there is nothing, there is no entry. */
    counts: z.array(
      z.object({
        agencyId: z.uuid(),
        documentId: z.uuid(),
        path: z.string().nullable(),
        cells: z.record(z.enum(cells), z.number()),
      }),
    ),
  }),
});
export type MatrixCount = z.output<typeof showMatrix.response>['counts'][number];

const spanShape = z.object({
  id: z.uuid(),
  symbol: z.string().nullable(),
  path: z.string(),
  text: z.string(),
  /** Who leads, or the first that has part. */
  agencyName: z.string().nullable(),
  state: z.enum(assignmentStates),
  cell: z.enum(cells),
  givenOn: day,
  dueOn: day.nullable(),
  completedOn: day.nullable(),
  stoppedOn: day.nullable(),
});
export type DutySpan = z.output<typeof spanShape>;

export const listSpans = route({
  method: 'GET',
  path: '/api/duties/spans',
  tag,
  summary:
    'Nhiệm vụ theo thời gian: ngày giao, hạn, ngày xong, đang chờ từ ngày nào; cho lịch và sơ đồ Gantt.',
  query: filtered.extend(dutyOrderShape.shape).extend({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.object({ today: day, total: z.number(), rows: z.array(spanShape) }),
});

export const listDaysOff = route({
  method: 'GET',
  path: '/api/duties/calendar/:month',
  tag,
  summary: 'Ngày nghỉ và số nhiệm vụ đến hạn từng ngày của một tháng.',
  params: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  query: filtered,
  response: z.object({
    today: day,
    daysOff: z.array(z.object({ day, name: z.string().nullable() })),
    due: z.array(z.object({ day, total: z.number(), late: z.number() })),
    rows: z.array(spanShape),
    total: z.number(),
  }),
});

/** Cards of one state that the board begins with. */
export const CARDS = 25;

const cardShape = z.object({
  /** Of the part. */
  id: z.uuid(),
  dutyId: z.uuid(),
  symbol: z.string().nullable(),
  path: z.string(),
  text: z.string(),
  agencyName: z.string(),
  role: z.enum(['holder', 'coordinator']),
  state: z.enum(assignmentStates),
  cell: z.enum(cells),
  dueOn: day.nullable(),
  /** What the viewer may do to it now, the usual step first. */
  actions: z.array(z.enum(assignmentActions)),
});
export type BoardCard = z.output<typeof cardShape>;

export const showBoard = route({
  method: 'GET',
  path: '/api/duties/board',
  tag,
  summary: 'Phần việc của các cơ quan xếp theo trạng thái, gấp trước, kèm việc người xem làm được.',
  query: filtered.extend({
    /** At most so many cards of each state. */
    most: z.coerce.number().int().min(1).max(500).default(CARDS),
  }),
  response: z.object({
    columns: z.array(
      z.object({ state: z.enum(assignmentStates), total: z.number(), cards: z.array(cardShape) }),
    ),
  }),
});
