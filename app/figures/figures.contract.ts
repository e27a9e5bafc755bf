import { z } from 'zod';
import { asOfShape } from '#app/platform/as-of.ts';
import { route } from '#app/platform/contract.ts';

const tag = 'Bảng điều hành';

/** The four cells, always together; requests are never late and stand apart. `undated` of them have no deadline. */
export const countsShape = z.object({
  'done-in-time': z.int(),
  'done-late': z.int(),
  'open-in-time': z.int(),
  'open-late': z.int(),
  request: z.int(),
  undated: z.int(),
});
export type Counts = z.output<typeof countsShape>;

export const showFigures = route({
  method: 'GET',
  path: '/api/figures',
  tag,
  summary: 'Bốn ô toàn tỉnh, theo cơ quan và theo nhóm nhiệm vụ, tính từ các dòng ngay lúc hỏi.',
  query: z.object({ document: z.uuid().optional(), asOf: asOfShape }),
  response: z.object({
    /** The Vietnamese day lateness was judged on. */
    today: z.iso.date(),
    /** It is a day that has passed: what was known and held then. */
    isPast: z.boolean(),
    /** 'mine': only duties in which the viewer's agencies have a part, and no coverage. */
    scope: z.enum(['all', 'mine']),
    documents: z.array(
      z.object({ id: z.uuid(), symbol: z.string().nullable(), title: z.string().nullable() }),
    ),
    overall: countsShape,
    agencies: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kindName: z.string(),
        isInStateChain: z.boolean(),
        counts: countsShape,
      }),
    ),
    groups: z.array(
      z.object({
        documentId: z.uuid(),
        symbol: z.string().nullable(),
        path: z.string(),
        start: z.string(),
        duties: z.int(),
        counts: countsShape,
      }),
    ),
  }),
});
