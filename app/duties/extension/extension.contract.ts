import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { extensionActions, extensionStates } from './extension.ts';

const tag = 'Nhiệm vụ';
const day = z.iso.date();

export const extensionShape = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  state: z.enum(extensionStates),
  dueBefore: day.nullable(),
  wantedOn: day,
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  counteredOn: day.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** What the viewer may do to it now. */
  actions: z.array(z.enum(extensionActions)),
});
export type ExtensionShown = z.output<typeof extensionShape>;

export const listExtensions = route({
  method: 'GET',
  path: '/api/duties/:id/extensions',
  tag,
  summary: 'Các lần xin gia hạn của một nhiệm vụ, mới nhất trước, và phần việc mà người xem xin được.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    extensions: z.array(extensionShape),
    mayAsk: z.array(z.object({ assignmentId: z.uuid(), agencyName: z.string(), dueOn: day.nullable() })),
  }),
});

export const askExtension = route({
  method: 'POST',
  path: '/api/assignments/:id/extensions',
  tag,
  summary: 'Xin gia hạn phần việc của cơ quan mình: ngày mong muốn và lý do.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ wantedOn: day, reason: z.string().trim().min(5).max(2000) }),
  response: z.object({ id: z.uuid() }),
});

export const actOnExtension = route({
  method: 'POST',
  path: '/api/extensions/:id/actions',
  tag,
  summary:
    'Đồng ý, đề nghị ngày khác hoặc không đồng ý gia hạn; cơ quan nhận hay không nhận ngày đó, hoặc rút lại.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    action: z.enum(extensionActions),
    reason: z.string().trim().max(2000).optional(),
    /** The day proposed instead. */
    day: day.optional(),
  }),
  response: z.object({ state: z.enum(extensionStates), dueOn: day.nullable() }),
});
