import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Sổ theo dõi';
const inRegister = z.object({ register: z.string().max(60) });

/** Files, so no JSON routes: a link or a browser asks for them. The list's own conditions may follow. */
export const bookPaths = {
  rows: '/api/registers/:register/rows.xlsx',
  template: '/api/registers/:register/template.xlsx',
} as const;

const cellShape = z.object({ cell: z.string(), message: z.string() });

export const planShape = z.object({
  sheet: z.string(),
  /** Columns of the sheet that were understood, and those that were not. */
  columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
  fresh: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Rows that are there already, by the words that tell them apart. */
  alike: z.array(z.object({ row: z.int(), title: z.string(), agencyName: z.string().nullable() })),
  /** At most 200 of each; how many there are stands beside. */
  errors: z.array(cellShape),
  errorCount: z.int(),
  warnings: z.array(cellShape),
  /** What can be read in two ways: answered once for a column. */
  questions: z.array(
    z.object({
      field: z.string(),
      heading: z.string(),
      of: z.string(),
      many: z.int(),
      readings: z.array(z.object({ style: z.string(), shown: z.string() })),
    }),
  ),
  /** The first rows as they would be written. */
  preview: z.array(z.object({ row: z.int(), title: z.string(), shown: z.record(z.string(), z.string()) })),
  /** Says exactly this; to be sent back to have it written. */
  digest: z.string(),
});
export type BookPlan = z.output<typeof planShape>;

/** Takes a form: `file`, and perhaps `agencyId`, `alike` ('skip' or 'add') and `styles` (JSON: by field). */
export const tryRegisterBook = route({
  method: 'POST',
  path: '/api/registers/:register/book/try',
  tag,
  summary: 'Đọc thử một sổ Excel: sẽ thêm, sửa gì, ô nào sai, điều gì cần hỏi; chưa ghi gì.',
  params: inRegister,
  response: planShape,
});

/** The same form with the `digest` of the plan that was shown. */
export const importRegisterBook = route({
  method: 'POST',
  path: '/api/registers/:register/book',
  tag,
  summary: 'Ghi vào sổ các dòng đã xem thử của một tệp Excel: tất cả, hoặc không gì cả.',
  params: inRegister,
  response: z.object({ made: z.int(), changed: z.int(), skipped: z.int() }),
});
