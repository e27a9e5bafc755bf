import { z } from 'zod';
import { asOfShape } from '#app/platform/as-of.ts';
import { route } from '#app/platform/contract.ts';

export const registerFigures = route({
  method: 'GET',
  path: '/api/registers/:register/figures',
  tag: 'Sổ theo dõi',
  summary:
    'Chỉ tiêu của một sổ trong một khoảng ngày, của mọi cơ quan hoặc một cơ quan, và theo nước; như đang đứng hoặc như đã đứng khi hết một ngày.',
  params: z.object({ register: z.string().max(60) }),
  query: z.object({ from: z.iso.date(), to: z.iso.date(), agency: z.uuid().optional(), asOf: asOfShape }),
  response: z.object({
    /** Its rows are of countries. */
    hasCountries: z.boolean(),
    figures: z.array(
      z.object({
        key: z.string(),
        said: z.object({ vi: z.string(), en: z.string() }),
        unit: z.string(),
        rule: z.enum(['flow', 'stock', 'distinct', 'ratio']),
        /** One for each currency; money of different currencies is never added up. */
        amounts: z.array(
          z.object({ currency: z.string().nullable(), amount: z.number(), whole: z.number().nullable() }),
        ),
        /** Rows behind it, by country where the register has one. */
        byCountry: z.array(z.object({ country: z.string(), name: z.string(), rows: z.number() })),
      }),
    ),
  }),
});
