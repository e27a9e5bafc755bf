import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Tổng hợp';
const id = z.object({ id: z.uuid() });

/** How a report went to whom it is for. */
export const sendingWays = ['axis', 'office', 'email', 'post', 'hand'] as const;

/** Files made of a report when they are asked for. */
export const outNames = [
  'document.pdf',
  'annexes.xlsx',
  'provenance.xlsx',
  'changes.docx',
  'document.edxml',
] as const;
export type OutName = (typeof outNames)[number];

const sendingShape = z.object({
  id: z.uuid(),
  sentOn: z.iso.date(),
  way: z.enum(sendingWays),
  sentTo: z.string(),
  note: z.string(),
  notedBy: z.string(),
  notedAt: z.iso.datetime(),
});
const signedShape = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});

export const showOut = route({
  method: 'GET',
  path: '/api/consolidations/:id/out',
  tag,
  summary: 'Bản đã ban hành: bản có chữ ký, việc gửi đi, và các lần sửa đổi của kỳ.',
  params: id,
  response: z.object({
    state: z.enum(['draft', 'issued']),
    version: z.int(),
    correctionReason: z.string().nullable(),
    versions: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        state: z.enum(['draft', 'issued']),
        symbol: z.string(),
        issuedAt: z.iso.datetime().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    signed: z.array(signedShape),
    sendings: z.array(sendingShape),
    addressee: z.string(),
    today: z.iso.date(),
    mayRecord: z.boolean(),
    mayCorrect: z.boolean(),
  }),
});

export const attachSigned = route({
  method: 'POST',
  path: '/api/consolidations/:id/signed',
  tag,
  summary: 'Đính kèm bản PDF đã ký của báo cáo đã ban hành; mã của tệp được giữ.',
  params: id,
  response: z.object({ signed: z.array(signedShape) }),
});

export const recordSending = route({
  method: 'POST',
  path: '/api/consolidations/:id/sendings',
  tag,
  summary: 'Ghi nhận đã gửi báo cáo: ngày, nơi nhận và cách gửi.',
  params: id,
  body: z.object({
    sentOn: z.iso.date(),
    way: z.enum(sendingWays),
    sentTo: z.string().trim().min(1, 'Hãy ghi nơi nhận.').max(300),
    note: z.string().trim().max(500).default(''),
  }),
  response: z.object({ sendings: z.array(sendingShape) }),
});

export const correctConsolidation = route({
  method: 'POST',
  path: '/api/consolidations/:id/correct',
  tag,
  summary: 'Sửa đổi báo cáo đã ban hành: mở bản mới nối tiếp; bản cũ giữ nguyên.',
  params: id,
  body: z.object({ reason: z.string().trim().min(3, 'Hãy ghi lý do sửa đổi.').max(1000) }),
  response: id,
});

export const changeShape = z.object({
  is: z.enum(['added', 'changed', 'left-out', 'moved', 'form']),
  /** Heading, or the part of the form. */
  place: z.string(),
  before: z.string(),
  after: z.string(),
  /** Why it was left out. */
  reason: z.string().nullable(),
  sentenceId: z.uuid().nullable(),
});

export const listChanges = route({
  method: 'GET',
  path: '/api/consolidations/:id/changes',
  tag,
  summary: 'Danh mục sửa đổi so với bản trước, từng câu.',
  params: id,
  response: z.object({
    of: z.object({ id: z.uuid(), symbol: z.string() }).nullable(),
    reason: z.string().nullable(),
    changes: z.array(changeShape),
  }),
});

/** No JSON route: the bytes of a file made of the report. */
export const outAddress = (consolidationId: string, name: OutName): string =>
  `/api/consolidations/${consolidationId}/${name}`;
