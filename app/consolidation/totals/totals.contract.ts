import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { countedShape, indicatorShape, sumRules } from '#app/reports/indicator.contract.ts';

const tag = 'Tổng hợp';
const id = z.object({ id: z.uuid() });
const money = z.object({ currency: z.string(), amount: z.number() });
const rateShape = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Mã tiền tệ gồm 3 chữ hoa, ví dụ USD.')
    .refine((code) => code !== 'VND', 'Đồng Việt Nam không cần tỷ giá.'),
  on: z.iso.date(),
  dong: z.number().positive('Tỷ giá phải lớn hơn 0.').max(1_000_000),
  source: z.string().trim().min(3, 'Hãy ghi nguồn của tỷ giá.').max(300),
});

export const totalShape = z.object({
  amount: z.number().nullable(),
  whole: z.number().nullable(),
  money: z.array(money),
  unconverted: z.array(z.object({ currency: z.string(), on: z.iso.date().nullable() })),
  agencies: z.int(),
  folded: z.int(),
  leftOut: z.int(),
  /** In words of a report; null while nobody reported it. */
  said: z.string().nullable(),
  moved: z.object({ by: z.number(), share: z.number().nullable() }).nullable(),
});

const saidShape = z.object({
  agencyReportId: z.uuid(),
  agencyId: z.uuid(),
  agency: z.string(),
  amount: z.number().nullable(),
  whole: z.number().nullable(),
  currency: z.string().nullable(),
  rateOn: z.iso.date().nullable(),
  /** How many things it names. */
  named: z.int(),
  isComputed: z.boolean(),
  source: z.string(),
});

export const getTotals = route({
  method: 'GET',
  path: '/api/consolidations/:id/totals',
  tag,
  summary: 'Từng chỉ tiêu: số của mỗi cơ quan, tổng số, cách cộng, và so với kỳ trước.',
  params: id,
  response: z.object({
    /** Name of the period, and of the one it is compared with. */
    period: z.string(),
    before: z.string().nullable(),
    agencies: z.array(z.object({ agencyReportId: z.uuid(), name: z.string(), hasFiled: z.boolean() })),
    indicators: z.array(
      z.object({
        indicator: indicatorShape,
        rule: z.enum(sumRules),
        total: totalShape,
        values: z.array(saidShape),
      }),
    ),
    rates: z.array(rateShape),
    mayEdit: z.boolean(),
  }),
});

export const openTotal = route({
  method: 'GET',
  path: '/api/consolidations/:id/totals/:indicator',
  tag,
  summary: 'Nguồn của một tổng số: số của từng cơ quan, từng đối tượng được đếm, và phần không tính.',
  params: z.object({ id: z.uuid(), indicator: z.string().max(60) }),
  response: z.object({
    indicator: indicatorShape,
    total: totalShape,
    values: z.array(
      saidShape.extend({
        counted: z.array(countedShape.extend({ isLeftOut: z.boolean() })),
        /** Sums that a decision took off. */
        deducted: z.array(z.object({ amount: z.number(), currency: z.string().nullable() })),
      }),
    ),
    /** Duties behind a figure that the program counts. */
    documentId: z.uuid().nullable(),
  }),
});

export const setExchangeRate = route({
  method: 'PUT',
  path: '/api/exchange-rates',
  tag,
  summary: 'Ghi tỷ giá của một ngày kèm nguồn; tổng số quy ra đồng tính theo đó.',
  body: rateShape,
  response: z.object({ ok: z.literal(true) }),
});
