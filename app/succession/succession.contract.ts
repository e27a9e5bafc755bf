import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { successionKinds } from './change.ts';
import { moveKinds } from './holdings.ts';

const tag = 'Thay đổi tổ chức';
const day = z.iso.date();
const id = z.object({ id: z.uuid() });
const named = z.object({ id: z.uuid(), name: z.string() });
export const marks = ['verified', 'to-confirm'] as const;
export const states = ['draft', 'applied', 'undone', 'discarded'] as const;

const targetGiven = z.object({
  /** null: a new agency, which `name` and `kind` describe. */
  id: z.uuid().nullable(),
  isNew: z.boolean().default(false),
  name: z.string().trim().max(200).default(''),
  kind: z.string().max(40).default(''),
  names: z.array(z.string().trim().min(2).max(200)).max(20).default([]),
  /** Words of what it takes over, by commas; empty: whatever nobody else takes. */
  field: z.string().trim().max(500).default(''),
});

const changeGiven = z.object({
  kind: z.enum(successionKinds),
  /** The first day of the new order. */
  on: day,
  basis: z.string().trim().min(3, 'Cần ghi căn cứ pháp lý.').max(1000),
  documentId: z.uuid().nullable().default(null),
  mark: z.enum(marks),
  source: z.string().trim().max(1000).nullable().default(null),
  proposal: z.string().max(60).nullable().default(null),
  from: z.array(z.uuid()).min(1, 'Cần chọn cơ quan thay đổi.').max(200),
  to: z.array(targetGiven).max(200),
  newName: z.string().trim().max(200).nullable().default(null),
});
export type ChangeGiven = z.input<typeof changeGiven>;

const targetShape = z.object({
  id: z.uuid(),
  isNew: z.boolean(),
  name: z.string(),
  kind: z.string(),
  names: z.array(z.string()),
  field: z.string(),
});

const headShape = z.object({
  id: z.uuid(),
  kind: z.enum(successionKinds),
  on: day,
  basis: z.string(),
  documentId: z.uuid().nullable(),
  mark: z.enum(marks),
  source: z.string().nullable(),
  state: z.enum(states),
  from: z.array(named),
  to: z.array(targetShape),
  newName: z.string().nullable(),
});
export type SuccessionHead = z.output<typeof headShape>;

const proposalShape = z.object({
  key: z.string(),
  kind: z.enum(successionKinds),
  on: day,
  basis: z.string(),
  mark: z.enum(marks),
  source: z.string(),
  note: z.string(),
  from: z.array(named),
  to: z.array(targetShape.extend({ id: z.uuid().nullable() })),
  newName: z.string().nullable(),
  /** Names that no agency of the register has. */
  missing: z.array(z.string()),
});
export type Proposal = z.output<typeof proposalShape>;

export const listSuccessions = route({
  method: 'GET',
  path: '/api/successions',
  tag,
  summary: 'Thay đổi tổ chức: đã áp dụng, bản nháp, và các thay đổi năm 2025 chờ người dùng xác nhận.',
  response: z.object({
    changes: z.array(headShape),
    proposals: z.array(proposalShape),
    mayChange: z.boolean(),
  }),
});

export const draftSuccession = route({
  method: 'POST',
  path: '/api/successions',
  tag,
  summary: 'Soạn một thay đổi tổ chức; chưa chuyển gì cho đến khi áp dụng.',
  body: changeGiven,
  response: id,
});

export const changeSuccession = route({
  method: 'PUT',
  path: '/api/successions/:id',
  tag,
  summary: 'Sửa một thay đổi tổ chức còn ở bản nháp.',
  params: id,
  body: changeGiven,
  response: id,
});

export const chooseSuccessor = route({
  method: 'POST',
  path: '/api/successions/:id/choices',
  tag,
  summary: 'Chọn cơ quan nhận cho từng phần việc, báo cáo, người dùng hoặc đơn vị trực thuộc.',
  params: id,
  body: z.object({ choices: z.record(z.string().max(200), z.string().max(60)) }),
  response: z.object({ ok: z.literal(true) }),
});

const row = z.record(z.string(), z.unknown()).nullable();
const cellCounts = z.object({
  'done-in-time': z.int(),
  'done-late': z.int(),
  'open-in-time': z.int(),
  'open-late': z.int(),
  request: z.int(),
});
const sumShape = z.array(z.object({ agencyId: z.uuid(), counts: cellCounts, total: z.int() }));

export const moveShape = z.object({
  what: z.enum(moveKinds),
  id: z.string(),
  label: z.string(),
  note: z.string(),
  before: row,
  after: row,
});
export type MoveShown = z.output<typeof moveShape>;

export const choiceShape = z.object({
  key: z.string(),
  what: z.enum(['part', 'report', 'membership', 'parent', 'row']),
  label: z.string(),
  note: z.string(),
  fromId: z.uuid(),
  options: z.array(z.string()),
  chosen: z.string(),
});

export const showSuccession = route({
  method: 'GET',
  path: '/api/successions/:id',
  tag,
  summary: 'Một thay đổi tổ chức: mọi thứ sẽ chuyển hoặc đã chuyển, trước và sau, và những gì ở lại.',
  params: id,
  response: headShape.extend({
    documentSymbol: z.string().nullable(),
    moves: z.array(moveShape),
    choices: z.array(choiceShape),
    stays: z.array(
      z.object({
        what: z.enum(['part', 'report', 'membership', 'name', 'row']),
        fromId: z.uuid(),
        count: z.int(),
        why: z.enum(['done', 'over', 'withdrawn', 'filed', 'ended', 'chosen', 'several', 'renamed']),
      }),
    ),
    sums: z.object({ before: sumShape, after: sumShape, total: cellCounts, addUp: z.boolean() }),
    /** Rows of registers of the agencies concerned, before and after; those that are over are counted too. */
    rowSums: z.array(
      z.object({
        register: z.string(),
        said: z.object({ vi: z.string(), en: z.string() }),
        agencyId: z.uuid(),
        before: z.int(),
        after: z.int(),
      }),
    ),
    /** Names of every agency spoken of, by id. */
    names: z.record(z.string(), z.string()),
    /** Of what is shown: applying something else is refused. */
    fingerprint: z.string(),
    mayChange: z.boolean(),
    /** Why it cannot be applied, or undone, now; null: it can. */
    hindrance: z.string().nullable(),
    appliedAt: z.string().nullable(),
    appliedBy: z.string().nullable(),
    undoneAt: z.string().nullable(),
    undoneBy: z.string().nullable(),
    undoReason: z.string().nullable(),
  }),
});

export const applySuccession = route({
  method: 'POST',
  path: '/api/successions/:id/apply',
  tag,
  summary: 'Áp dụng: chuyển đúng những gì đã xem, trong một lần, có thể hoàn tác.',
  params: id,
  body: z.object({
    fingerprint: z.string(),
    /** The one who applies has compared it with the legal basis. */
    confirmed: z.boolean().default(false),
  }),
  response: z.object({ moved: z.int() }),
});

export const undoSuccession = route({
  method: 'POST',
  path: '/api/successions/:id/undo',
  tag,
  summary: 'Hoàn tác: trả mọi dòng về như trước khi áp dụng.',
  params: id,
  body: z.object({ reason: z.string().trim().min(3, 'Cần ghi lý do.').max(500) }),
  response: z.object({ restored: z.int() }),
});

export const discardSuccession = route({
  method: 'POST',
  path: '/api/successions/:id/discard',
  tag,
  summary: 'Bỏ một bản nháp thay đổi tổ chức.',
  params: id,
  response: z.object({ ok: z.literal(true) }),
});
