import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { periodKinds, slotShape } from './definition-shape.contract.ts';

const tag = 'Báo cáo';
const day = z.iso.date();
const line = z.string().trim().min(1).max(1000);

export const reportStates = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type ReportState = (typeof reportStates)[number];

const periodRow = z.object({
  id: z.uuid(),
  name: z.string(),
  reportName: z.string(),
  from: day,
  to: day,
  dueOn: day,
  isOver: z.boolean(),
  /** The last day on which something is filed; null: never locked. */
  locksOn: day.nullable(),
  isLocked: z.boolean(),
  /** How many reports of the agencies the viewer may see stand in each state. */
  counts: z.object({
    expected: z.int(),
    draft: z.int(),
    submitted: z.int(),
    returned: z.int(),
    accepted: z.int(),
    late: z.int(),
    /** Filed by the due day, of those that were filed. */
    onTime: z.int(),
  }),
  /** The reports of the viewer's own agencies. */
  mine: z.array(z.object({ id: z.uuid(), agencyName: z.string(), state: z.enum(reportStates) })),
});

export const listPeriods = route({
  method: 'GET',
  path: '/api/report-periods',
  tag,
  summary: 'Các kỳ báo cáo: người điều phối thấy tất cả, cơ quan thấy kỳ mình phải gửi.',
  response: z.object({ periods: z.array(periodRow) }),
});

export const listPeriodsAsOf = route({
  method: 'GET',
  path: '/api/report-periods/as-of/:day',
  tag,
  summary: 'Các kỳ báo cáo như cuối một ngày đã qua.',
  params: z.object({ day }),
  response: listPeriods.response,
});

export const openPeriod = route({
  method: 'POST',
  path: '/api/report-periods',
  tag,
  summary: 'Mở kỳ báo cáo: mỗi cơ quan có nhiệm vụ trong kế hoạch nhận một báo cáo.',
  body: z
    .object({
      definitionId: z.uuid(),
      kind: z.enum(periodKinds),
      year: z.int().min(2000).max(2100),
      index: z.int().min(1).max(12),
      /** For one's own window only. */
      name: line.optional(),
      from: day.optional(),
      to: day.optional(),
      dueOn: day.optional(),
    })
    .refine((body) => body.kind !== 'own' || (body.name && body.from && body.to && body.dueOn), {
      path: ['name'],
      message: 'Kỳ riêng cần tên, ngày đầu, ngày cuối và hạn gửi.',
    }),
  response: z.object({ id: z.uuid(), expected: z.int() }),
});

export const getPeriod = route({
  method: 'GET',
  path: '/api/report-periods/:id',
  tag,
  summary: 'Bảng theo dõi một kỳ: cơ quan nào đã gửi, chưa gửi, bị trả lại.',
  params: z.object({ id: z.uuid() }),
  response: periodRow.extend({
    documentId: z.uuid().nullable(),
    definitionId: z.uuid(),
    planLabel: z.string(),
    basis: z.string(),
    slots: z.array(slotShape),
    mayLock: z.boolean(),
    reports: z.array(
      z.object({
        id: z.uuid(),
        agencyName: z.string(),
        state: z.enum(reportStates),
        filedAt: z.iso.datetime().nullable(),
        isLate: z.boolean(),
        savedAt: z.iso.datetime().nullable(),
        isAsked: z.boolean(),
        openUntil: day.nullable(),
      }),
    ),
  }),
});

export const lockPeriod = route({
  method: 'PUT',
  path: '/api/report-periods/:id/lock',
  tag,
  summary: 'Đặt ngày khóa kỳ: sau ngày đó chỉ gửi được khi được mở khóa riêng; để trống là không khóa.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ locksOn: day.nullable(), reason: line }),
  response: z.object({ locksOn: day.nullable() }),
});

export const getPeriodAsOf = route({
  method: 'GET',
  path: '/api/report-periods/:id/as-of/:day',
  tag,
  summary: 'Bảng theo dõi một kỳ như cuối một ngày đã qua, với tên cơ quan khi đó.',
  params: z.object({ id: z.uuid(), day }),
  response: getPeriod.response,
});
