import type { Deadline, Recurrence } from '#libraries/calendar/index.ts';

/** A report window runs from the 15th to the 14th, so the last day of each time is the 14th of its last month. */
export const byReportWindow = (deadline: Deadline): Deadline => ({
  ...deadline,
  recurrence: (deadline.recurrence ?? []).map(endOnThe14th),
});

function endOnThe14th({ every, ...rule }: Recurrence): Recurrence {
  if (every === 'week' || every === 'day') return { every, ...rule };
  return every === 'quarter' || every === 'year'
    ? { every, day: 14, month: every === 'quarter' ? 2 : 12 }
    : { every, day: 14 };
}
