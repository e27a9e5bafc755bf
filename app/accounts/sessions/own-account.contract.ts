import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Tài khoản';
const words = z.object({ vi: z.string(), en: z.string() });
const instant = z.iso.datetime();
const done = z.object({ ok: z.literal(true) });

export const readOwnAccount = route({
  method: 'GET',
  path: '/api/me/account',
  tag,
  summary: 'Tài khoản của mình: hai bước, phiên đăng nhập, lần đăng nhập gần đây.',
  response: z.object({
    twoStep: z.object({ isOn: z.boolean(), since: instant.nullable(), codesLeft: z.number().int() }),
    sessions: z.array(
      z.object({
        id: z.uuid(),
        isThis: z.boolean(),
        device: words,
        address: z.string(),
        method: z.enum(['password', 'link', 'sso']),
        createdAt: instant,
        seenAt: instant,
      }),
    ),
    attempts: z.array(
      z.object({
        id: z.number().int(),
        at: instant,
        succeeded: z.boolean(),
        step: z.enum(['password', 'code', 'link', 'sso']),
        device: words,
        address: z.string(),
      }),
    ),
    rules: z.object({ idleMinutes: z.number().int(), absoluteHours: z.number().int() }),
  }),
});

export const endSession = route({
  method: 'DELETE',
  path: '/api/me/sessions/:id',
  tag,
  summary: 'Đóng một phiên đăng nhập của mình.',
  params: z.object({ id: z.uuid() }),
  response: done,
});

export const endOtherSessions = route({
  method: 'POST',
  path: '/api/me/sessions/end-others',
  tag,
  summary: 'Đóng mọi phiên đăng nhập của mình trừ phiên này.',
  response: z.object({ ended: z.number().int() }),
});
