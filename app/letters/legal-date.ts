/** Day and month as figures in a document: days under 10 and months 1 and 2 take a 0 before (Phụ lục I, mục II.4). */
export function printLegalDay(date: string): { day: string; month: string; year: string } {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const instant = new Date(`${date}T00:00:00Z`);
  if (!parts || Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Ngày "${date}" không có thật; cần dạng 2026-02-05.`);
  }
  const month = Number(parts[2]);
  return { day: parts[3]!, month: month <= 2 ? `0${month}` : String(month), year: parts[1]! };
}

/**
 * "ngày 05 tháng 02 năm 2026", "ngày 15 tháng 3 năm 2026". A null date leaves blanks for the pen:
 * "ngày ... tháng ... năm 2026", and without `year` "năm ...". Throws RangeError for a day that does not exist.
 */
export function printLegalDate(date: string | null, year?: number): string {
  if (date === null) return `ngày ... tháng ... năm ${year ?? '...'}`;
  const { day, month, year: printedYear } = printLegalDay(date);
  return `ngày ${day} tháng ${month} năm ${printedYear}`;
}
