import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { signals } from './signal.ts';

export const setSignal = route({
  method: 'PUT',
  path: '/api/assignments/:id/signal',
  tag: 'Nhiệm vụ',
  summary: 'Cơ quan tự đánh giá phần việc của mình (an toàn, khả thi, cần hỗ trợ, nguy cơ) kèm một câu.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ signal: z.enum(signals), sentence: z.string().trim().min(5).max(500) }),
  response: z.object({ signal: z.enum(signals) }),
});
