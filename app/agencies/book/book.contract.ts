import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Cơ quan';

/** Answers an XLSX file of four sheets. */
export const exportBook = route({
  method: 'GET',
  path: '/api/agency-book',
  tag,
  summary: 'Danh mục cơ quan thành tệp Excel: cơ quan, tên gọi, trực thuộc, mã và liên hệ.',
  response: z.any(),
});

const changeShape = z.object({
  sheet: z.string(),
  row: z.int(),
  agency: z.string(),
  isNew: z.boolean(),
  /** In words: 'điện thoại từ trống thành “0292 3 123 456”'. */
  said: z.string(),
});
const planShape = z.object({
  changes: z.array(changeShape),
  newAgencies: z.int(),
  unchanged: z.int(),
  errors: z.array(z.object({ sheet: z.string(), cell: z.string(), message: z.string() })),
  /** Sheets without a row of headings that the program knows. */
  ignored: z.array(z.string()),
  /** Says exactly these changes; to be sent back to have them made. */
  digest: z.string(),
});
export type BookPlanShown = z.output<typeof planShape>;

/** Takes a form with the `file`. */
export const tryBook = route({
  method: 'POST',
  path: '/api/agency-book/try',
  tag,
  summary: 'Đọc thử một tệp Excel: cho biết sẽ thêm gì, sửa gì, ô nào sai; chưa ghi gì vào danh mục.',
  response: planShape,
});

/** Takes a form with the `file` and the `digest` of the plan that was shown. */
export const importBook = route({
  method: 'POST',
  path: '/api/agency-book',
  tag,
  summary: 'Ghi vào danh mục những thay đổi đã xem thử của một tệp Excel: tất cả, hoặc không gì cả.',
  response: z.object({ made: z.int() }),
});
