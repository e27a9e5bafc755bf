import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Nhắc việc và thông báo';

export const pushState = route({
  method: 'GET',
  path: '/api/push',
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

export const turnPushOff = route({
  method: 'POST',
  path: '/api/push/off',
  tag,
  summary: 'Tắt thông báo trên thiết bị này, hoặc trên mọi thiết bị của tôi.',
  body: z.object({ endpoint: z.string().max(1000).optional() }),
  response: z.object({ ok: z.literal(true) }),
});
