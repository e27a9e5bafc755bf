import { z } from 'zod';
import { allNameKinds } from '#app/agencies/dated-name.ts';
import { route } from '#app/platform/contract.ts';

const period = { validFrom: z.string().nullable(), validTo: z.string().nullable() };

const agencyShape = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** The full name on the day asked about; where it had none then, the one today. */
  name: z.string(),
  standsThen: z.boolean(),
  ...period,
  code: z.string().nullable(),
  codeOld: z.string().nullable(),
  names: z.array(z.object({ name: z.string(), kind: z.enum(allNameKinds), ...period })),
  /** Above it on that day, in each hierarchy. */
  parents: z.object({ state: z.uuid(), party: z.uuid(), front: z.uuid() }).partial(),
  people: z.int(),
});
export type RegisterRow = z.output<typeof agencyShape>;

export const showRegister = route({
  method: 'GET',
  path: '/api/agency-register',
  tag: 'Cơ quan',
  summary:
    'Danh mục cơ quan vào một ngày: tên ngày ấy, mọi tên từng mang, cấp trên, mã; kể cả cơ quan nay không còn.',
  query: z.object({ asOf: z.iso.date('Ngày không đúng: nhập theo dạng ngày/tháng/năm.').optional() }),
  response: z.object({
    day: z.string(),
    isToday: z.boolean(),
    mayKeep: z.boolean(),
    agencies: z.array(agencyShape),
  }),
});
export type Register = z.output<(typeof showRegister)['response']>;
