import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const downloadOpinionTable = route({
  method: 'GET',
  path: '/api/registers/consultation/rows/:id/opinions.docx',
  tag: 'Sổ theo dõi',
  summary: 'Bảng tiếp thu, giải trình ý kiến góp ý của một dự thảo, DOCX theo thể thức Nghị định 30/2020.',
  params: z.object({ id: z.uuid() }),
  response: z.any(),
});
