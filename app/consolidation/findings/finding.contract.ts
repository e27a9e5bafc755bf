import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { questionShape } from '../ask/ask.contract.ts';
import { findingKinds, reasonKinds } from './finding.ts';

const tag = 'Tổng hợp';
const id = z.object({ id: z.uuid() });
const findingId = z.object({ id: z.uuid(), findingId: z.uuid() });

export const decisions = ['once', 'both', 'ask'] as const;

export const toldShape = z.object({
  tellingId: z.string(),
  kind: z.enum(['paragraph', 'counted', 'state']),
  agencyReportId: z.uuid().nullable(),
  agencyId: z.uuid(),
  agency: z.string(),
  text: z.string(),
  begin: z.int(),
  end: z.int(),
  says: z.string().nullable(),
  indicator: z.string().nullable(),
});
export const reasonShape = z.object({ is: z.enum(reasonKinds), said: z.string() });

/** A sum taken off what an agency reported of an indicator without naming its things. */
export const deductShape = z.object({
  agencyReportId: z.uuid(),
  indicator: z.string().max(60),
  amount: z.number().positive('Số trừ phải lớn hơn 0.'),
  currency: z.string().length(3).nullable(),
});

export const findingShape = z.object({
  id: z.uuid(),
  kind: z.enum(findingKinds),
  subject: z.string(),
  told: z.array(toldShape),
  why: z.array(reasonShape),
  /** Decided, and no longer in the reports as they are filed now. */
  isGone: z.boolean(),
  decision: z.enum(decisions).nullable(),
  keep: z.string().nullable(),
  deduct: z.array(deductShape),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});

export const listFindings = route({
  method: 'GET',
  path: '/api/consolidations/:id/findings',
  tag,
  summary: 'Mâu thuẫn và nội dung kể trùng giữa các cơ quan, kèm vì sao và quyết định của người tổng hợp.',
  params: id,
  response: z.object({ findings: z.array(findingShape), mayDecide: z.boolean() }),
});

export const decideFinding = route({
  method: 'POST',
  path: '/api/consolidations/:id/findings/:findingId/decide',
  tag,
  summary: 'Quyết định: tính một lần, tính cả hai kèm lý do, hoặc hỏi lại cơ quan; tổng số tính lại theo đó.',
  params: findingId,
  body: z
    .object({
      decision: z.enum(decisions),
      reason: z.string().trim().max(1000).default(''),
      /** Of 'once': the telling that counts; the first when it is left out. */
      keep: z.string().max(300).optional(),
      /** Of 'once': the sentences that tell it become one. */
      merge: z.boolean().default(true),
      deduct: z.array(deductShape).max(20).default([]),
      /** Of 'ask': what is asked of which reports. */
      ask: questionShape.extend({ agencyReportIds: z.array(z.uuid()).min(1).max(50) }).optional(),
    })
    .refine(({ decision, ask }) => (decision === 'ask') === (ask !== undefined), {
      path: ['ask'],
      message: 'Hỏi lại thì cần câu hỏi và cơ quan được hỏi.',
    })
    .refine(({ decision, reason }) => decision !== 'both' || reason.length >= 3, {
      path: ['reason'],
      message: 'Tính cả hai thì cần ghi lý do.',
    }),
  response: findingShape,
});

export const reopenFinding = route({
  method: 'POST',
  path: '/api/consolidations/:id/findings/:findingId/reopen',
  tag,
  summary: 'Bỏ quyết định đã ghi để xem xét lại.',
  params: findingId,
  response: findingShape,
});
