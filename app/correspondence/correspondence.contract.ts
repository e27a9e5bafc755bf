import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { draftKinds, letterStates } from './letter.ts';
import { answers } from './letter-step.ts';

const tag = 'Văn bản đi';
const day = z.iso.date();
const byId = z.object({ id: z.uuid() });
const line = z.string().max(500);
const words = z.string().max(8000);

const blockShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: words }),
  z.object({ kind: z.literal('item'), text: words, depth: z.union([z.literal(1), z.literal(2)]).optional() }),
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: words,
  }),
  z.object({
    kind: z.literal('table'),
    caption: line.optional(),
    columns: z
      .array(
        z.object({
          header: z.string().max(200),
          width: z.number().min(0.1).max(100),
          align: z.enum(['left', 'center', 'right']).optional(),
        }),
      )
      .min(1)
      .max(10),
    rows: z.array(z.array(z.string().max(4000)).max(10)).max(300),
  }),
]);
export type LetterBlock = z.output<typeof blockShape>;

export const contentShape = z.object({
  superior: line,
  issuer: line,
  place: line,
  notation: z.string().max(60),
  kind: z.string().max(60),
  title: z.string().max(1000),
  addressees: z.array(line).max(200),
  bases: z.array(z.string().max(1000)).max(50),
  body: z.array(blockShape).max(500),
  signature: z.object({ authority: z.array(line).max(4), position: line, name: line }),
  recipients: z.array(line).max(100),
  urgency: z.enum(['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC']).optional(),
});
export type ContentShown = z.output<typeof contentShape>;

const rowShape = z.object({
  id: z.uuid(),
  draftKind: z.enum(draftKinds),
  kind: z.string(),
  title: z.string(),
  state: z.enum(letterStates),
  issuerName: z.string(),
  /** '05/LHHN-VP'; null while it is a draft. */
  symbol: z.string().nullable(),
  dated: day.nullable(),
  addressees: z.array(z.string()),
  /** The day its seal was put on it. */
  stampedOn: day.nullable(),
  /** Drafted by the ladder of reminders, about so many duties, of which so many are not answered yet. */
  fromLadder: z.object({ open: z.number(), all: z.number() }).nullable(),
  /** Null: the program drafted it and nobody has edited it. */
  changedBy: z.string().nullable(),
  changedAt: z.string(),
});
export type LetterRow = z.output<typeof rowShape>;

/** Decisions and answers of which no letter tells yet. */
const untold = {
  extensions: z.array(
    z.object({ id: z.uuid(), agencyName: z.string(), dutyText: z.string(), state: z.string() }),
  ),
  difficulties: z.array(
    z.object({
      id: z.uuid(),
      agencyName: z.string(),
      words: z.string(),
      writes: z.enum(['difficulty', 'submit']),
    }),
  ),
};

export const listLetters = route({
  method: 'GET',
  path: '/api/letters',
  tag,
  summary: 'Văn bản đi: dự thảo, đã cấp số, đã gửi; mới nhất trước.',
  query: z.object({ state: z.enum(letterStates).optional(), text: z.string().trim().max(200).optional() }),
  response: z.object({
    letters: z.array(rowShape),
    counts: z.record(z.enum(letterStates), z.number()),
    mayWrite: z.boolean(),
  }),
});

export const listDutyLetters = route({
  method: 'GET',
  path: '/api/duties/:id/letters',
  tag,
  summary: 'Văn bản đi về một nhiệm vụ mà người xem được đọc, và việc soạn mới.',
  params: byId,
  response: z.object({
    letters: z.array(rowShape),
    mayWrite: z.boolean(),
    ...untold,
    /** Agencies to be reminded of it, and why: late, not heard of, or only asked for and not heard of. */
    urges: z.array(
      z.object({ agencyId: z.uuid(), agencyName: z.string(), why: z.enum(['late', 'silent', 'asked']) }),
    ),
  }),
});

export const suggestLetters = route({
  method: 'GET',
  path: '/api/letter-suggestions',
  tag,
  summary: 'Những việc đang cần một văn bản: cơ quan cần đôn đốc, gia hạn và khó khăn đã có quyết định.',
  response: z.object({
    agencies: z.array(
      z.object({ id: z.uuid(), name: z.string(), late: z.number(), silent: z.number(), asked: z.number() }),
    ),
    ...untold,
  }),
});

