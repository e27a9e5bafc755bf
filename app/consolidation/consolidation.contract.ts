import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { markShape, paragraphForm, paragraphSource } from '#app/reports/agency-report.contract.ts';
import { letterShape, slotShape } from '#app/reports/definition-shape.contract.ts';

const tag = 'Tổng hợp';
const id = z.object({ id: z.uuid() });
const sentenceId = z.object({ id: z.uuid(), sentenceId: z.uuid() });
const text = z.string().trim().min(1, 'Câu không được để trống.').max(20_000);
const reason = z.string().trim().min(3, 'Hãy ghi lý do.').max(1000);
const ok = z.object({ ok: z.literal(true) });

/**
 * What a sentence stands on: an agency's paragraph as it was filed, the duties counted at the cut-off, or the
 * board of who reported. `about` tells the program's own sentences apart when they are computed anew.
 */
export const sourceShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('agency-report'),
    agencyReportId: z.uuid(),
    filing: z.int(),
    paragraphId: z.uuid(),
    agencyId: z.uuid(),
    agency: z.string(),
    text: z.string(),
    duties: z.array(paragraphSource),
    /** Drafts made before 0200 took words alone. */
    marks: z.array(markShape).optional(),
    form: paragraphForm.optional(),
  }),
  z.object({ kind: z.literal('figures'), about: z.string() }),
  z.object({ kind: z.literal('board'), about: z.string() }),
  /** The total of an indicator: `about` is its key; opens what each agency says of it. */
  z.object({ kind: z.literal('values'), about: z.string() }),
]);

export const sentenceShape = z.object({
  id: z.uuid(),
  slot: z.string(),
  position: z.number(),
  text: z.string(),
  marks: z.array(markShape),
  form: paragraphForm,
  sources: z.array(sourceShape),
  /** Written by the editor; stands on no report. */
  isEditorial: z.boolean(),
  isEdited: z.boolean(),
  removedReason: z.string().nullable(),
  /** The sentence that took in its sources. */
  mergedInto: z.uuid().nullable(),
  revision: z.int(),
});

export const issueLetter = letterShape.extend({
  number: z
    .string()
    .regex(/^\d{1,6}[a-zđ]?$/i, 'Số văn bản là chữ số, ví dụ 45.')
    .nullable(),
  date: z.iso.date().nullable(),
});

export const figuresShape = z.object({
  asOf: z.iso.date(),
  duties: z.int(),
  cells: z.object({
    'done-in-time': z.int(),
    'done-late': z.int(),
    'open-in-time': z.int(),
    'open-late': z.int(),
    request: z.int(),
  }),
});

const consolidationRow = z.object({
  id: z.uuid(),
  periodId: z.uuid(),
  periodName: z.string(),
  reportName: z.string(),
  state: z.enum(['draft', 'issued']),
  symbol: z.string(),
  issuedAt: z.iso.datetime().nullable(),
  /** 1 is the first; a later one corrects the one before. */
  version: z.int(),
  /** Symbol of the issued report that it corrects. */
  corrects: z.string().nullable(),
  /** A later version stands for it: its number, and whether it is issued. */
  replacedBy: z.object({ version: z.int(), isIssued: z.boolean() }).nullable(),
});

export const listConsolidations = route({
  method: 'GET',
  path: '/api/consolidations',
  tag,
  summary: 'Các báo cáo tổng hợp, và các kỳ đã có báo cáo gửi đến mà chưa tổng hợp.',
  response: z.object({
    consolidations: z.array(consolidationRow),
    periods: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        reportName: z.string(),
        expected: z.int(),
        filed: z.int(),
      }),
    ),
  }),
});

export const makeConsolidation = route({
  method: 'POST',
  path: '/api/consolidations',
  tag,
  summary: 'Lập dự thảo báo cáo tổng hợp từ các báo cáo đã gửi của một kỳ.',
  body: z.object({ periodId: z.uuid() }),
  response: id,
});

export const getConsolidation = route({
  method: 'GET',
  path: '/api/consolidations/:id',
  tag,
  summary: 'Dự thảo hoặc bản đã ban hành: từng câu với nguồn của nó.',
  params: id,
  response: consolidationRow.extend({
    /** null: no plan asks for the report. */
    documentId: z.uuid().nullable(),
    planLabel: z.string(),
    cutOff: z.iso.date(),
    slots: z.array(slotShape),
    sentences: z.array(sentenceShape),
    /** Set aside, with the reason. */
    removed: z.array(sentenceShape),
    figures: figuresShape,
    letter: issueLetter,
    revision: z.int(),
    agencies: z.object({ expected: z.int(), taken: z.int(), missing: z.array(z.string()) }),
    /** Filings that came, changed or were returned since the draft was made. */
    waiting: z.array(z.string()),
    /** Sentences with neither source nor mark. */
    unsupported: z.int(),
    /** Where the paragraphs of the agencies went. */
    places: z.object({ all: z.int(), used: z.int(), merged: z.int(), aside: z.int(), waiting: z.int() }),
    /** Contradictions and double counts that nobody has decided. */
    undecided: z.int(),
    mayEdit: z.boolean(),
    issuedBy: z.string().nullable(),
    issuedSha256: z.string().nullable(),
    /** The file as issued, to be looked at. */
    issuedFile: z.object({ id: z.uuid(), name: z.string(), size: z.int() }).nullable(),
  }),
});

