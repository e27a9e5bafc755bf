import type { CalendarDate } from './date.ts';

/**
 * Why a day is not what its weekday says.
 * - `fixed`: a holiday on a solar date (1/1, 30/4, 1/5, 2/9 and the day beside it, 24/11)
 * - `lunar`: Tết and Giỗ Tổ Hùng Vương
 * - `compensation`: a day off because a holiday fell on a weekly rest day (nghỉ bù)
 * - `swap-off`: a working day given off in exchange for another (hoán đổi)
 * - `swap-work`: the rest day that is worked instead (làm bù): the only kind that is a working day
 */
export type HolidayKind = 'fixed' | 'lunar' | 'compensation' | 'swap-off' | 'swap-work';

/** One row of the holiday table, as kept in `data/holidays` and edited by the administrator. */
export type Holiday = {
  date: CalendarDate;
  /** Vietnamese, as shown. */
  name: string;
  kind: HolidayKind;
  /** The law, decision or method the row stands on. */
  source: string;
  /** False while the year's own decision has not been read: shown as "chưa kiểm chứng". */
  verified: boolean;
};

export const holidayKinds: readonly HolidayKind[] = [
  'fixed',
  'lunar',
  'compensation',
  'swap-off',
  'swap-work',
];
