import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { dutyFilterShape } from '../duty.contract.ts';
import { bulkActions, MOST_AT_ONCE, MOST_CHOSEN } from './bulk.ts';

const tag = 'Nhiệm vụ';
const reason = z.string().trim().max(2000).optional();

const doneShape = z.object({
  dutyId: z.uuid(),
  label: z.string(),
  agencyName: z.string(),
  /** The line of the duty's ledger by which it can be taken back. */
  seq: z.number(),
});
const refusedShape = z.object({
  dutyId: z.uuid(),
  /** Empty where there is no such duty. */
  label: z.string(),
  agencyName: z.string().nullable(),
  /** One sentence. */
  why: z.string(),
});
export type Done = z.output<typeof doneShape>;
export type Refused = z.output<typeof refusedShape>;
const outcome = z.object({ done: z.array(doneShape), refused: z.array(refusedShape) });
export type Outcome = z.output<typeof outcome>;

export const actOnMany = route({
  method: 'POST',
  path: '/api/duties/bulk',
  tag,
  summary:
    'Làm một việc với nhiều nhiệm vụ: tiếp nhận, xác nhận, trả lại, tạm dừng, thu hồi, đổi hạn, đổi cơ quan phối hợp …; từng dòng được hay vì sao không; có thể chỉ làm thử.',
  body: z.object({
    dutyIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
    action: z.enum(bulkActions),
    /** Only the parts of this agency. */
    only: z.uuid().optional(),
    /** Why: asked for when returning, pausing, withdrawing, reinstating, and when what was given is changed. */
    reason,
    /** The day a pause ends by itself. */
    until: z.iso.date().optional(),
    /** The new deadline. */
    dueOn: z.iso.date().optional(),
    /** Who cooperates from now on, and instead of whom. */
    agencyId: z.uuid().optional(),
    insteadOf: z.uuid().optional(),
    /** Does everything, tells how each line fares, and takes it all back. */
    rehearse: z.boolean().default(false),
    /** Goes on with a batch of one's own: what is too many for one transaction is done in pieces. */
    batch: z.uuid().optional(),
  }),
  /** `batch`: by which all of it is taken back; null where nothing was done. */
  response: outcome.extend({ batch: z.uuid().nullable() }),
});

export const listBatches = route({
  method: 'GET',
  path: '/api/duties/batches',
  tag,
  summary: 'Những loạt việc người xem đã làm với nhiều nhiệm vụ trong 30 ngày qua, loạt mới nhất trước.',
  response: z.object({
    batches: z.array(
      z.object({
        id: z.uuid(),
        action: z.enum(bulkActions),
        reason: z.string().nullable(),
        at: z.iso.datetime(),
        duties: z.number(),
        lines: z.number(),
        /** Lines that can still be taken back. */
        standing: z.number(),
        /** Its first duties by name, at most four. */
        first: z.array(z.string()),
      }),
    ),
  }),
});
export type Batch = z.output<typeof listBatches.response>['batches'][number];

export const undoBatch = route({
  method: 'POST',
  path: '/api/duties/batches/:id/undo',
  tag,
  summary: 'Hoàn tác cả một loạt việc, từng phần một; từng dòng được hay vì sao không.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    /** Where the piece before has ended. */
    before: z.number().int().min(1).optional(),
  }),
  /** `next`: goes on with the lines before this one; null: nothing is left. */
  response: outcome.extend({ next: z.number().nullable() }),
});

export const offerForMany = route({
  method: 'POST',
  path: '/api/duties/bulk/offers',
  tag,
  summary: 'Người xem làm được những việc gì với các nhiệm vụ đã chọn, hoặc với mọi nhiệm vụ khớp bộ lọc.',
  body: z.object({
    dutyIds: z.array(z.uuid()).max(MOST_CHOSEN).optional(),
    /** All that match instead of single ones. */
    filter: dutyFilterShape.optional(),
    only: z.uuid().optional(),
  }),
  response: z.object({
    dutyIds: z.array(z.uuid()),
    /** More match than can be chosen at once. */
    hasMore: z.boolean(),
    offers: z.array(z.object({ action: z.enum(bulkActions), duties: z.number(), parts: z.number() })),
    /** Who cooperates in them now, the most frequent first. */
    coordinators: z.array(z.object({ id: z.uuid(), name: z.string(), duties: z.number() })),
  }),
});
export type Offers = z.output<typeof offerForMany.response>;
