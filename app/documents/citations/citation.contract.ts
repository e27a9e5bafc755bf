import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Văn bản';

const replacement = z
  .object({
    by: z.array(z.string()),
    since: z.string().nullable(),
    verified: z.boolean(),
    source: z.array(z.string()),
  })
  .nullable();
const instrument = {
  symbol: z.string(),
  kind: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  replacement,
};
const header = {
  id: z.uuid(),
  symbol: z.string().nullable(),
  kind: z.string().nullable(),
  title: z.string().nullable(),
  issuedOn: z.string().nullable(),
};

export const documentCitations = route({
  method: 'GET',
  path: '/api/documents/:id/citations',
  tag,
  summary: 'Những văn bản mà một văn bản viện dẫn, từng chỗ nhắc tới, và văn bản nào đã được thay thế.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    ...header,
    cited: z.array(
      z.object({
        ...instrument,
        basis: z.boolean(),
        mentions: z.array(
          z.object({
            text: z.string(),
            span: z.tuple([z.int(), z.int()]),
            before: z.string(),
            after: z.string(),
            place: z.object({
              kind: z.enum(['head', 'basis', 'annex', 'foot', 'body', 'path']),
              path: z.string().nullable(),
            }),
          }),
        ),
      }),
    ),
  }),
});

export const listCitations = route({
  method: 'GET',
  path: '/api/citations',
  tag,
  summary:
    'Những văn bản được viện dẫn trong mọi văn bản của tỉnh, được viện dẫn nhiều nhất trước, 50 một trang.',
  query: z.object({
    text: z.string().max(100).optional(),
    /** Only those known to be replaced. */
    replaced: z.enum(['true']).optional(),
    page: z.coerce.number<number>().int().min(1).max(10_000).default(1),
  }),
  response: z.object({
    total: z.int(),
    replaced: z.int(),
    pageSize: z.int(),
    /** Those that cite something on this page. */
    documents: z.array(z.object(header)),
    instruments: z.array(
      z.object({
        ...instrument,
        key: z.string(),
        citedBy: z.array(z.object({ documentId: z.uuid(), basis: z.boolean(), mentions: z.int() })),
      }),
    ),
  }),
});
