import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { askStates } from './ask.ts';

const tag = 'Tổng hợp';
const id = z.object({ id: z.uuid() });
const day = z.iso.date();
const words = z.string().trim().min(3, 'Hãy viết một câu.').max(4000);

/** A place in an agency's report: one of its paragraphs, or one of its figures. */
export const askedOf = z
  .object({
    agencyReportId: z.uuid(),
    paragraphId: z.uuid().optional(),
    indicator: z.string().max(60).optional(),
  })
  .refine(({ paragraphId, indicator }) => (paragraphId === undefined) !== (indicator === undefined), {
    message: 'Hãy chỉ một câu hoặc một số liệu của báo cáo cơ quan.',
  });
export type AskedOf = z.output<typeof askedOf>;

/** What is asked, and by which day; the day is proposed when it is left out. */
export const questionShape = z.object({ words, dueOn: day.optional() });

const turnShape = z.object({
  n: z.int(),
  kind: z.enum(['question', 'answer', 'end']),
  words: z.string(),
  /** The agency would mend its report. */
  wantsReturn: z.boolean(),
  by: z.string(),
  at: z.iso.datetime(),
});

export const askShape = z.object({
  id: z.uuid(),
  consolidationId: z.uuid(),
  agencyReportId: z.uuid(),
  agency: z.string(),
  /** Key of the heading in the agency's report, or 'figures'. */
  place: z.string(),
  /** 'II.1. Thông tin, tuyên truyền', or the name of the indicator. */
  placeName: z.string(),
  paragraphId: z.uuid().nullable(),
  indicator: z.string().nullable(),
  quote: z.string(),
  sentenceId: z.uuid().nullable(),
  findingId: z.uuid().nullable(),
  state: z.enum(askStates),
  dueOn: day,
  isLate: z.boolean(),
  /** 'còn 3 ngày làm việc', in Vietnamese; null once it does not wait. */
  clock: z.string().nullable(),
  turns: z.array(turnShape),
  mayAnswer: z.boolean(),
  mayClose: z.boolean(),
});

export const listAsks = route({
  method: 'GET',
  path: '/api/consolidations/:id/asks',
  tag,
  summary: 'Các chỗ đã hỏi lại cơ quan: chờ trả lời, quá hạn, đã trả lời, đã khép.',
  params: id,
  response: z.object({
    asks: z.array(askShape),
    /** The day proposed for a question asked now. */
    proposedDueOn: day,
    answerWorkingDays: z.int(),
    mayAsk: z.boolean(),
  }),
});

export const makeAsks = route({
  method: 'POST',
  path: '/api/consolidations/:id/asks',
  tag,
  summary: 'Hỏi lại cơ quan về câu hoặc số liệu của họ trong báo cáo tổng hợp, kèm hạn trả lời.',
  params: id,
  body: questionShape.extend({
    of: z.array(askedOf).min(1, 'Hãy chọn ít nhất một cơ quan.').max(50),
    /** Sentence of the consolidation that is questioned. */
    sentenceId: z.uuid().optional(),
  }),
  response: z.object({ ids: z.array(z.uuid()) }),
});

export const listReportAsks = route({
  method: 'GET',
  path: '/api/agency-reports/:id/asks',
  tag,
  summary: 'Các câu đầu mối hỏi lại về báo cáo của một cơ quan, theo từng mục.',
  params: id,
  response: z.object({ asks: z.array(askShape) }),
});

export const getAsk = route({
  method: 'GET',
  path: '/api/asks/:id',
  tag,
  summary: 'Một câu hỏi lại: hỏi gì, đã trả lời gì, và trả lời ở đâu.',
  params: id,
  response: askShape,
});

export const answerAsk = route({
  method: 'POST',
  path: '/api/asks/:id/answer',
  tag,
  summary: 'Cơ quan trả lời bằng lời; muốn sửa báo cáo thì xin được trả lại hoặc mở khóa.',
  params: id,
  body: z.object({ words, wantsReturn: z.boolean().default(false) }),
  response: askShape,
});

export const askFurther = route({
  method: 'POST',
  path: '/api/asks/:id/further',
  tag,
  summary: 'Hỏi tiếp khi câu trả lời chưa đủ, kèm hạn mới.',
  params: id,
  body: questionShape,
  response: askShape,
});

export const closeAsk = route({
  method: 'POST',
  path: '/api/asks/:id/close',
  tag,
  summary: 'Khép câu hỏi: đã rõ, hoặc thôi hỏi kèm lý do khi cơ quan chưa trả lời.',
  params: id,
  body: z.object({ words: z.string().trim().max(1000).default('') }),
  response: askShape,
});
