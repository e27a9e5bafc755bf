import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { roles } from '#app/platform/viewer.ts';

const tag = 'Cơ quan';
const chains = ['state', 'association', 'front', 'party'] as const;
/** What kind of name: in full, usual short form, abbreviation, held before, or as some document printed it. */
export const nameKinds = ['short', 'abbreviation', 'former', 'printed'] as const;
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

export const showAgency = route({
  method: 'GET',
  path: '/api/agencies/:id',
  tag,
  summary: 'Một cơ quan: tên gọi, đơn vị trực thuộc và người phụ trách.',
  params: z.object({ id: z.uuid() }),
  response: agencyShape.extend({
    parentName: z.string().nullable(),
    mayKeep: z.boolean(),
    otherNames: z.array(z.object({ name: z.string(), kind: z.enum([...nameKinds, 'full']) })),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
    staff: z.array(z.object({ name: z.string(), title: z.string().nullable(), role: z.enum(roles) })),
  }),
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
  }),
  response: z.object({ id: z.uuid() }),
});

export const addAgencyName = route({
  method: 'POST',
  path: '/api/agencies/:id/names',
  tag,
  summary: 'Thêm một tên gọi của cơ quan, để văn bản in tên đó vẫn nhận ra.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ name: nameGiven, kind: z.enum(nameKinds) }),
  response: z.object({ ok: z.literal(true) }),
});

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
  }),
});