export const gatherConsolidation = route({
  method: 'POST',
  path: '/api/consolidations/:id/gather',
  tag,
  summary: 'Lấy thêm báo cáo mới gửi; câu đã sửa tay được giữ nguyên.',
  params: id,
  response: z.object({ added: z.int(), changed: z.int(), setAside: z.int() }),
});

export const addSentence = route({
  method: 'POST',
  path: '/api/consolidations/:id/sentences',
  tag,
  summary: 'Thêm một câu của người biên tập, được đánh dấu "biên tập".',
  params: id,
  body: z.object({
    slot: z.string().max(60),
    text,
    after: z.uuid().nullable(),
    marks: z.array(markShape).max(200).default([]),
    form: paragraphForm.default('text'),
  }),
  response: sentenceShape,
});

export const changeSentence = route({
  method: 'PATCH',
  path: '/api/consolidations/:id/sentences/:sentenceId',
  tag,
  summary: 'Sửa câu (nguồn được giữ), bỏ một nguồn dẫn nhầm, hoặc đánh dấu "biên tập".',
  params: sentenceId,
  body: z.object({
    revision: z.int(),
    text: text.optional(),
    /** The words one began with: what somebody else wrote meanwhile is kept beside them. */
    base: z.string().max(20_000).optional(),
    /** Paragraph of the source to let go. */
    dropSource: z.uuid().optional(),
    isEditorial: z.boolean().optional(),
    /** Of `text`, or of the words there are; left out, marks move with the words. */
    marks: z.array(markShape).max(200).optional(),
    form: paragraphForm.optional(),
  }),
  /** `merged`: the words of somebody else came in between and are kept too. */
  response: sentenceShape.extend({ merged: z.boolean() }),
});

export const moveSentence = route({
  method: 'POST',
  path: '/api/consolidations/:id/sentences/:sentenceId/move',
  tag,
  summary: 'Chuyển câu lên, xuống trong mục hoặc sang mục khác.',
  params: sentenceId,
  body: z.object({
    to: z.union([
      z.literal('up'),
      z.literal('down'),
      z.object({ slot: z.string().max(60) }),
      /** Behind another sentence of any heading. */
      z.object({ after: z.uuid() }),
    ]),
  }),
  response: ok,
});

export const removeSentence = route({
  method: 'POST',
  path: '/api/consolidations/:id/sentences/:sentenceId/remove',
  tag,
  summary: 'Để một câu ra ngoài kèm lý do; lúc nào cũng lấy lại được.',
  params: sentenceId,
  body: z.object({ reason }),
  response: ok,
});

export const restoreSentence = route({
  method: 'POST',
  path: '/api/consolidations/:id/sentences/:sentenceId/restore',
  tag,
  summary: 'Lấy lại một câu đã để ra ngoài.',
  params: sentenceId,
  response: ok,
});

export const getSources = route({
  method: 'GET',
  path: '/api/consolidations/:id/sentences/:sentenceId/sources',
  tag,
  summary: 'Nguồn của một câu: câu của cơ quan, nhiệm vụ, và lời của kế hoạch.',
  params: sentenceId,
  response: z.object({
    sources: z.array(
      z.object({
        source: sourceShape,
        duties: z.array(
          z.object({
            id: z.uuid(),
            documentId: z.uuid(),
            path: z.string(),
            text: z.string(),
            begin: z.int(),
            end: z.int(),
          }),
        ),
      }),
    ),
  }),
});

export const changeLetter = route({
  method: 'PUT',
  path: '/api/consolidations/:id/letter',
  tag,
  summary: 'Sửa thể thức: nơi gửi, căn cứ, số, ngày, người ký, nơi nhận.',
  params: id,
  body: z.object({ revision: z.int(), letter: issueLetter }),
  response: z.object({ revision: z.int() }),
});

export const issueConsolidation = route({
  method: 'POST',
  path: '/api/consolidations/:id/issue',
  tag,
  summary: 'Ban hành: ghi số, ngày và giữ nguyên nội dung từ lúc này.',
  params: id,
  body: z.object({
    number: issueLetter.shape.number.unwrap(),
    date: z.iso.date(),
    signer: z.string().trim().min(1, 'Hãy ghi tên người ký.').max(200),
    /** Needed while a sentence has neither source nor mark. */
    overrideReason: reason.optional(),
  }),
  response: z.object({ sha256: z.string() }),
});

/** No JSON route: the bytes of the report. `reason` overrides the refusal over a sentence without source. */
export const documentAddress = (consolidationId: string, overrideReason?: string): string =>
  `/api/consolidations/${consolidationId}/document.docx${overrideReason ? `?${new URLSearchParams({ reason: overrideReason })}` : ''}`;
