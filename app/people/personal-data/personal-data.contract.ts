import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { requestKinds } from './request.ts';

const tag = 'Dữ liệu cá nhân';
const day = z.iso.date();
const instant = z.iso.datetime();
const bilingual = z.object({ vi: z.string(), en: z.string() });
const ok = z.object({ ok: z.literal(true) });
const id = z.object({ id: z.uuid() });

const groupShape = z.object({
  key: z.string(),
  name: bilingual,
  fields: bilingual,
  purpose: bilingual,
  basis: z.string(),
  sensitivity: z.enum(['basic', 'sensitive', 'sealed']),
  retention: z.object({
    years: z.int().optional(),
    days: z.int().optional(),
    forever: z.literal(true).optional(),
    after: bilingual,
  }),
  source: z.string(),
  mark: z.enum(['verified', 'user']),
});
export type FieldGroup = z.output<typeof groupShape>;

const requestShape = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  kind: z.enum(requestKinds),
  wish: z.string(),
  askedAt: instant,
  acknowledgeBy: day,
  acknowledgedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
  state: z.enum(['asked', 'acknowledged', 'granted', 'refused', 'withdrawn']),
  isLate: z.boolean(),
  mayDecide: z.boolean(),
});
export type DataRequest = z.output<typeof requestShape>;

const contactShape = z.object({ phone: z.string(), personalEmail: z.string() });

export const myData = route({
  method: 'GET',
  path: '/api/me/data',
  tag,
  summary: 'Mọi dữ liệu được lưu về chính người xem, theo nhóm, với mục đích, căn cứ và thời hạn lưu.',
  response: z.object({
    groups: z.array(groupShape.extend({ count: z.int() })),
    account: z.object({
      name: z.string(),
      title: z.string().nullable(),
      email: z.string(),
      createdAt: instant,
    }),
    contact: contactShape,
    /** Who read the private contact, and why. */
    reads: z.array(z.object({ at: instant, by: z.string(), reason: z.string() })),
    requests: z.array(requestShape),
    acknowledgeDays: z.int(),
  }),
});

export const exportMyData = route({
  method: 'POST',
  path: '/api/me/data/export',
  tag,
  summary: 'Bản sao đầy đủ dữ liệu về chính mình, dạng JSON.',
  response: z.record(z.string(), z.unknown()),
});

export const saveMyContact = route({
  method: 'PUT',
  path: '/api/me/contact',
  tag,
  summary: 'Ghi, sửa hoặc xóa liên hệ riêng của mình; được mã hóa, để trống là xóa.',
  body: z.object({
    phone: z
      .string()
      .trim()
      .max(30)
      .regex(/^[0-9+() .-]*$/, 'Số điện thoại chỉ gồm chữ số.'),
    personalEmail: z.union([z.literal(''), z.email().max(200)]),
  }),
  response: ok,
});

export const readContact = route({
  method: 'POST',
  path: '/api/people/:id/contact/read',
  tag,
  summary: 'Xem liên hệ riêng của một người, kèm lý do; người đó thấy ai đã xem và vì sao.',
  params: id,
  body: z.object({ reason: z.string().trim().min(5, 'Ghi lý do từ 5 ký tự.').max(300) }),
  response: contactShape,
});

export const askAboutMyData = route({
  method: 'POST',
  path: '/api/me/data/requests',
  tag,
  summary: 'Yêu cầu sửa, xóa, hạn chế xử lý hoặc phản đối xử lý dữ liệu của mình.',
  body: z.object({ kind: z.enum(requestKinds), wish: z.string().trim().min(5).max(2000) }),
  response: z.object({ id: z.uuid(), acknowledgeBy: day }),
});

export const withdrawRequest = route({
  method: 'POST',
  path: '/api/me/data/requests/:id/withdraw',
  tag,
  summary: 'Rút lại yêu cầu của mình khi chưa quyết định.',
  params: id,
  response: ok,
});

export const listRequests = route({
  method: 'GET',
  path: '/api/personal-data',
  tag,
  summary: 'Yêu cầu về dữ liệu cá nhân của cả tỉnh, và dữ liệu quá thời hạn lưu chờ xác nhận xóa.',
  response: z.object({
    requests: z.array(requestShape),
    notices: z.array(
      z.object({
        id: z.uuid(),
        group: z.string(),
        name: bilingual,
        foundOn: day,
        before: day,
        count: z.int(),
      }),
    ),
    groups: z.array(groupShape),
    acknowledgeDays: z.int(),
  }),
});

export const acknowledgeRequest = route({
  method: 'POST',
  path: '/api/personal-data/requests/:id/acknowledge',
  tag,
  summary: 'Xác nhận với người yêu cầu là đã nhận.',
  params: id,
  response: ok,
});

export const decideRequest = route({
  method: 'POST',
  path: '/api/personal-data/requests/:id/decide',
  tag,
  summary: 'Chấp nhận hoặc từ chối yêu cầu, kèm lý do; chấp nhận xóa thì xóa ngay.',
  params: id,
  body: z.object({ decision: z.enum(['granted', 'refused']), reason: z.string().trim().min(5).max(1000) }),
  response: z.object({ erased: z.enum(['everything', 'contact', 'nothing']) }),
});

export const confirmErasure = route({
  method: 'POST',
  path: '/api/personal-data/notices/:id/confirm',
  tag,
  summary: 'Xác nhận xóa dữ liệu quá thời hạn lưu mà chương trình đã liệt kê.',
  params: id,
  response: z.object({ erased: z.int() }),
});
