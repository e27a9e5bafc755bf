import { z } from 'zod';
import { asOfShape } from '#app/platform/as-of.ts';
import { dutyFilterShape, dutyOrderShape } from '../duty.contract.ts';

/** Files, so no JSON routes: a link or a browser asks for them. */
export const exportPaths = {
  xlsx: '/api/duties/export.xlsx',
  csv: '/api/duties/export.csv',
} as const;

export const exportQuery = dutyFilterShape.extend(dutyOrderShape.shape).extend({
  asOf: asOfShape,
  /** e.g. 'text,agency,due' */
  columns: z.string().max(200).optional(),
  language: z.enum(['vi', 'en']).default('vi'),
});
export type ExportAsked = z.output<typeof exportQuery>;
