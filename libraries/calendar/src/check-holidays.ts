import { isDate, type Weekday } from './date.ts';
import { weekday } from './date-arithmetic.ts';
import { type Holiday, holidayKinds } from './holiday.ts';
import { showDate } from './show-date.ts';

/** The weekly rest days of state offices, Saturday and Sunday. */
export const saturdayAndSunday: readonly Weekday[] = [6, 7];

/**
 * What is wrong with a holiday table, one plain Vietnamese sentence each; empty when it can be used.
 * The screen that edits the table shows them; `makeCalendar` refuses a table that has any.
 */
export function checkHolidays(
  rows: readonly Holiday[],
  restDays: readonly Weekday[] = saturdayAndSunday,
): string[] {
  const seen = new Map<string, string>();
  return rows.flatMap((row) => {
    const problem = findRowProblem(row, restDays);
    if (problem !== null) return [problem];
    const earlier = seen.get(row.date);
    seen.set(row.date, row.name);
    if (earlier === undefined) return [];
    return [`Ngày ${showDate(row.date)} có hai dòng: “${earlier}” và “${row.name}”; hãy giữ một dòng.`];
  });
}

function findRowProblem(row: Holiday, restDays: readonly Weekday[]): string | null {
  if (!isDate(row.date)) return `“${row.date}” không phải là một ngày; hãy viết theo dạng 2026-11-24.`;
  const day = showDate(row.date);
  if (!row.name?.trim()) return `Ngày ${day} chưa có tên; hãy ghi tên ngày nghỉ.`;
  if (!row.source?.trim()) return `Ngày ${day} chưa có nguồn; hãy ghi văn bản quy định.`;
  if (typeof row.verified !== 'boolean') return `Ngày ${day} chưa ghi đã kiểm chứng hay chưa.`;
  if (!holidayKinds.includes(row.kind)) return `Ngày ${day} có loại “${row.kind}” không dùng được.`;
  const isRest = restDays.includes(weekday(row.date));
  if (row.kind === 'swap-work' && !isRest)
    return `Ngày ${day} ghi làm bù nhưng không phải ngày nghỉ hằng tuần; hãy xem lại ngày.`;
  if ((row.kind === 'swap-off' || row.kind === 'compensation') && isRest)
    return `Ngày ${day} ghi nghỉ bù nhưng đã là ngày nghỉ hằng tuần; hãy xem lại ngày.`;
  return null;
}
