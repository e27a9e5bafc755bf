import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Văn bản';

/**
 * Body: multipart form with one `file`, or a field `text`. Text and Markdown are read at once and answer with
 * the document; all other forms answer with the job that reads them.
 */
export const importDocument = route({
  method: 'POST',
  path: '/api/documents',
  tag,
  summary:
    'Nhận một văn bản vào: biểu mẫu nhiều phần có một tệp, hoặc ô text chứa văn bản dán (kèm meeting và heldOn nếu là kết luận cuộc họp); tệp cần đọc lâu thì trả về lần nhập đang chạy.',
  response: z.union([z.object({ id: z.uuid(), known: z.boolean() }), z.object({ jobId: z.uuid() })]),
});

export const importShape = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'refused', 'failed']),
  page: z.int().nullable(),
  pages: z.int().nullable(),
  recognised: z.boolean(),
  problem: z.string().nullable(),
  documentId: z.uuid().nullable(),
  known: z.boolean().nullable(),
  createdAt: z.iso.datetime(),
});

export const listImports = route({
  method: 'GET',
  path: '/api/imports',
  tag,
  summary: 'Các tệp đang được đọc và các tệp vừa đọc xong trong một ngày.',
  response: z.object({ imports: z.array(importShape) }),
});

export const dropImport = route({
  method: 'DELETE',
  path: '/api/imports/:id',
  tag,
  summary: 'Hủy một lần nhập đang chạy (bản tạm bị xóa ngay), hoặc cất một lần nhập đã xong khỏi danh sách.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ id: z.uuid() }),
});
