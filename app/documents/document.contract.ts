import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Văn bản';

const words = z.string().trim().min(1).max(2000);
const day = z.iso.date();
const spanShape = z.tuple([z.int().min(0), z.int().min(0)]);
const stateShape = z.enum(['draft', 'published']);
const idParam = z.object({ id: z.uuid() });
/** The revision that the person saw; another one means that somebody else was quicker. */
const revision = z.int().min(0);

const headerShape = z.object({
  symbol: z.string().nullable(),
  kind: z.string().nullable(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: z.string().nullable(),
});

const evidenceShape = z.object({
  text: z.string(),
  span: spanShape,
  inheritedFrom: z.object({ path: z.string().nullable(), how: z.string() }).nullable(),
});
const clarityShape = z.object({
  state: z.enum(['stated', 'inherited', 'proposed', 'missing']),
  value: z.string().nullable(),
  reason: z.string().nullable(),
});

export const dutyShape = z.object({
  id: z.string(),
  path: z.string().nullable(),
  text: z.string(),
  span: spanShape,
  holders: z.array(z.string()),
  coordinators: z.array(z.string()),
  lead: z.boolean(),
  request: z.boolean(),
  deadline: z
    .object({
      text: z.string(),
      span: spanShape.nullable(),
      due: z.string().nullable(),
      assumption: z.string().nullable(),
    })
    .nullable(),
  reportTo: z.string().nullable(),
  product: z.string().nullable(),
  evidence: z.object({
    holders: z.array(evidenceShape),
    coordinators: z.array(evidenceShape),
    deadline: evidenceShape.nullable(),
    reportTo: evidenceShape.nullable(),
    product: evidenceShape.nullable(),
  }),
  /** 0..1; `doubts` says why it is not 1. */
  confidence: z.number(),
  doubts: z.array(z.string()),
  serves: z.array(z.object({ path: z.string() })),
  sixClear: z.object({
    person: clarityShape,
    work: clarityShape,
    time: clarityShape,
    responsibility: clarityShape,
    product: clarityShape,
    authority: clarityShape,
  }),
  confirmed: z.boolean(),
  correctedBy: z.string().nullable(),
  removed: z.boolean(),
  added: z.boolean(),
});

export const documentShape = headerShape.extend({
  id: z.uuid(),
  text: z.string(),
  state: stateShape,
  revision,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  publishedAt: z.iso.datetime().nullable(),
  file: z.object({ id: z.uuid(), name: z.string(), size: z.number() }).nullable(),
  signers: z.array(
    z.object({ name: z.string(), position: z.string().nullable(), authority: z.string().nullable() }),
  ),
  recipients: z.array(z.string()),
  urgency: z.string().nullable(),
  /** Where the header fields were read. */
  spans: z.record(z.string(), spanShape),
  outline: z.array(
    z.object({
      path: z.string(),
      kind: z.string(),
      label: z.string(),
      start: z.string(),
      span: spanShape,
    }),
  ),
  citations: z.array(
    z.object({
      symbol: z.string(),
      kind: z.string().nullable(),
      date: z.string().nullable(),
      issuer: z.string().nullable(),
      basis: z.boolean(),
      mentions: z.array(z.object({ text: z.string(), span: spanShape })),
    }),
  ),
  taskGroups: z.array(
    z.object({ path: z.string(), start: z.string(), span: spanShape, dutyIds: z.array(z.string()) }),
  ),
  notes: z.array(z.object({ message: z.string(), span: spanShape.nullable() })),
  duties: z.array(dutyShape),
});

export const listDocuments = route({
  method: 'GET',
  path: '/api/documents',
  tag,
  summary: 'Danh sách văn bản, mới nhất trước, 50 văn bản một trang; tìm không cần dấu.',
  query: z.object({
    text: z.string().max(200).optional(),
    state: stateShape.optional(),
    page: z.coerce.number<number>().int().min(1).max(10_000).default(1),
  }),
  response: z.object({
    total: z.int(),
    pageSize: z.int(),
    documents: z.array(
      headerShape.extend({
        id: z.uuid(),
        state: stateShape,
        createdAt: z.iso.datetime(),
        publishedAt: z.iso.datetime().nullable(),
        dutyCount: z.int(),
        confirmedCount: z.int(),
      }),
    ),
  }),
});

export const showDocument = route({
  method: 'GET',
  path: '/api/documents/:id',
  tag,
  summary: 'Toàn văn, những gì đọc được từ văn bản và tình trạng xác nhận.',
  params: idParam,
  response: documentShape,
});

export const correctHeader = route({
  method: 'PATCH',
  path: '/api/documents/:id',
  tag,
  summary: 'Sửa thông tin chung của văn bản chưa công bố.',
  params: idParam,
  body: z.object({
    revision,
    symbol: words.nullable().optional(),
    kind: words.nullable().optional(),
    title: words.nullable().optional(),
    issuer: words.nullable().optional(),
    place: words.nullable().optional(),
    issuedOn: day.nullable().optional(),
  }),
  response: headerShape.extend({ revision }),
});

const changedDuties = z.object({ revision, duties: z.array(dutyShape) });
const bodies = z.array(words).max(100);

export const correctDuty = route({
  method: 'PATCH',
  path: '/api/documents/:id/duties/:dutyId',
  tag,
  summary: 'Sửa, xác nhận, bỏ hoặc lấy lại một nhiệm vụ của văn bản chưa công bố.',
  params: idParam.extend({ dutyId: z.string().max(20) }),
  body: z.object({
    revision,
    holders: bodies.optional(),
    coordinators: bodies.optional(),
    lead: z.boolean().optional(),
    request: z.boolean().optional(),
    deadline: words.nullable().optional(),
    reportTo: words.nullable().optional(),
    product: words.nullable().optional(),
    path: words.nullable().optional(),
    span: spanShape.optional(),
    confirmed: z.boolean().optional(),
    removed: z.boolean().optional(),
  }),
  response: changedDuties,
});

export const addDuty = route({
  method: 'POST',
  path: '/api/documents/:id/duties',
  tag,
  summary: 'Thêm một nhiệm vụ từ đoạn chữ được chọn của văn bản.',
  params: idParam,
  body: z.object({ revision, span: spanShape }),
  response: changedDuties,
});

export const splitDuty = route({
  method: 'POST',
  path: '/api/documents/:id/duties/:dutyId/split',
  tag,
  summary: 'Tách một nhiệm vụ thành hai tại một vị trí trong lời văn của nó (vị trí tính trong toàn văn).',
  params: idParam.extend({ dutyId: z.string().max(20) }),
  body: z.object({ revision, at: z.int().min(1) }),
  /** The first part under the old id, then the new duty. */
  response: changedDuties,
});

export const mergeDuties = route({
  method: 'POST',
  path: '/api/documents/:id/duties/:dutyId/merge',
  tag,
  summary: 'Gộp một nhiệm vụ với nhiệm vụ đứng liền sau nó trong văn bản.',
  params: idParam.extend({ dutyId: z.string().max(20) }),
  body: z.object({ revision, withId: z.string().max(20) }),
  /** The merged duty, then the one that went into it, left out. */
  response: changedDuties,
});

export const confirmDuties = route({
  method: 'POST',
  path: '/api/documents/:id/duties/confirmation',
  tag,
  summary: 'Xác nhận (hoặc bỏ xác nhận) nhiều nhiệm vụ cùng lúc; bỏ trống dutyIds là tất cả.',
  params: idParam,
  body: z.object({ revision, confirmed: z.boolean(), dutyIds: z.array(z.string().max(20)).optional() }),
  response: changedDuties,
});
