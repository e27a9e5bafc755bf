import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Sổ theo dõi';
const inRegister = z.object({ register: z.string().max(60) });
const rowShape = z.object({
  id: z.uuid(),
  title: z.string(),
  agencyName: z.string(),
  shown: z.record(z.string(), z.string()),
});

export const listAlike = route({
  method: 'GET',
  path: '/api/registers/:register/alike',
  tag,
  summary: 'Các cặp dòng của sổ có thể là một, chờ người xem quyết định.',
  params: inRegister,
  query: z.object({ language: z.enum(['vi', 'en']).default('vi') }),
  response: z.object({ pairs: z.array(z.object({ row: rowShape, other: rowShape, alike: z.number() })) }),
});
export type AlikePair = z.output<typeof listAlike.response>['pairs'][number];

export const keepApart = route({
  method: 'POST',
  path: '/api/registers/:register/alike/different',
  tag,
  summary: 'Ghi nhận hai dòng là hai việc khác nhau.',
  params: inRegister,
  body: z.object({ rowId: z.uuid(), otherId: z.uuid() }),
  response: z.object({ left: z.number() }),
});

export const mergeRows = route({
  method: 'POST',
  path: '/api/registers/:register/alike/merge',
  tag,
  summary: 'Gộp một dòng vào dòng được giữ: ô trống của dòng giữ được điền, hai lịch sử còn nguyên.',
  params: inRegister,
  body: z.object({ keepId: z.uuid(), otherId: z.uuid() }),
  response: z.object({ filled: z.array(z.string()) }),
});

export const partRows = route({
  method: 'POST',
  path: '/api/registers/:register/rows/:id/part',
  tag,
  summary: 'Tách một dòng đã gộp ra lại; những ô đã điền vào dòng kia thì hoàn tác ở nhật ký của nó.',
  params: inRegister.extend({ id: z.uuid() }),
  response: z.object({ revision: z.number() }),
});
