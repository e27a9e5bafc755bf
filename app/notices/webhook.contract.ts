import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Hệ thống ngoài';
const one = z.object({ id: z.uuid() });
const ok = z.object({ ok: z.literal(true) });

export const listHooks = route({
  method: 'GET',
  path: '/api/webhooks',
  tag,
  summary: 'Các hệ thống ngoài được báo tin, và những tin chưa gửi được.',
  response: z.object({
    hooks: z.array(
      z.object({
        id: z.uuid(),
        url: z.string(),
        isOn: z.boolean(),
        createdAt: z.iso.datetime(),
        counts: z.object({ waiting: z.number(), sent: z.number(), dead: z.number() }),
      }),
    ),
    /** Given up or waiting for another attempt, newest first. */
    troubled: z.array(
      z.object({
        id: z.uuid(),
        webhookId: z.uuid(),
        state: z.enum(['waiting', 'dead']),
        attempts: z.number(),
        lastError: z.string().nullable(),
        nextAttemptAt: z.iso.datetime(),
        createdAt: z.iso.datetime(),
      }),
    ),
  }),
});

export const addHook = route({
  method: 'POST',
  path: '/api/webhooks',
  tag,
  summary: 'Nối một hệ thống ngoài; khóa ký chỉ hiện một lần.',
  body: z.object({ url: z.url({ protocol: /^https?$/ }).max(500) }),
  response: z.object({ id: z.uuid(), secret: z.string() }),
});

export const switchHook = route({
  method: 'PATCH',
  path: '/api/webhooks/:id',
  tag,
  summary: 'Tạm ngừng hoặc báo tin lại cho một hệ thống ngoài.',
  params: one,
  body: z.object({ isOn: z.boolean() }),
  response: ok,
});

export const removeHook = route({
  method: 'DELETE',
  path: '/api/webhooks/:id',
  tag,
  summary: 'Ngắt một hệ thống ngoài, cùng những tin còn chờ gửi.',
  params: one,
  response: ok,
});

export const retryDelivery = route({
  method: 'POST',
  path: '/api/webhook-deliveries/:id/retry',
  tag,
  summary: 'Gửi lại một tin đã thôi gửi.',
  params: one,
  response: ok,
});
