import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const listAlike = route({
  method: 'GET',
  path: '/api/documents/:id/publication/alike',
  tag: 'Công bố',
  summary: 'Nhiệm vụ của văn bản sắp công bố rất giống việc mà cơ quan đã được giao theo văn bản khác.',
  params: z.object({ id: z.uuid() }),
  /** `apart`: a document that this one replaces or changes; its duties have their own list. */
  query: z.object({ apart: z.uuid().optional() }),
  response: z.object({
    alike: z.array(
      z.object({
        /** Within the document's reading. */
        id: z.string(),
        path: z.string(),
        text: z.string(),
        match: z.object({
          id: z.uuid(),
          symbol: z.string().nullable(),
          path: z.string(),
          text: z.string(),
          dueOn: z.iso.date().nullable(),
          agencies: z.array(z.string()),
        }),
      }),
    ),
  }),
});
