import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const bulkActions = ['receive', 'confirm', 'return'] as const;
export type BulkAction = (typeof bulkActions)[number];
export const MOST_AT_ONCE = 200;

export const actOnMany = route({
  method: 'POST',
  path: '/api/duties/bulk',
  tag: 'Nhiệm vụ',
  summary:
    'Tiếp nhận, xác nhận hoặc trả lại (cùng một lý do) nhiều nhiệm vụ một lần; trả lời từng việc được hay không.',
  body: z.object({
    dutyIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
    action: z.enum(bulkActions),
    /** Why: asked for when returning. */
    reason: z.string().trim().max(2000).optional(),
  }),
  response: z.object({
    /** `seq`: the line of the duty's ledger by which it can be taken back. */
    done: z.array(z.object({ dutyId: z.uuid(), label: z.string(), agencyName: z.string(), seq: z.number() })),
    refused: z.array(
      z.object({ dutyId: z.uuid(), label: z.string(), agencyName: z.string().nullable(), why: z.string() }),
    ),
  }),
});
