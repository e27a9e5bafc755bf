import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { checkShape } from './check.contract.ts';
import { slotShape } from './definition-shape.contract.ts';
import { indicatorShape, indicatorValueShape } from './indicator.contract.ts';
import { reportStates } from './period.contract.ts';

const tag = 'Báo cáo';
const day = z.iso.date();
const line = z.string().trim().min(1).max(1000);

/** What a paragraph stands on: a duty, and the progress entry whose words were taken. */
export const paragraphSource = z.object({ dutyId: z.uuid(), progressEntryId: z.uuid().nullable() });
/** A row of a register, or of another list of records, that a paragraph tells of. */
export const recordSource = z.object({
  register: z.string().min(1).max(60),
  id: z.uuid(),
  title: z.string().max(500),
});
/** What NĐ 30 prints besides plain words: bold, italic; `[begin, end)` into the text. */
export const markShape = z.object({ kind: z.enum(['bold', 'italic']), begin: z.int().min(0), end: z.int() });
/** 'point': one of a list a), b), c), d), đ) … */
export const paragraphForm = z.enum(['text', 'point']);
export const paragraphShape = z.object({
  id: z.uuid(),
  slot: z.string().min(1).max(60),
  text: z.string().max(20_000),
  sources: z.array(paragraphSource).max(200),
  /** Beside duties. Filed before registers: none. */
  records: z.array(recordSource).max(200).default([]),
  marks: z.array(markShape).max(200).default([]),
  form: paragraphForm.default('text'),
});

const filingShape = z.object({
  number: z.int(),
  sha256: z.string(),
  filedAt: z.iso.datetime(),
  filedBy: z.string(),
  isLate: z.boolean(),
  approvedBy: z.string().nullable(),
  files: z.array(z.object({ fileId: z.uuid(), name: z.string(), size: z.int() })),
});

const slotNote = z.object({ slot: z.string().min(1).max(60), reason: line });
const fileRow = z.object({ fileId: z.uuid(), name: z.string(), size: z.int() });
const filedValues = z.object({ name: z.string(), values: z.array(indicatorValueShape) });

const agencyReportShape = z.object({
  id: z.uuid(),
  periodId: z.uuid(),
  periodName: z.string(),
  reportName: z.string(),
  planLabel: z.string(),
  agencyName: z.string(),
  from: day,
  to: day,
  dueOn: day,
  state: z.enum(reportStates),
  revision: z.int(),
  savedAt: z.iso.datetime().nullable(),
  returnReason: z.string().nullable(),
  mayWrite: z.boolean(),
  mayDecide: z.boolean(),
  /** Filing is over for it: after the lock of its period, without an exception. */
  isLocked: z.boolean(),
  locksOn: day.nullable(),
  openUntil: day.nullable(),
  unlocks: z.array(z.object({ reason: z.string(), until: day, at: z.iso.datetime(), by: z.string() })),
  /** Reasons of the last return, by heading. */
  returnNotes: z.array(slotNote),
  approval: z.object({
    /** By its definition the head approves before it is sent. */
    isNeeded: z.boolean(),
    askedBy: z.string().nullable(),
    askedAt: z.iso.datetime().nullable(),
    sentBack: z.string().nullable(),
    /** The viewer may file it, or approve and file it. */
    mayFile: z.boolean(),
    mayTakeBack: z.boolean(),
  }),
  mayUnlock: z.boolean(),
  files: z.array(fileRow),
  slots: z.array(slotShape),
  /** Keys of the headings this agency is asked to fill; it may write under the others too. */
  asked: z.array(z.string()),
  indicators: z.array(indicatorShape),
  checks: z.array(checkShape),
  /** Filed before by this agency, to compare with. */
  before: z.object({ last: filedValues.nullable(), within: z.array(filedValues) }),
  paragraphs: z.array(paragraphShape),
  /** One for each indicator of the definition, in its order. */
  values: z.array(indicatorValueShape),
  /** Keys of the sources offered so far: what the agency took out does not come back. */
  seen: z.array(z.string()),
  /** What came since the report was last saved, ready to be taken in. */
  fresh: z.array(paragraphShape.extend({ key: z.string() })),
  /** The agency's duties by the slot they report under. */
  duties: z.array(
    z.object({
      id: z.uuid(),
      slot: z.string(),
      path: z.string(),
      text: z.string(),
      state: z.string(),
      dueOn: day.nullable(),
      entries: z.int(),
    }),
  ),
  filings: z.array(filingShape),
});

