import { invalid } from '#app/platform/problem.ts';
import {
  addDays,
  type Calendar,
  type CalendarDate,
  type PeriodKind,
  periodName,
  reportWindow,
  windowRules,
} from '#libraries/calendar/index.ts';
import type { DefinitionContent } from './report.ts';

type Which = { kind: PeriodKind; year: number; index: number };
export type PeriodWindow = { name: string; from: string; to: string; dueOn: string };

/**
 * The window of a period under a definition and the day by which agencies file: the day fixed for this kind, the
 * one the rule of windows brings, or so many working days after the cut-off.
 * @throws RangeError for a period that does not exist
 */
export function windowOf(
  calendar: Calendar,
  definition: Pick<DefinitionContent, 'windowRule' | 'sendBy' | 'fileWithin'>,
  { kind, year, index }: Which,
): PeriodWindow {
  const fixed = definition.sendBy.find(
    (one) => one.kind === kind && (one.index === null || one.index === index),
  );
  const rule = fixed
    ? { ...windowRules[definition.windowRule], exceptions: exceptionsWith(definition, fixed, index) }
    : definition.windowRule;
  const { from, to, sendBy } = reportWindow(kind, year, index, rule);
  const dueOn = sendBy ?? calendar.addWorkingDays(to, definition.fileWithin);
  return { name: periodName(kind, year, index), from, to, dueOn };
}

/** The exceptions of the rule, with the fixed day of this kind in front. */
function exceptionsWith(
  definition: Pick<DefinitionContent, 'windowRule'>,
  fixed: DefinitionContent['sendBy'][number],
  index: number,
) {
  const known = windowRules[definition.windowRule].exceptions ?? [];
  const same = known.find(
    (one) => one.kind === fixed.kind && (one.index === undefined || one.index === index),
  );
  const mine = { kind: fixed.kind, ...same, sendBy: { month: fixed.month, day: fixed.day } };
  return [mine, ...known.filter((one) => one !== same)];
}

/** `windowOf`, refusing in words what does not exist. @throws Problem 422 */
export function windowFor(calendar: Calendar, definition: DefinitionContent, which: Which): PeriodWindow {
  try {
    return windowOf(calendar, definition, which);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid('Không có kỳ này trong năm: hãy chọn lại loại kỳ và số thứ tự của kỳ.', [
      { path: 'index', message: 'Không có kỳ này trong năm.' },
    ]);
  }
}

/** The last day on which something is filed: so many working days after the due day; null: never locked. */
export const lockDay = (
  calendar: Calendar,
  definition: Pick<DefinitionContent, 'locksAfter'>,
  dueOn: CalendarDate,
): string | null =>
  definition.locksAfter === null
    ? null
    : definition.locksAfter === 0
      ? dueOn
      : calendar.addWorkingDays(dueOn, definition.locksAfter);

const frequencies: readonly { kind: PeriodKind; many: number }[] = [
  { kind: 'month', many: 12 },
  { kind: 'quarter', many: 4 },
  { kind: 'half-year', many: 2 },
  { kind: 'nine-months', many: 1 },
  { kind: 'year', many: 1 },
];

/** Periods of a definition whose time to open has come on a day and whose due day has not passed. */
export function periodsToOpen(
  calendar: Calendar,
  definition: DefinitionContent,
  today: CalendarDate,
): (Which & PeriodWindow)[] {
  const thisYear = Number(today.slice(0, 4));
  const opensFrom = (to: string) => addDays(to, -definition.opensBefore);
  return frequencies
    .filter(({ kind }) => definition.frequencies.includes(kind))
    .flatMap(({ kind, many }) =>
      [thisYear - 1, thisYear, thisYear + 1].flatMap((year) =>
        Array.from({ length: many }, (_, n) => ({ kind, year, index: n + 1 })),
      ),
    )
    .map((which) => ({ ...which, ...windowOf(calendar, definition, which) }))
    .filter(({ to, dueOn }) => opensFrom(to) <= today && today <= dueOn);
}
