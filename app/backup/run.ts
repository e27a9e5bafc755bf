import type { Step } from './make-archive.ts';

export type RunKind = 'backup' | 'drill';
/** By itself, by a person on the page, or by `bin/nhipcau`. */
export type RunReason = 'nightly' | 'asked' | 'command';

export type Run = {
  id: string;
  kind: RunKind;
  reason: RunReason;
  state: 'running' | 'done' | 'failed';
  startedAt: Date;
  seenAt: Date;
  finishedAt: Date | null;
  step: Step;
  done: number;
  total: number;
  failure: string | null;
  archive: string | null;
  place: string | null;
  size: number | null;
  sha256: string | null;
  rows: number | null;
  files: number | null;
  fileBytes: number | null;
  unusable: number | null;
};

const HOUR = 3_600_000;
/** A run that has given no sign of life for so long was cut off. */
const SILENCE = 5 * 60_000;
/** A night and two hours: then somebody must look. */
export const OLD_AFTER = 26 * HOUR;
/** A week less the time a drill may start earlier on its day. */
const DRILL_EVERY = 7 * 24 * HOUR - 2 * HOUR;

export const cutOff = 'Bị ngắt giữa chừng vì chương trình dừng: hãy chạy lại.';

/** A run as it is told at `now`: one that was cut off has failed. */
export const asSeen = (run: Run, now: Date): Run =>
  run.state === 'running' && now.getTime() - run.seenAt.getTime() > SILENCE
    ? { ...run, state: 'failed', failure: cutOff, finishedAt: run.seenAt }
    : run;

export const isOld = (lastGood: Pick<Run, 'startedAt'> | undefined, now: Date): boolean =>
  !lastGood || now.getTime() - lastGood.startedAt.getTime() > OLD_AFTER;

/** The latest moment at which the nightly backup should have begun; `at` is 'HH:MM', office time. */
export function lastDue(now: Date, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const today = new Date(now.getTime() + 7 * HOUR).toISOString().slice(0, 10);
  const due = new Date(new Date(`${today}T00:00:00+07:00`).getTime() + (hours * 60 + minutes) * 60_000);
  return due > now ? new Date(due.getTime() - 24 * HOUR) : due;
}

/** Is the nightly backup to be made now? A failed one is tried again after an hour. */
export function isBackupDue(
  now: Date,
  at: string,
  birth: Date | null,
  lastGood: Pick<Run, 'startedAt'> | undefined,
  last: Pick<Run, 'startedAt' | 'state'> | undefined,
): boolean {
  const due = lastDue(now, at);
  // An installation made since then had nothing to keep.
  if (!birth || birth > due) return false;
  if (lastGood && lastGood.startedAt >= due) return false;
  if (last?.state === 'running') return false;
  return !last || last.startedAt < due || now.getTime() - last.startedAt.getTime() >= HOUR;
}

/** A drill is due when there is a backup and none was tried for a week; a failed one is tried again the next day. */
export function isDrillDue(
  now: Date,
  lastGood: Pick<Run, 'startedAt'> | undefined,
  lastDrill: Pick<Run, 'startedAt' | 'state'> | undefined,
): boolean {
  if (!lastGood || lastDrill?.state === 'running') return false;
  if (!lastDrill) return true;
  const since = now.getTime() - lastDrill.startedAt.getTime();
  return since >= (lastDrill.state === 'failed' ? 24 * HOUR : DRILL_EVERY);
}
