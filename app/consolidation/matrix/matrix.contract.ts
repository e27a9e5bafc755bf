import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { sentenceShape } from '../consolidation.contract.ts';
import { placements } from './placement.ts';

const tag = 'Tổng hợp';
const id = z.object({ id: z.uuid() });
const sentenceId = z.object({ id: z.uuid(), sentenceId: z.uuid() });
const slotKey = z.string().max(60);
const reason = z.string().trim().min(3, 'Hãy ghi lý do.').max(1000);

const counts = z.object({ all: z.int(), used: z.int(), merged: z.int(), aside: z.int(), waiting: z.int() });

/** A paragraph with the place it has. */
export const placedShape = z.object({
  agencyReportId: z.uuid(),
  agency: z.string(),
  paragraphId: z.uuid(),
  slot: z.string(),
  text: z.string(),
  placement: z.enum(placements),
  /** The sentence of the report it went into. */
  sentence: z
    .object({
      id: z.uuid(),
      slot: z.string(),
      text: z.string(),
      reason: z.string().nullable(),
      sources: z.int(),
    })
    .nullable(),
});

export const getMatrix = route({
  method: 'GET',
  path: '/api/consolidations/:id/matrix',
  tag,
  summary: 'Ma trận mục × cơ quan: mỗi ô có bao nhiêu đoạn, ô nào trống và vì sao.',
  params: id,
  response: z.object({
    /** Name of the period. */
    period: z.string(),
    slots: z.array(z.object({ key: z.string(), level: z.int(), heading: z.string(), writes: z.boolean() })),
    agencies: z.array(
      z.object({ agencyReportId: z.uuid(), name: z.string(), hasFiled: z.boolean(), isTaken: z.boolean() }),
    ),
    /** Only cells that hold something; `slot` and `agency` are places in the lists above. */
    cells: z.array(
      z.object({
        slot: z.int(),
        agency: z.int(),
        used: z.int(),
        merged: z.int(),
        aside: z.int(),
        waiting: z.int(),
      }),
    ),
    counts,
    mayEdit: z.boolean(),
  }),
});

export const listParagraphs = route({
  method: 'GET',
  path: '/api/consolidations/:id/paragraphs',
  tag,
  summary: 'Các đoạn của một ô, một mục, một cơ quan, hoặc các đoạn chưa có chỗ.',
  params: id,
  query: z.object({
    slot: slotKey.optional(),
    report: z.uuid().optional(),
    placement: z.enum(placements).optional(),
    page: z.coerce.number().int().min(1).default(1),
  }),
  response: z.object({ paragraphs: z.array(placedShape), total: z.int() }),
});

export const placeParagraph = route({
  method: 'POST',
  path: '/api/consolidations/:id/paragraphs/place',
  tag,
  summary: 'Cho một đoạn một chỗ: thành câu riêng, gộp vào một câu, hoặc để ra ngoài kèm lý do.',
  params: id,
  body: z.object({
    agencyReportId: z.uuid(),
    paragraphId: z.uuid(),
    to: z.discriminatedUnion('do', [
      z.object({ do: z.literal('use') }),
      z.object({ do: z.literal('join'), sentenceId: z.uuid() }),
      z.object({ do: z.literal('aside'), reason }),
    ]),
  }),
  response: placedShape,
});

export const mergeSentences = route({
  method: 'POST',
  path: '/api/consolidations/:id/sentences/:sentenceId/merge',
  tag,
  summary: 'Gộp các câu khác vào câu này: câu này mang mọi nguồn, các câu kia giữ lại để tách được.',
  params: sentenceId,
  body: z.object({
    others: z.array(z.uuid()).min(1, 'Hãy chọn ít nhất hai câu.').max(100),
    text: z.string().trim().min(1, 'Câu không được để trống.').max(20_000).optional(),
  }),
  response: sentenceShape,
});

export const splitSentence = route({
  method: 'POST',
  path: '/api/consolidations/:id/sentences/:sentenceId/split',
  tag,
  summary: 'Tách một câu đã gộp ra lại: câu kia bỏ các nguồn của nó.',
  params: sentenceId,
  response: sentenceShape,
});
