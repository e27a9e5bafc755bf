import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const setRegisterSetting = route({
  method: 'PUT',
  path: '/api/registers/:register/settings/:name',
  tag: 'Sổ theo dõi',
  summary: 'Đặt thời hạn hoặc ngưỡng của sổ khác mặc định, kèm căn cứ; hoặc dùng lại mặc định.',
  params: z.object({ register: z.string().max(60), name: z.string().max(80) }),
  body: z.object({
    /** null: as the program ships it. */
    own: z
      .object({ value: z.number().min(-3650).max(1e15), source: z.string().trim().min(5).max(500) })
      .nullable(),
  }),
  response: z.object({ isOwn: z.boolean() }),
});
