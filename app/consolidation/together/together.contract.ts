import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const sayWhere = route({
  method: 'POST',
  path: '/api/consolidations/:id/presence',
  tag: 'Tổng hợp',
  summary: 'Báo cho người cùng sửa biết mình đang ở câu nào; bỏ trống khi rời câu.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    /** Tells the windows of one person apart. */
    window: z.string().min(1).max(40),
    sentenceId: z.uuid().nullable(),
  }),
  response: z.object({ ok: z.literal(true) }),
});

/** No JSON route: server-sent events 'changed' and 'people'. */
export const eventsAddress = (consolidationId: string): string =>
  `/api/consolidations/${consolidationId}/events`;

/** Who is in which sentence, as 'people' tells it. */
export type Present = { personId: string; name: string; window: string; sentenceId: string };
