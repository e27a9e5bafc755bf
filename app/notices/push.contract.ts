import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Nhắc việc và thông báo';

export const pushState = route({
  method: 'GET',
  path: '/api/push',
  notes: true,
  tag,
  summary: 'Khóa công khai để bật thông báo trên thiết bị, và tôi đã bật trên bao nhiêu thiết bị.',
  response: z.object({ publicKey: z.string(), devices: z.number() }),
});

export const turnPushOn = route({
  method: 'POST',
  path: '/api/push',
  tag,
  summary: 'Bật thông báo trên thiết bị này.',
  body: z.object({
    endpoint: z.url({ protocol: /^https$/ }).max(1000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  }),
  response: z.object({ ok: z.literal(true) }),
});

export const listTroubledDevices = route({
  method: 'GET',
  path: '/api/push/troubled',
  tag,
  summary: 'Thiết bị không nhận được thông báo: của tôi; quản trị thấy của mọi người.',
  response: z.object({
    devices: z.array(
      z.object({
        id: z.uuid(),
        personName: z.string(),
        isMine: z.boolean(),
        madeAt: z.iso.datetime(),
        failures: z.number(),
        lastFault: z.string().nullable(),
        nextAttemptAt: z.iso.datetime().nullable(),
        givenUpAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
});
export type TroubledDevice = z.output<typeof listTroubledDevices.response>['devices'][number];

export const retryDevice = route({
  method: 'POST',
  path: '/api/push/:id/retry',
  tag,
  summary: 'Gửi lại cho một thiết bị không nhận được thông báo.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ ok: z.literal(true) }),
});

export const turnPushOff = route({
  method: 'POST',
  path: '/api/push/off',
  tag,
  summary: 'Tắt thông báo trên thiết bị này, hoặc trên mọi thiết bị của tôi.',
  body: z.object({ endpoint: z.string().max(1000).optional() }),
  response: z.object({ ok: z.literal(true) }),
});
