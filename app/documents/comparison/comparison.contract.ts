import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Văn bản';
const idParam = z.object({ id: z.uuid() });
const bothParams = idParam.extend({ comparisonId: z.uuid() });
const choiceShape = z.enum(['ours', 'theirs', 'own']);
const stateShape = z.enum(['open', 'applied', 'proposed']);
const sideShape = z.object({
  words: z.string(),
  /** Number of words where `words` was cut short for showing; null when it is whole. */
  wordCount: z.int().nullable(),
  before: z.string(),
  after: z.string(),
});
const decisionShape = z.object({
  differenceId: z.string(),
  choice: choiceShape,
  words: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});

export const comparisonShape = z.object({
  id: z.uuid(),
  document: z.object({
    id: z.uuid(),
    symbol: z.string().nullable(),
    kind: z.string().nullable(),
    state: z.enum(['draft', 'published']),
    revision: z.int(),
    /** False when the document's text was changed after the comparison was made. */
    sameText: z.boolean(),
  }),
  otherName: z.string().nullable(),
  state: stateShape,
  revision: z.int(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  closedBy: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
  words: z.object({ ours: z.int(), theirs: z.int(), same: z.int() }),
  counts: z.object({ substance: z.int(), typo: z.int(), truncation: z.int(), spacing: z.int() }),
  /** The frame of a web page before the document was left out, in ours or in theirs. */
  ignored: z.object({ ours: z.boolean(), theirs: z.boolean() }),
  coarse: z.boolean(),
  differences: z.array(
    z.object({
      id: z.string(),
      class: z.enum(['typo', 'spacing', 'substance', 'truncation']),
      detail: z.string(),
      ours: sideShape,
      theirs: sideShape,
      likely: z.enum(['ours', 'theirs']).nullable(),
      why: z.string().nullable(),
      choosable: z.boolean(),
    }),
  ),
  decisions: z.array(decisionShape),
  log: z.array(decisionShape),
});

/** Body: multipart form with one `file`, or a field `text`. */
export const compareCopy = route({
  method: 'POST',
  path: '/api/documents/:id/comparisons',
  tag,
  summary: 'So sánh văn bản với một bản khác: biểu mẫu nhiều phần có một tệp, hoặc ô text chứa văn bản dán.',
  params: idParam,
  response: z.object({ id: z.uuid() }),
});

export const listComparisons = route({
  method: 'GET',
  path: '/api/documents/:id/comparisons',
  tag,
  summary: 'Các lần so sánh của một văn bản, mới nhất trước.',
  params: idParam,
  response: z.array(
    z.object({ id: z.uuid(), otherName: z.string().nullable(), state: stateShape, madeAt: z.iso.datetime() }),
  ),
});

export const showComparison = route({
  method: 'GET',
  path: '/api/documents/:id/comparisons/:comparisonId',
  tag,
  summary: 'Các chỗ khác nhau giữa hai bản, những gì đã chọn và sổ quyết định.',
  params: bothParams,
  response: comparisonShape,
});

export const decideComparison = route({
  method: 'POST',
  path: '/api/documents/:id/comparisons/:comparisonId/decisions',
  tag,
  summary: 'Chọn cho từng chỗ khác nhau: giữ bản đang có, lấy bản đem so, hoặc chữ tự ghi.',
  params: bothParams,
  body: z.object({
    /** Of the comparison as the person saw it. */
    revision: z.int().min(0),
    decisions: z
      .array(
        z.object({
          differenceId: z.string().max(20),
          choice: choiceShape,
          words: z.string().trim().max(20_000).nullable().optional(),
          reason: z.string().trim().max(1000).nullable().optional(),
        }),
      )
      .min(1)
      .max(5000),
  }),
  response: comparisonShape,
});

export const applyComparison = route({
  method: 'POST',
  path: '/api/documents/:id/comparisons/:comparisonId/application',
  tag,
  summary: 'Đưa các lựa chọn vào văn bản chưa công bố; với văn bản đã công bố thì chỉ lưu thành đề xuất.',
  params: bothParams,
  body: z.object({ revision: z.int().min(0), documentRevision: z.int().min(0) }),
  response: z.object({
    state: z.enum(['applied', 'proposed']),
    /** Duties whose words changed, and which are to be confirmed again. */
    reopened: z.int(),
  }),
});
