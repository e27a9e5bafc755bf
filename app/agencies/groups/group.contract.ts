import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { hierarchies } from '../hierarchy.ts';

const tag = 'Cơ quan';
const day = z.iso.date('Ngày không đúng: nhập theo dạng ngày/tháng/năm.');
const period = { validFrom: day.nullable(), validTo: day.nullable() };
export const exceptionKinds = ['added', 'left-out'] as const;

const ruleShape = z.object({
  name: z.string().trim().min(3).max(200),
  /** As documents print it, without 'các'. */
  phrases: z.array(z.string().trim().min(2).max(200)).max(40),
  kinds: z.array(z.string().max(40)).max(40),
  hierarchy: z.enum(hierarchies).default('state'),
  /** Only those directly below this agency. */
  belowId: z.uuid().nullable().default(null),
});

const exceptionShape = z.object({
  id: z.uuid(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  kind: z.enum(exceptionKinds),
  reason: z.string(),
  ...period,
  /** On the day asked about. */
  holds: z.boolean(),
});

const groupShape = ruleShape.extend({
  key: z.string(),
  /** null: as shipped, never changed. */
  id: z.uuid().nullable(),
  isShipped: z.boolean(),
  isRemoved: z.boolean(),
  kindNames: z.array(z.string()),
  withoutNames: z.array(z.string()),
  belowName: z.string().nullable(),
  members: z.array(z.object({ id: z.uuid(), name: z.string(), isAdded: z.boolean() })),
  exceptions: z.array(exceptionShape),
});
export type GroupShown = z.output<typeof groupShape>;

export const showGroups = route({
  method: 'GET',
  path: '/api/agency-groups',
  tag,
  summary: 'Các nhóm cơ quan vào một ngày: quy tắc, ngoại lệ và từng thành viên.',
  query: z.object({ asOf: day.optional() }),
  response: z.object({
    day: z.string(),
    isToday: z.boolean(),
    mayKeep: z.boolean(),
    kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
    groups: z.array(groupShape),
  }),
});
export type GroupsShown = z.output<(typeof showGroups)['response']>;

export const addGroup = route({
  method: 'POST',
  path: '/api/agency-groups',
  tag,
  summary: 'Thêm một nhóm cơ quan của tỉnh.',
  body: ruleShape,
  response: z.object({ key: z.string() }),
});

export const changeGroup = route({
  method: 'PUT',
  path: '/api/agency-groups/:key',
  tag,
  summary: 'Sửa tên, cách viết và quy tắc của một nhóm; cất đi hoặc lấy lại nhóm.',
  params: z.object({ key: z.string().max(60) }),
  body: ruleShape.extend({ isRemoved: z.boolean().default(false) }),
  response: z.object({ key: z.string() }),
});

export const addException = route({
  method: 'POST',
  path: '/api/agency-groups/:key/exceptions',
  tag,
  summary: 'Thêm một cơ quan vào nhóm, hoặc để ra ngoài nhóm, trong một thời gian, kèm lý do.',
  params: z.object({ key: z.string().max(60) }),
  body: z
    .object({
      agencyId: z.uuid(),
      kind: z.enum(exceptionKinds),
      reason: z.string().trim().min(3, 'Hãy ghi lý do.').max(1000),
      ...period,
    })
    .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
      path: ['validTo'],
      message: 'Ngày cuối ở trước ngày đầu: hãy chọn lại.',
    }),
  response: z.object({ id: z.uuid() }),
});

export const endException = route({
  method: 'POST',
  path: '/api/agency-groups/:key/exceptions/:id/end',
  tag,
  summary: 'Chấm dứt một ngoại lệ từ ngày mai; ngoại lệ chưa bắt đầu thì bỏ hẳn.',
  params: z.object({ key: z.string().max(60), id: z.uuid() }),
  response: z.object({ ok: z.literal(true) }),
});
