import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { proofShape, sealFileShape } from './proof-shape.ts';

const tag = 'Nhật ký';
const said = z.object({ vi: z.string(), en: z.string() });

const lineShape = z.object({
  id: z.number(),
  seq: z.number(),
  at: z.string(),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  kind: z.string(),
  actorId: z.uuid().nullable(),
  /** The whole sentence: who did what. */
  said,
  page: z.string().nullable(),
});
export type LedgerLine = z.output<typeof lineShape>;

const subject = z.object({ subjectKind: z.string().max(40), subjectId: z.uuid() });

export const subjectLedger = route({
  method: 'GET',
  path: '/api/ledger/:subjectKind/:subjectId',
  tag,
  summary: 'Nhật ký của một đối tượng bằng lời: ai làm gì, khi nào; chuỗi có nguyên vẹn không.',
  params: subject,
  response: z.object({
    title: z.string(),
    kindName: said,
    page: z.string().nullable(),
    lines: z.array(
      lineShape.extend({
        /** This viewer may try to take it back. */
        mayUndo: z.boolean(),
        /** The line that took it back. */
        undoneBy: z.number().nullable(),
        /** It changed fields, so that the record before and after it can be compared. */
        hasFields: z.boolean(),
      }),
    ),
    /** null: every line is as it was written; else the first line that is not. */
    brokenAt: z.number().nullable(),
    mayProve: z.boolean(),
  }),
});

export const compareLines = route({
  method: 'GET',
  path: '/api/ledger/:subjectKind/:subjectId/compare',
  tag,
  summary: 'Hai bản của một đối tượng đặt cạnh nhau: các trường ngay sau hai dòng nhật ký được chọn.',
  params: subject,
  query: z.object({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(1) }),
  response: z.object({
    fields: z.array(z.object({ name: said, before: said, after: said, differs: z.boolean() })),
  }),
});

export const undoLine = route({
  method: 'POST',
  path: '/api/ledger/:subjectKind/:subjectId/lines/:seq/undo',
  tag,
  summary: 'Hoàn tác một dòng nhật ký: giá trị cũ được ghi lại bằng một dòng mới, dòng cũ còn nguyên.',
  params: subject.extend({ seq: z.coerce.number().int().min(1) }),
  response: z.object({ seq: z.number() }),
});

export const proveSubject = route({
  method: 'GET',
  path: '/api/ledger/:subjectKind/:subjectId/proof',
  tag,
  summary:
    'Bản chứng minh của thanh tra: mọi dòng của một đối tượng kèm mã băm và dấu niêm phong, kiểm được khi không có CSDL.',
  params: subject,
  response: proofShape,
});

const filter = z.object({
  subjectKind: z.string().max(40).optional(),
  person: z.uuid().optional(),
  agency: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  words: z.string().trim().max(200).optional(),
});
export const exportQuery = filter;
export const exportPaths = { csv: '/api/ledger/export.csv', jsonl: '/api/ledger/export.jsonl' } as const;

export const recentLedger = route({
  method: 'GET',
  path: '/api/ledger',
  tag,
  summary:
    'Những việc vừa diễn ra trong tỉnh, mới nhất trước; lọc theo loại đối tượng, người làm, cơ quan, thời gian và từ ngữ.',
  query: filter.extend({
    /** Lines older than this one. */
    before: z.coerce.number().int().optional(),
  }),
  response: z.object({
    lines: z.array(lineShape),
    hasMore: z.boolean(),
    /** Where the next page begins: its `before`. */
    next: z.number().nullable(),
    kinds: z.array(z.object({ kind: z.string(), name: said })),
    people: z.array(z.object({ id: z.uuid(), name: z.string() })),
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

export const activity = route({
  method: 'GET',
  path: '/api/activity',
  tag,
  summary: 'Những việc vừa diễn ra trong phạm vi người xem được đọc, mới nhất trước.',
  query: z.object({ before: z.coerce.number().int().optional() }),
  response: z.object({ lines: z.array(lineShape), next: z.number().nullable() }),
});

const checkShape = z.object({
  id: z.uuid(),
  askedBy: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** It stands still: the program was stopped under it. */
  isCutOff: z.boolean(),
  lines: z.number(),
  ofLines: z.number(),
  chains: z.number(),
  seals: z.number(),
  findings: z.array(z.object({ said, page: z.string().nullable() })).nullable(),
});

export const ledgerChecks = route({
  method: 'GET',
  path: '/api/ledger-checks',
  tag,
  summary: 'Lần kiểm tra nhật ký gần nhất, lần nguyên vẹn gần nhất và các dấu niêm phong.',
  response: z.object({
    last: checkShape.nullable(),
    lastGood: checkShape.nullable(),
    seals: z.array(
      z.object({
        day: z.iso.date(),
        sealedAt: z.string(),
        chains: z.number(),
        lines: z.number(),
        hash: z.string(),
      }),
    ),
  }),
});

export const startLedgerCheck = route({
  method: 'POST',
  path: '/api/ledger-checks',
  tag,
  summary: 'Bắt đầu kiểm tra toàn bộ nhật ký; chạy nền, kết quả được giữ lại.',
  response: z.object({ id: z.uuid() }),
});

export const showSeal = route({
  method: 'GET',
  path: '/api/ledger-seals/:day',
  tag,
  summary: 'Dấu niêm phong của một ngày, để in hoặc cất ngoài hệ thống.',
  params: z.object({ day: z.iso.date() }),
  response: sealFileShape,
});

export const listRemoved = route({
  method: 'GET',
  path: '/api/removed',
  tag,
  summary: 'Những gì đã bỏ ra mà người xem được lấy lại.',
  response: z.object({
    things: z.array(
      z.object({
        subjectKind: z.string(),
        subjectId: z.uuid(),
        thing: z.string(),
        kind: said,
        text: z.string(),
        from: z.string(),
        page: z.string().nullable(),
        at: z.string().nullable(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
});

export const restoreRemoved = route({
  method: 'POST',
  path: '/api/removed',
  tag,
  summary: 'Lấy lại một thứ đã bỏ ra.',
  body: subject.extend({ thing: z.string().max(200) }),
  response: z.object({ ok: z.literal(true) }),
});
