import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const searchKinds = ['document', 'duty', 'agency', 'report', 'row', 'difficulty', 'person'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A text with the places [begin, end) in it that were asked for. */
const marked = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) });

const hit = z.object({
  id: z.uuid(),
  /** Address of the page that shows it. */
  to: z.string(),
  title: marked,
  /** What matched, or what tells it from others like it. */
  line: marked.nullable(),
  /** The agency is found by a name that is not the one it has now. */
  byOtherName: z.boolean(),
  /** No longer in force, or not yet published. */
  standing: z.enum(['draft', 'ended', 'withdrawn']).nullable(),
});
export type Hit = z.output<typeof hit>;

export const search = route({
  method: 'GET',
  path: '/api/search',
  tag: 'Tìm kiếm',
  summary:
    'Tìm nhiệm vụ, văn bản, cơ quan (mọi tên từng mang), báo cáo, dòng của sổ theo dõi, khó khăn, người dùng mà người hỏi được xem; không cần dấu, số hiệu cách nào cũng được.',
  query: z.object({
    q: z.string().trim().max(200),
    kind: z.enum(searchKinds).optional(),
    /** At most so many of each kind. */
    most: z.coerce.number().int().min(1).max(50).default(5),
  }),
  response: z.object({
    groups: z.array(z.object({ kind: z.enum(searchKinds), more: z.boolean(), hits: z.array(hit) })),
  }),
});
export type SearchAnswer = z.output<(typeof search)['response']>;
