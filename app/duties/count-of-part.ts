import { addDays, type Calendar, explainCount } from '#libraries/calendar/index.ts';
import type { AssignmentState } from './assignment.ts';
import { isOpenPart } from './open-part.ts';

/** Beyond this a count of days says less than the date. */
const NEAR = 45;

type Counted = { state: AssignmentState; dueOn: string | null; stoppedOn: string | null };

/**
 * How long an agency has left, with the days left out: 'còn 3 ngày làm việc, trừ 24/11'. Null where its clock stands or
 * has ended, where the day is far, and for a request past its day: what is asked is never said to be late.
 */
export function countOfPart(
  { state, dueOn, stoppedOn }: Counted,
  isRequest: boolean,
  calendar: Calendar,
  today: string,
): string | null {
  if (!dueOn || stoppedOn || !isOpenPart(state)) return null;
  if (dueOn > addDays(today, NEAR) || dueOn < addDays(today, -NEAR)) return null;
  return isRequest && dueOn < today ? null : explainCount(calendar, today, dueOn);
}
