import type { CalendarDate } from '../date.ts';
import type { Deadline, Occurrence } from './deadline.ts';

/** The first return strictly after a day; null when the words fix none. */
export function nextOccurrence(_deadline: Deadline, _after: CalendarDate): Occurrence | null {
  return null;
}
