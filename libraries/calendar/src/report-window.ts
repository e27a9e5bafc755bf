import type { Calendar } from './calendar.ts';
import { type CalendarDate, findDate, partsOf } from './date.ts';
import { addMonths, lastDayOfMonth } from './date-arithmetic.ts';
import { monthsOf, type Period, type PeriodKind, shiftPeriod } from './period.ts';
import {
  type PeriodDay,
  type SendBy,
  type WindowRule,
  type WindowRuleName,
  windowRules,
} from './window-rule.ts';

/** The days data are taken from, both counted; `sendBy` where the rule fixes it. */
export type ReportWindow = { from: CalendarDate; to: CalendarDate; sendBy?: CalendarDate };

/**
 * The window of data of one period under one rule (a name, or a rule of one's own).
 * @param index month 1–12, quarter 1–4, half-year 1–2, else 1
 * @param calendar needed only when the rule sends so many working days after closing; without it no `sendBy`
 * @throws RangeError for a period that does not exist
 */
export function reportWindow(
  kind: PeriodKind,
  year: number,
  index: number,
  rule: WindowRuleName | WindowRule,
  calendar?: Calendar,
): ReportWindow {
  const { first, last } = monthsOf({ kind, year, index });
  const days = daysFor(typeof rule === 'string' ? windowRules[rule] : rule, kind, index);
  const from = dayAt(year, first, days.from);
  const to = dayAt(year, last, days.to);
  const sendBy = days.sendBy && sendingDay(days.sendBy, { year, last, to }, calendar);
  return sendBy === undefined ? { from, to } : { from, to, sendBy };
}

/** The period of a kind whose window holds a day, or null (15/9–14/12 lies in no nine-month window). */
export function findPeriodOf(
  kind: PeriodKind,
  date: CalendarDate,
  rule: WindowRuleName | WindowRule,
): Period | null {
  const start: Period = { kind, year: partsOf(date).year - 1, index: 1 };
  for (let step = 0; step < 36; step += 1) {
    const period = shiftPeriod(start, step);
    const { from, to } = reportWindow(kind, period.year, period.index, rule);
    if (from <= date && date <= to) return period;
  }
  return null;
}

function daysFor(
  rule: WindowRule,
  kind: PeriodKind,
  index: number,
): Pick<WindowRule, 'from' | 'to' | 'sendBy'> {
  const exception = rule.exceptions?.find(
    (other) => other.kind === kind && (other.index === undefined || other.index === index),
  );
  return { from: rule.from, to: rule.to, ...(rule.sendBy && { sendBy: rule.sendBy }), ...exception };
}

function sendingDay(
  sendBy: SendBy,
  period: { year: number; last: number; to: CalendarDate },
  calendar?: Calendar,
): CalendarDate | undefined {
  if ('workingDays' in sendBy) return calendar?.addWorkingDays(period.to, sendBy.workingDays);
  return dayAt(period.year, period.last, sendBy);
}

// A day the month does not have (30 February) is its last day: a rule never fails on a short month.
function dayAt(year: number, month: number, { month: offset, day }: PeriodDay): CalendarDate {
  const at = partsOf(addMonths(lastDayOfMonth(year, month).slice(0, 8).concat('01'), offset));
  const last = lastDayOfMonth(at.year, at.month);
  return day === 'last' ? last : (findDate(at.year, at.month, day) ?? last);
}
