import { z } from 'zod';

const key = z
  .string()
  .regex(/^[a-z][a-z0-9.-]*$/, 'Mã chỉ tiêu gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối.')
  .max(60);

/**
 * How the values of agencies, or of periods, become one: a flow is added up; a stock is taken at the cut-off and
 * added over agencies, never over periods; distinct things are counted once, whoever names them; a ratio is the sum
 * of its parts over the sum of its wholes, never a mean of percentages.
 */
export const sumRules = ['flow', 'stock', 'distinct', 'ratio'] as const;

/** A figure that a report asks for. */
export const indicatorShape = z.object({
  key,
  name: z.string().trim().min(1).max(300),
  /** 'đoàn', 'lượt người', 'tỷ đồng'; '%' for a ratio. */
  unit: z.string().trim().min(1).max(40),
  rule: z.enum(sumRules),
  /** Money keeps its currency; other figures have none. */
  isMoney: z.boolean().default(false),
  /** Heading of the outline under which it is told. */
  slot: z.string().max(60).nullable().default(null),
  /** Name of the figure of the program that fills it ('duties.done-in-time'); null: the agency types it. */
  computedBy: z.string().max(120).nullable().default(null),
});

/** A thing that was counted: by it the same project told by two agencies is found. */
export const countedShape = z.object({
  /** A code or number that tells it apart, where it has one. */
  key: z.string().trim().max(120).nullable(),
  name: z.string().trim().min(1).max(500),
  on: z.iso.date().nullable(),
  amount: z.number().nullable(),
  /** The row of a register it was read from. */
  record: z.object({ register: z.string().max(60), id: z.uuid() }).nullable(),
});

/** What an agency says of one indicator in one period. */
export const indicatorValueShape = z.object({
  indicator: key,
  /** The value; of a ratio its part. Null: nothing said yet. */
  amount: z.number().nullable(),
  /** Of a ratio its whole. */
  whole: z.number().nullable(),
  /** ISO 4217, for money, and the day whose rate turns it into VND. */
  currency: z.string().length(3).nullable(),
  rateOn: z.iso.date().nullable(),
  counted: z.array(countedShape).max(2000),
  /** The program computed it and nobody changed it. */
  isComputed: z.boolean(),
  /** Where a typed value comes from, or why a computed one was changed. */
  source: z.string().trim().max(1000),
  /** Why it is so far from the period before, where a check asks. */
  explanation: z.string().trim().max(1000).optional(),
});

export type Indicator = z.output<typeof indicatorShape>;
export type IndicatorValue = z.output<typeof indicatorValueShape>;
export type Counted = z.output<typeof countedShape>;
