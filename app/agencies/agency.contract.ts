import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Cơ quan';
const chains = ['state', 'association', 'front', 'party'] as const;
const nameGiven = z.string().trim().min(2).max(200);

const kindShape = z.object({ kind: z.string(), name: z.string(), chain: z.enum(chains), count: z.int() });

const agencyShape = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindName: z.string(),
  /** The People's Committee gives it work; otherwise it can only be asked. */
  isInStateChain: z.boolean(),
  name: z.string(),
  /** All names it is or was known by, the full one first. */
  names: z.array(z.string()),
  parentId: z.uuid().nullable(),
  people: z.int(),
});
export type AgencyShown = z.output<typeof agencyShape>;

export const listAgencies = route({
  method: 'GET',
  path: '/api/agencies',
  tag,
  summary: 'Danh mục cơ quan với loại, mọi tên gọi và số người dùng, theo thứ tự tiếng Việt.',
  response: z.object({ kinds: z.array(kindShape), agencies: z.array(agencyShape), mayKeep: z.boolean() }),
});

export const addAgency = route({
  method: 'POST',
  path: '/api/agencies',
  tag,
  summary: 'Thêm một cơ quan vào danh mục.',
  body: z.object({
    kind: z.string(),
    name: nameGiven,
    names: z.array(nameGiven).max(20).default([]),
    parentId: z.uuid().nullable().default(null),
    /** Founded on; null: before the register began. */
    validFrom: z.iso.date('Ngày không đúng: nhập theo dạng ngày/tháng/năm.').nullable().default(null),
  }),
  response: z.object({ id: z.uuid() }),
});

export const proposalShape = z.object({ name: z.string(), kind: z.string() });

export const matchName = route({
  method: 'GET',
  path: '/api/agency-match',
  tag,
  summary: 'Một tên in trong văn bản là cơ quan hoặc nhóm cơ quan nào trong danh mục.',
  query: z.object({ name: z.string().trim().min(1).max(500), issuer: z.string().max(300).optional() }),
  response: z.object({
    kind: z.enum(['agency', 'group', 'ambiguous', 'unnamed', 'unknown']),
    explanation: z.string(),
    /** Meant (agency, group), or to choose from (ambiguous, unnamed). */
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** What could be put into the register for an unknown name. */
    proposal: proposalShape.nullable(),
  }),
});
