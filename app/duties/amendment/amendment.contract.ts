import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Công bố';
const relation = z.enum(['replaces', 'amends']);
const pairShape = z.object({
  oldId: z.uuid().nullable(),
  newId: z.string().max(20).nullable(),
  as: z.enum(['kept', 'changed', 'withdrawn', 'new']),
});
const saidShape = {
  path: z.string(),
  text: z.string(),
  deadlineWords: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  agencies: z.array(z.string()),
};

export const previewAmendment = route({
  method: 'GET',
  path: '/api/documents/:id/amendment',
  tag,
  summary:
    'Văn bản này sửa đổi hay thay thế văn bản nào đã công bố, và mỗi nhiệm vụ cũ được giữ, sửa, thu hồi hay giao mới.',
  params: z.object({ id: z.uuid() }),
  query: z.object({ of: z.uuid().optional(), relation: relation.optional() }),
  response: z.object({
    symbol: z.string().nullable(),
    title: z.string().nullable(),
    state: z.enum(['draft', 'published']),
    revision: z.int(),
    /** Published documents that this one names; `relation` where it says what it does to them. */
    named: z.array(
      z.object({
        id: z.uuid(),
        symbol: z.string().nullable(),
        title: z.string().nullable(),
        relation: relation.nullable(),
      }),
    ),
    of: z.uuid().nullable(),
    relation: relation.nullable(),
    pairs: z.array(pairShape),
    old: z.array(z.object({ id: z.uuid(), ...saidShape })),
    fresh: z.array(z.object({ id: z.string(), ...saidShape })),
  }),
});

export const applyAmendment = route({
  method: 'POST',
  path: '/api/documents/:id/amendment',
  tag,
  summary:
    'Công bố văn bản sửa đổi, thay thế: nhiệm vụ giữ và sửa đi tiếp cùng tiến độ, nhiệm vụ bỏ được thu hồi, nhiệm vụ mới được giao, trong một lần.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    of: z.uuid(),
    relation,
    pairs: z.array(pairShape).max(4000),
    reason: z.string().trim().min(1).max(2000),
    decisions: z
      .array(z.object({ printed: z.string().max(500), agencyIds: z.array(z.uuid()).max(500) }))
      .max(1000)
      .default([]),
    acceptedDeadlines: z.array(z.string().max(2000)).max(1000).default([]),
    /** New duties that are work given before by another document: that duty names this document too. */
    same: z
      .array(z.object({ id: z.string().max(20), dutyId: z.uuid() }))
      .max(4000)
      .default([]),
    revision: z.int(),
  }),
  response: z.object({ kept: z.int(), changed: z.int(), withdrawn: z.int(), given: z.int() }),
});
