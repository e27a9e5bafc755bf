import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { fileKinds } from './file-kind.ts';

const tag = 'Tệp';
const params = z.object({ id: z.uuid() });

export const showFile = route({
  method: 'GET',
  path: '/api/files/:id',
  tag,
  summary: 'Một tệp: tên, loại theo nội dung, dung lượng, hồ sơ chứa tệp.',
  params,
  response: z.object({
    id: z.uuid(),
    name: z.string(),
    size: z.int(),
    sha256: z.string(),
    kind: z.enum(fileKinds as [(typeof fileKinds)[number]]),
    /** The name claims another kind than the bytes are. */
    misnamed: z.boolean(),
    uploadedAt: z.iso.datetime(),
    place: z.object({ address: z.string(), name: z.string() }),
  }),
});

const sheet = z.object({
  name: z.string(),
  cells: z.array(z.array(z.string())),
  /** All there are; the first are given. */
  rows: z.int(),
  columns: z.int(),
});

export const previewShape = z.discriminatedUnion('shown', [
  z.object({ shown: z.enum(['pdf', 'image']) }),
  z.object({ shown: z.literal('document'), html: z.string(), cut: z.boolean() }),
  z.object({ shown: z.literal('sheets'), sheets: z.array(sheet), count: z.int() }),
  z.object({ shown: z.literal('text'), text: z.string(), cut: z.boolean() }),
  z.object({ shown: z.literal('nothing'), because: z.enum(['too-large', 'unreadable']).optional() }),
]);

export const previewFile = route({
  method: 'GET',
  path: '/api/files/:id/preview',
  tag,
  summary:
    'Nội dung xem trước của một tệp: HTML an toàn của DOCX, ô của XLSX, chữ; PDF và ảnh thì tải nội dung.',
  params,
  response: previewShape,
});

/** `inline`: for the page that shows pictures and PDF; else it is saved. Answers parts (Range) and 304 (ETag). */
export const downloadFile = route({
  method: 'GET',
  path: '/api/files/:id/content',
  tag,
  summary: 'Tải nội dung một tệp, cả tệp hoặc từng phần.',
  params,
  query: z.object({ inline: z.literal('1').optional() }),
  response: z.any(),
});
