import { z } from 'zod';
import { proposalShape } from '#app/agencies/agency.contract.ts';
import { route } from '#app/platform/contract.ts';

const tag = 'Công bố';
const day = z.iso.date();

const nameShape = z.object({
  printed: z.string(),
  asHolder: z.number(),
  asCoordinator: z.number(),
  kind: z.enum(['agency', 'group', 'ambiguous', 'unnamed', 'unknown']),
  explanation: z.string(),
  /** Whom it goes to unless somebody decides otherwise. */
  agencyIds: z.array(z.uuid()),
  /** Whom it may mean. */
  candidates: z.array(z.uuid()),
  mustBeDecided: z.boolean(),
  /** What could be put into the register for a name that it does not hold. */
  proposal: proposalShape.nullable(),
});
export type NameShown = z.output<typeof nameShape>;

const deadlineShape = z.object({
  words: z.string(),
  positions: z.array(z.number()),
  due: day.nullable(),
  /** Set: the date was filled in and is taken only when a person says so. */
  assumption: z.string().nullable(),
});
export type DeadlineShown = z.output<typeof deadlineShape>;

export const previewPublication = route({
  method: 'GET',
  path: '/api/documents/:id/publication',
  tag,
  summary: 'Xem trước khi công bố: mỗi tên trong văn bản ứng với cơ quan nào, còn gì phải chọn.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    symbol: z.string().nullable(),
    title: z.string().nullable(),
    state: z.enum(['draft', 'published']),
    revision: z.number(),
    duties: z.array(
      z.object({
        id: z.string(),
        position: z.number(),
        path: z.string(),
        holders: z.array(z.string()),
        coordinators: z.array(z.string()),
        lead: z.boolean(),
        request: z.boolean(),
        confirmed: z.boolean(),
      }),
    ),
    names: z.array(nameShape),
    deadlines: z.array(deadlineShape),
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

export const publish = route({
  method: 'POST',
  path: '/api/documents/:id/publication',
  tag,
  summary: 'Công bố văn bản đã xác nhận hết: giao từng nhiệm vụ cho các cơ quan.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    /** Names decided otherwise than previewed; no agency at all leaves the name as printed. */
    decisions: z
      .array(z.object({ printed: z.string().max(500), agencyIds: z.array(z.uuid()).max(500) }))
      .max(1000)
      .default([]),
    /** Words of deadlines whose assumed date a person accepts. */
    acceptedDeadlines: z.array(z.string().max(2000)).max(1000).default([]),
    /** Duties that are work an agency has already: the earlier one names this document too and is counted once. */
    same: z
      .array(z.object({ id: z.string().max(20), dutyId: z.uuid() }))
      .max(2000)
      .default([]),
    /** The revision that was previewed: a document corrected meanwhile is looked at again first. */
    revision: z.number().int().optional(),
  }),
  response: z.object({
    duties: z.number(),
    agencies: z.number(),
    assignments: z.number(),
    /** Duties that no agency received. */
    unassigned: z.number(),
  }),
});
