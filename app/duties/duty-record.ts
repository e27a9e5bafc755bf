import { officeDay } from '#app/platform/office-day.ts';
import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import type { Calendar } from '#libraries/calendar/index.ts';
import { actionsFor } from './assignment.ts';
import { countOfPart } from './count-of-part.ts';
import { relationsTo } from './duty.policy.ts';
import type { DutyRecord } from './duty.store.ts';
import { summarise } from './duty.ts';
import { cellOf } from './four-cells.ts';
import { withPresentUnits } from './present-units.ts';

type Shown = {
  viewer: Viewer;
  today: string;
  /** The past day it is shown of. */
  asOf: string | null;
  calendar: Calendar;
};

/** One duty as its page is told it. */
export function presentDuty(
  { duty: found, progress, ...record }: DutyRecord,
  { viewer, today, asOf, calendar }: Shown,
) {
  const { begin, end, taskGroups, groups, ...duty } = found;
  const parts = withPresentUnits(record.parts, record, today);
  const assignments = parts.map((part) => ({
    ...part,
    completedOn: part.completedAt ? officeDay(new Date(part.completedAt)) : null,
  }));
  const summary = summarise(assignments);
  return {
    ...duty,
    asOf,
    span: [begin, end] as [number, number],
    summary,
    cell: cellOf(
      { ...summary, dueOn: duty.dueOn, stoppedOn: duty.stoppedOn, isRequest: duty.isRequest },
      today,
    ),
    taskGroups: taskGroups.map((path) => groups.find((group) => group.path === path) ?? { path, start: '' }),
    parts: assignments.map((part) => ({
      ...part,
      receivedAt: isoOf(part.receivedAt),
      completedAt: isoOf(part.completedAt),
      confirmedAt: isoOf(part.confirmedAt),
      cell: cellOf({ ...part, isRequest: duty.isRequest }, today),
      clock: countOfPart(part, duty.isRequest, calendar, today),
      isOwn: !asOf && agenciesOf(viewer).includes(part.agencyId),
      // A day that has passed is read, not worked on.
      actions: asOf ? [] : actionsFor(part.state, relationsTo(viewer, part)),
    })),
    progress: progress.map((entry) => ({ ...entry, createdAt: new Date(entry.createdAt).toISOString() })),
  };
}

/** A moment as the database writes it in JSON, as pages are told it. */
const isoOf = (moment: string | null): string | null => (moment ? new Date(moment).toISOString() : null);
