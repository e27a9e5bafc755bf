import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const beginRow = route({
  method: 'GET',
  path: '/api/registers/:register/beginning',
  tag: 'Sổ theo dõi',
  summary:
    'Những mục điền sẵn của một dòng mới lập từ một dòng của sổ khác: liên kết, tên, nước, thành tích; chưa ghi gì vào sổ.',
  params: z.object({ register: z.string().max(60) }),
  query: z.object({ from: z.string().max(60), id: z.uuid() }),
  response: z.object({
    /** The row it begins from. */
    title: z.string(),
    values: z.record(z.string(), z.unknown()),
    /** Names of what references point at, by id. */
    names: z.record(z.string(), z.string()),
  }),
});
