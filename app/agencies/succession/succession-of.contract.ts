import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const link = z.object({
  agencyId: z.uuid(),
  name: z.string(),
  kind: z.string(),
  on: z.iso.date(),
  share: z.string().nullable(),
  basis: z.string(),
});
export type LinkShown = z.output<typeof link>;

export const showSuccessionOf = route({
  method: 'GET',
  path: '/api/agencies/:id/successions',
  tag: 'Cơ quan',
  summary: 'Cơ quan này kế thừa ai và ai kế thừa, từ ngày nào, theo căn cứ nào.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    before: z.array(link),
    after: z.array(link),
    /** Who stands for it today; itself when it still does. */
    today: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});
