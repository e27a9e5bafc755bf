import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const invitePerson = route({
  method: 'POST',
  path: '/api/people/:personId/invitation',
  tag: 'Tài khoản',
  summary: 'Làm một liên kết vào dùng một lần cho một người: gửi bằng thư, hoặc in phiếu trao tay.',
  params: z.object({ personId: z.uuid() }),
  body: z.object({ by: z.enum(['mail', 'slip']) }),
  response: z.object({
    name: z.string(),
    title: z.string().nullable(),
    email: z.string(),
    tenantName: z.string(),
    purpose: z.enum(['invitation', 'recovery']),
    /** Where the program is reached. */
    origin: z.string(),
    /** Shown once; null when it went into a letter. */
    link: z.string().nullable(),
    /** The letter leaves by itself; false: it waits in the outbox to be handed over. */
    isSent: z.boolean(),
    expiresAt: z.iso.datetime(),
  }),
});
