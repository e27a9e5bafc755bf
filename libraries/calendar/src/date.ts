/** A day of the proleptic Gregorian calendar, written 'YYYY-MM-DD' (years 0001–9999). No clock, no time zone. */
export type CalendarDate = string;

/** Monday is 1, Sunday is 7 (ISO 8601). In Vietnamese: 1 is thứ Hai, 6 is thứ Bảy, 7 is Chủ nhật. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a well-formed day that exists: '2024-02-29' yes, '2023-02-29' no. */
export function isDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  return existsDay(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8)));
}

function existsDay(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false;
  if (!Number.isInteger(month) || month < 1 || month > 12) return false;
  return Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month);
}

/** The day made of three numbers, or null where there is no such day (31/6, month 13). */
export function findDate(year: number, month: number, day: number): CalendarDate | null {
  if (!existsDay(year, month, day)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Year, month (1–12) and day of a date. @throws RangeError when the text is not a day that exists. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  if (!isDate(date)) throw new RangeError(`Not a date (YYYY-MM-DD): ${JSON.stringify(date)}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** Days since 0001-01-01, which is 1; a Monday. The number only this library counts with. */
export function toDayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  const before = year - 1;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leapDays + daysBefore[month - 1]! + leapDay + day;
}

/** The inverse of `toDayNumber`. @throws RangeError outside years 0001–9999. */
export function fromDayNumber(dayNumber: number): CalendarDate {
  let year = Math.floor(dayNumber / 365.2425) + 1;
  if (year < 1 || year > 10_000) throw new RangeError(`Day number out of range: ${dayNumber}`);
  while (firstDayNumber(year) > dayNumber) year -= 1;
  while (firstDayNumber(year + 1) <= dayNumber) year += 1;
  let rest = dayNumber - firstDayNumber(year) + 1;
  let month = 1;
  while (rest > daysInMonth(year, month)) rest -= daysInMonth(year, month++);
  const date = findDate(year, month, rest);
  if (date === null) throw new RangeError(`Day number out of range: ${dayNumber}`);
  return date;
}

function firstDayNumber(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1;
}