const reportId = z.object({ id: z.uuid() });
const done = z.object({ ok: z.literal(true) });

export const getAgencyReport = route({
  method: 'GET',
  path: '/api/agency-reports/:id',
  tag,
  summary: 'Báo cáo của một cơ quan: cơ quan thấy bản đang soạn, người điều phối thấy bản đã gửi.',
  params: reportId,
  response: agencyReportShape,
});

export const saveAgencyReport = route({
  method: 'PUT',
  path: '/api/agency-reports/:id',
  tag,
  summary: 'Lưu báo cáo đang soạn.',
  params: reportId,
  body: z.object({
    revision: z.int(),
    paragraphs: z.array(paragraphShape).max(2000),
    /** Left out: they stay as they were saved. */
    values: z.array(indicatorValueShape).max(200).optional(),
    seen: z.array(z.string().max(100)).max(5000),
  }),
  response: z.object({ revision: z.int(), savedAt: z.iso.datetime() }),
});

export const submitAgencyReport = route({
  method: 'POST',
  path: '/api/agency-reports/:id/submit',
  tag,
  summary: 'Gửi báo cáo và nhận biên nhận: giờ gửi và mã băm của nội dung.',
  params: reportId,
  body: z.object({ revision: z.int() }),
  response: filingShape,
});

export const returnAgencyReport = route({
  method: 'POST',
  path: '/api/agency-reports/:id/return',
  tag,
  summary: 'Trả lại báo cáo kèm lý do để cơ quan sửa và gửi lại.',
  params: reportId,
  body: z.object({
    reason: line,
    /** What has to be mended, by heading. */
    slots: z.array(slotNote).max(80).default([]),
  }),
  response: done,
});

export const acceptAgencyReport = route({
  method: 'POST',
  path: '/api/agency-reports/:id/accept',
  tag,
  summary: 'Nhận báo cáo của cơ quan.',
  params: reportId,
  response: z.object({ ok: z.literal(true) }),
});

export const askApproval = route({
  method: 'POST',
  path: '/api/agency-reports/:id/approval',
  tag,
  summary: 'Trình thủ trưởng cơ quan duyệt báo cáo trước khi gửi.',
  params: reportId,
  body: z.object({ revision: z.int() }),
  response: done,
});

export const endApproval = route({
  method: 'DELETE',
  path: '/api/agency-reports/:id/approval',
  tag,
  summary: 'Thủ trưởng chưa duyệt, nêu lý do; hoặc người trình lấy lại để sửa.',
  params: reportId,
  body: z.object({ reason: z.string().trim().max(1000).default('') }),
  response: done,
});

export const unlockReport = route({
  method: 'POST',
  path: '/api/agency-reports/:id/unlock',
  tag,
  summary: 'Mở khóa riêng cho báo cáo của một cơ quan sau ngày khóa kỳ, kèm lý do và hạn mở.',
  params: reportId,
  body: z.object({ reason: line, until: day }),
  response: done,
});

export const compareFilings = route({
  method: 'GET',
  path: '/api/agency-reports/:id/compare',
  tag,
  summary: 'So sánh hai bản đã gửi của một báo cáo: đoạn thêm, bỏ, sửa và chỉ tiêu thay đổi.',
  params: reportId,
  query: z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  response: z.object({
    slots: z.array(
      z.object({
        slot: z.string(),
        changes: z.array(z.object({ before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    values: z.array(
      z.object({
        indicator: z.string(),
        before: indicatorValueShape.nullable(),
        after: indicatorValueShape.nullable(),
      }),
    ),
  }),
});

/** Multipart: one `file` or several. */
export const attachFiles = route({
  method: 'POST',
  path: '/api/agency-reports/:id/files',
  tag,
  summary: 'Đính kèm tệp vào báo cáo đang soạn.',
  params: reportId,
  response: z.object({ files: z.array(fileRow) }),
});

export const detachFile = route({
  method: 'DELETE',
  path: '/api/agency-reports/:id/files/:fileId',
  tag,
  summary: 'Bỏ một tệp đính kèm; bản đã gửi vẫn giữ tệp của nó.',
  params: reportId.extend({ fileId: z.uuid() }),
  response: z.object({ files: z.array(fileRow) }),
});
