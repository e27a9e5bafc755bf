import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const part = z.number().min(-1).max(2);

export const showPages = route({
  method: 'GET',
  path: '/api/documents/:id/pages',
  tag: 'Văn bản',
  summary:
    'Các trang của bản gốc: đoạn chữ của từng trang, trang nào có ảnh quét, vị trí và độ chắc của từng chữ.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    pages: z.array(
      z.object({
        /** From 1. */
        number: z.int(),
        /** In the text of the document, UTF-16 units. */
        span: z.tuple([z.int(), z.int()]),
        scanned: z.boolean(),
        hasPicture: z.boolean(),
        /** begin, end, left, top, right, bottom, confidence: places in the text; box and confidence in parts of 1. */
        words: z.array(z.tuple([z.int(), z.int(), part, part, part, part, z.number()])),
      }),
    ),
  }),
});

/** Address of the picture of one scanned page, a JPEG. */
export const pagePicturePath = '/api/documents/:id/pages/:number/picture';
