import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const showRowAsOf = route({
  method: 'GET',
  path: '/api/registers/:register/rows/:id/as-of/:day',
  tag: 'Sổ theo dõi',
  summary: 'Một dòng của sổ như đã đứng khi hết một ngày: giá trị, trạng thái và cơ quan ghi, theo nhật ký.',
  params: z.object({ register: z.string().max(60), id: z.uuid(), day: z.iso.date() }),
  query: z.object({ language: z.enum(['vi', 'en']).default('vi') }),
  response: z.object({
    /** Null: the row was not there yet. */
    row: z
      .object({
        title: z.string(),
        agencyName: z.string(),
        state: z.string().nullable(),
        stateOn: z.iso.date(),
        isRemoved: z.boolean(),
        mergedInto: z.uuid().nullable(),
        shown: z.record(z.string(), z.string()),
        /** Sealed fields in which something stood; what it was is not kept. */
        sealed: z.array(z.string()),
        /** Fields that stand otherwise today. */
        differing: z.array(z.string()),
      })
      .nullable(),
    createdOn: z.iso.date(),
  }),
});
export type RowThenShown = NonNullable<(typeof showRowAsOf.response)['_output']['row']>;