export const startLetter = route({
  method: 'POST',
  path: '/api/letters',
  tag,
  summary: 'Soạn một văn bản đi từ dữ liệu: nhiệm vụ, cơ quan cần đôn đốc, gia hạn, khó khăn hoặc báo cáo.',
  body: z.discriminatedUnion('draftKind', [
    z.object({ draftKind: z.enum(['assign', 'invite', 'ask']), dutyId: z.uuid() }),
    /** `dutyId`: about this duty and no other. */
    z.object({ draftKind: z.literal('urge'), agencyId: z.uuid(), dutyId: z.uuid().optional() }),
    z.object({ draftKind: z.literal('extension'), extensionId: z.uuid() }),
    z.object({ draftKind: z.enum(['difficulty', 'submit']), difficultyId: z.uuid() }),
    z.object({ draftKind: z.literal('report'), documentId: z.uuid().optional() }),
  ]),
  response: z.object({ id: z.uuid() }),
});

const defectShape = z.object({ box: z.string(), code: z.string(), sentence: z.string(), remedy: z.string() });
export type DefectShown = z.output<typeof defectShape>;

export const showLetter = route({
  method: 'GET',
  path: '/api/letters/:id',
  tag,
  summary: 'Một văn bản đi: nội dung, nhiệm vụ liên quan, điều còn thiếu và việc người xem làm được.',
  params: byId,
  response: rowShape.extend({
    content: contentShape,
    revision: z.number(),
    docxFileId: z.uuid().nullable(),
    pdfFileId: z.uuid().nullable(),
    duties: z.array(z.object({ id: z.uuid(), path: z.string(), text: z.string() })),
    faults: z.array(z.string()),
    defects: z.array(defectShape),
    /** Drafted by the ladder: what has come from the agency since, of each duty. */
    answered: z.array(
      z.object({
        dutyId: z.uuid(),
        path: z.string(),
        text: z.string(),
        answer: z.enum(answers),
        answeredOn: day,
      }),
    ),
    draftedOn: day.nullable(),
    mayEdit: z.boolean(),
    today: day,
    /** Numbered: the last day on which it should have its seal and leave. */
    stampBy: day.nullable(),
  }),
});

export const saveLetter = route({
  method: 'PUT',
  path: '/api/letters/:id',
  tag,
  summary: 'Lưu dự thảo; từ chối khi người khác đã sửa sau bản đang mở.',
  params: byId,
  body: z.object({ revision: z.number().int(), content: contentShape }),
  response: z.object({ revision: z.number(), faults: z.array(z.string()) }),
});

export const numberLetter = route({
  method: 'POST',
  path: '/api/letters/:id/number',
  tag,
  summary: 'Cấp số kế tiếp trong sổ văn bản đi của năm và ghi ngày; từ đó văn bản không sửa được.',
  params: byId,
  body: z.object({ revision: z.number().int(), date: day }),
  response: z.object({ symbol: z.string() }),
});

export const sendLetter = route({
  method: 'POST',
  path: '/api/letters/:id/send',
  tag,
  summary: 'Ghi ngày đóng dấu và đã gửi: cơ quan nhận đọc được, và nhiệm vụ có dòng trong nhật ký.',
  params: byId,
  body: z.object({ stampedOn: day }),
  response: z.object({ state: z.enum(letterStates) }),
});

export const dropLetter = route({
  method: 'DELETE',
  path: '/api/letters/:id',
  tag,
  summary: 'Bỏ một dự thảo chưa cấp số.',
  params: byId,
  response: z.object({ id: z.uuid() }),
});

const rulesShape = z.object({
  unit: z
    .string()
    .trim()
    .max(20)
    .regex(/^[\p{L}\d&.-]*$/u, 'Chữ viết tắt chỉ gồm chữ, số, dấu & . -'),
  unitSource: z.string().trim().min(1).max(600),
  replyWithin: z.number().int().min(1).max(60),
  replySource: z.string().trim().min(1).max(600),
});
export type RulesShown = z.output<typeof rulesShape>;

export const showLetterRules = route({
  method: 'GET',
  path: '/api/letter-rules',
  tag,
  summary: 'Quy ước soạn văn bản của cơ quan mình: chữ viết tắt đơn vị soạn thảo, số ngày chờ trả lời.',
  response: z.object({ rules: rulesShape, isOwn: z.boolean(), agencyName: z.string() }),
});

export const saveLetterRules = route({
  method: 'PUT',
  path: '/api/letter-rules',
  tag,
  summary: 'Đặt quy ước soạn văn bản của cơ quan mình; dự thảo đã có giữ nguyên.',
  body: rulesShape,
  response: z.object({ isOwn: z.boolean() }),
});

export const restoreLetterRules = route({
  method: 'DELETE',
  path: '/api/letter-rules',
  tag,
  summary: 'Trở về quy ước soạn văn bản đi kèm chương trình.',
  response: z.object({ isOwn: z.boolean() }),
});

/** Called with a form: `file`. */
export const checkForm = route({
  method: 'POST',
  path: '/api/letter-check',
  tag,
  summary: 'Kiểm tra thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP; tệp không được lưu lại.',
  response: z.object({ name: z.string(), defects: z.array(defectShape) }),
});
