import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Thư gửi đi';

export const mailStates = ['waiting', 'sent', 'failed', 'handed'] as const;

export const mailShape = z.object({
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  state: z.enum(mailStates),
  attempts: z.number().int(),
  lastError: z.string().nullable(),
  hasSecret: z.boolean(),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
});

export const listOutbox = route({
  method: 'GET',
  path: '/api/mail',
  tag,
  summary: 'Thư gửi đi, mới nhất trước, và máy chủ thư đã được nối hay chưa.',
  query: z.object({ state: z.enum(mailStates).optional() }),
  response: z.object({
    hasServer: z.boolean(),
    from: z.string().nullable(),
    counts: z.record(z.enum(mailStates), z.number().int()),
    letters: z.array(mailShape),
  }),
});

const params = z.object({ id: z.uuid() });

export const openLetter = route({
  method: 'POST',
  path: '/api/mail/:id/open',
  tag,
  summary: 'Mở trọn một thư để chép hoặc in; mở liên kết kín trong thư được ghi vào nhật ký.',
  params,
  response: mailShape.extend({ body: z.string() }),
});

export const handLetter = route({
  method: 'POST',
  path: '/api/mail/:id/hand',
  tag,
  summary: 'Ghi nhận đã trao tay một thư; liên kết kín trong thư bị xóa.',
  params,
  response: z.object({ ok: z.literal(true) }),
});

export const retryLetter = route({
  method: 'POST',
  path: '/api/mail/:id/retry',
  tag,
  summary: 'Gửi lại ngay một thư chưa gửi được.',
  params,
  response: z.object({ ok: z.literal(true) }),
});

export const sendTrial = route({
  method: 'POST',
  path: '/api/mail/trial',
  tag,
  summary: 'Gửi cho chính mình một thư thử.',
  response: z.object({ ok: z.literal(true) }),
});
