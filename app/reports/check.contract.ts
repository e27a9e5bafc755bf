import { z } from 'zod';

const indicator = z.string().min(1).max(60);

/**
 * What must hold of the figures of a report, as data. `explain` ones may stand once their source says why.
 * at-most: a part is no more than its whole. adds-up: parts make the total. covers: of a longer period, no less than
 * the shorter ones filed within it. outlier: further than so many percent from the period before.
 */
export const checkShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('required'), indicator }),
  z.object({ kind: z.literal('at-most'), indicator, whole: indicator }),
  z.object({ kind: z.literal('adds-up'), indicator, parts: z.array(indicator).min(1).max(40) }),
  z.object({ kind: z.literal('covers'), indicator }),
  z.object({ kind: z.literal('outlier'), indicator, percent: z.int().min(1).max(1000) }),
]);

export type Check = z.output<typeof checkShape>;
