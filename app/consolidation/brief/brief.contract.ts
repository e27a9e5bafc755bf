import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { indicatorShape } from '#app/reports/indicator.contract.ts';
import { figuresShape } from '../consolidation.contract.ts';
import { findingKinds } from '../findings/finding.ts';
import { totalShape } from '../totals/totals.contract.ts';

const sentence = z.object({ id: z.uuid(), slot: z.string(), text: z.string() });

/** At most so many of each list are named; the count says how many there are. */
export const named = 6;

export const getBrief = route({
  method: 'GET',
  path: '/api/consolidations/:id/brief',
  tag: 'Tổng hợp',
  summary:
    'Một trang cho người ký: ai chưa báo cáo, số chính so với kỳ trước, điều chưa quyết, câu hỏi còn mở, lời kết.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    id: z.uuid(),
    /** Of the letter. */
    title: z.string(),
    reportName: z.string(),
    periodName: z.string(),
    planLabel: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    state: z.enum(['draft', 'issued']),
    symbol: z.string(),
    issuedAt: z.iso.datetime().nullable(),
    version: z.int(),
    /** Symbol of the issued report that it corrects. */
    corrects: z.string().nullable(),
    agencies: z.object({ expected: z.int(), missing: z.array(z.string()) }),
    /** Filings that came, changed or were returned since the draft was made. */
    waiting: z.array(z.string()),
    /** Name of the frozen period that figures are compared with. */
    before: z.string().nullable(),
    duties: figuresShape,
    dutiesBefore: figuresShape.nullable(),
    indicators: z.array(z.object({ indicator: indicatorShape, total: totalShape })),
    undecided: z.object({
      count: z.int(),
      first: z.array(z.object({ id: z.uuid(), kind: z.enum(findingKinds), subject: z.string() })),
    }),
    /** Null for those who may not read what was asked back. */
    asks: z
      .object({
        open: z.int(),
        late: z.int(),
        answered: z.int(),
        first: z.array(
          z.object({
            id: z.uuid(),
            agency: z.string(),
            question: z.string(),
            dueOn: z.iso.date(),
            isLate: z.boolean(),
            isAnswered: z.boolean(),
          }),
        ),
      })
      .nullable(),
    /** Sentences with neither source nor mark. */
    bare: z.object({ count: z.int(), first: z.array(sentence) }),
    editorial: z.object({ count: z.int(), first: z.array(sentence) }),
    conclusion: z.array(
      z.object({ key: z.string(), heading: z.string(), count: z.int(), first: z.array(sentence) }),
    ),
    mayIssue: z.boolean(),
  }),
});
