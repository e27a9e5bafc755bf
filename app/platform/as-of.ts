import { z } from 'zod';

/** Of an address that may be asked for as of a day: `?asOf=2025-06-30`. */
export const asOfShape = z.iso.date().optional();

/** The day that is asked for; null: today, which needs no looking back. A day to come is not known yet and means today. */
export const dayAsked = (asOf: string | undefined, today: string): string | null =>
  asOf && asOf < today ? asOf : null;
