import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Nhật ký';

const lineShape = z.object({
  id: z.number(),
  seq: z.number(),
  at: z.string(),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  kind: z.string(),
  actorId: z.uuid().nullable(),
  /** The whole sentence: who did what. */
  said: z.object({ vi: z.string(), en: z.string() }),
  page: z.string().nullable(),
});
export type LedgerLine = z.output<typeof lineShape>;

export const subjectLedger = route({
  method: 'GET',
  path: '/api/ledger/:subjectKind/:subjectId',
  tag,
  summary: 'Nhật ký của một đối tượng bằng lời: ai làm gì, khi nào; chuỗi có nguyên vẹn không.',
  params: z.object({ subjectKind: z.string().max(40), subjectId: z.uuid() }),
  response: z.object({
    lines: z.array(lineShape),
    /** null: every line is as it was written; else the first line that is not. */
    brokenAt: z.number().nullable(),
  }),
});

export const recentLedger = route({
  method: 'GET',
  path: '/api/ledger',
  tag,
  summary: 'Những việc vừa diễn ra trong tỉnh, mới nhất trước; lọc theo loại đối tượng và người làm.',
  query: z.object({
    subjectKind: z.string().max(40).optional(),
    person: z.uuid().optional(),
    /** Lines older than this one. */
    before: z.coerce.number().int().optional(),
  }),
  response: z.object({
    lines: z.array(lineShape),
    hasMore: z.boolean(),
    kinds: z.array(z.object({ kind: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});
