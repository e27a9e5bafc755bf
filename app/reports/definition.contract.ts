import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { definitionShape, periodKinds } from './definition-shape.contract.ts';

const tag = 'Báo cáo';
const day = z.iso.date();

const definitionRow = z.object({
  id: z.uuid(),
  /** null: no plan asks for it. */
  documentId: z.uuid().nullable(),
  /** Of data/report-definitions.json, where it was taken over. */
  originKey: z.string().nullable(),
  version: z.int(),
  content: definitionShape,
});

export const listDefinitions = route({
  method: 'GET',
  path: '/api/report-definitions',
  tag,
  summary: 'Các chế độ báo cáo và các kế hoạch chưa có chế độ báo cáo.',
  response: z.object({
    definitions: z.array(definitionRow),
    plans: z.array(z.object({ documentId: z.uuid(), label: z.string() })),
  }),
});

export const makeDefinition = route({
  method: 'POST',
  path: '/api/report-definitions',
  tag,
  summary: 'Lập chế độ báo cáo từ một kế hoạch đã phát hành: đề cương lấy theo nhóm nhiệm vụ của kế hoạch.',
  body: z.object({ documentId: z.uuid() }),
  response: definitionRow,
});

export const changeDefinition = route({
  method: 'PUT',
  path: '/api/report-definitions/:id',
  tag,
  summary: 'Sửa chế độ báo cáo thành một phiên bản mới; kỳ đã mở giữ phiên bản cũ.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ version: z.int(), content: definitionShape }),
  response: definitionRow,
});

export const proposeWindow = route({
  method: 'GET',
  path: '/api/report-definitions/:id/window',
  tag,
  summary: 'Tên kỳ, ngày lấy số liệu và hạn gửi theo lịch.',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    kind: z.enum(periodKinds).exclude(['own']),
    year: z.coerce.number().int().min(2000).max(2100),
    index: z.coerce.number().int().min(1).max(12),
  }),
  response: z.object({ name: z.string(), from: day, to: day, dueOn: day }),
});
