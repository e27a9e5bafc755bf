import { addDays, type Calendar } from '#libraries/calendar/index.ts';

/** What a rung counts from; the days are always working days of the office. */
export const occasions = [
  'before-due',
  'overdue',
  'silent',
  'extension-waiting',
  'extension-countered',
  'difficulty-late',
  'report-due',
  'report-late',
  'ask-due',
  'ask-late',
] as const;
export type Occasion = (typeof occasions)[number];

/** `doer`: who has to act; `head`: the head of their agency; the other two stand above all agencies. */
export const levels = ['doer', 'head', 'focal-officer', 'leader'] as const;
export type Level = (typeof levels)[number];

/**
 * How loud: on the page only; also in the day's letter; also at once on the person's own device. `letter`: an official
 * letter to the agency is drafted and laid before whoever the level names; nothing goes out without them.
 */
export const channels = ['app', 'mail', 'push', 'letter'] as const;
export type Channel = (typeof channels)[number];

export type Rung = { when: Occasion; days: number; level: Level; channel: Channel };

export type Ladder = {
  rungs: Rung[];
  /** Office time between which steps are sent; outside them it is quiet, '07:30'. */
  sendFrom: string;
  sendUntil: string;
  /** For so many working days after a word of its agency, nobody is told that work is overdue. */
  answerHolds: number;
  source: string;
};

export type SubjectKind = 'duty' | 'extension' | 'difficulty' | 'report' | 'letter' | 'ask' | 'consolidation';

/** A thing with a clock, open on the day it is looked at. Days are 'YYYY-MM-DD' of the office. */
export type Subject = {
  kind: SubjectKind;
  id: string;
  dutyId: string | null;
  title: string;
  /** Whose work it is. */
  agencyId: string;
  /** Who has to act: an agency, or the holders of a role. */
  actor: { agencyId: string } | { role: 'focal-officer' | 'leader' };
  isRequest: boolean;
  dueOn: string | null;
  /** The day it was given, asked or raised. */
  begunOn: string;
  /** Given but not received. */
  isSilent: boolean;
  /** Asked for and answered with another day, which its agency has neither taken nor turned down. */
  isCountered: boolean;
  /** When its agency last logged progress or asked for more time. */
  answeredOn: string | null;
};

export type Step = {
  subject: Subject;
  rung: Rung;
  /** Working day on which it is sent. */
  on: string;
  /** The day it counts from; part of what makes it one. */
  anchor: string;
};

/** The name of a step: with its subject, its reader and its anchor it is sent once. */
export const stepName = ({ when, days, level, channel }: Rung): string =>
  `${when}:${days}:${level}${channel === 'letter' ? ':letter' : ''}`;

export const isLetter = ({ channel }: Pick<Rung, 'channel'>): boolean => channel === 'letter';

/** Letters are written about work that is late or silent, and laid before those who issue letters. */
export const mayBeLetter = ({ when, level }: Pick<Rung, 'when' | 'level'>): boolean =>
  (when === 'overdue' || when === 'silent') && (level === 'focal-officer' || level === 'leader');

const ofKind: Record<SubjectKind, Occasion[]> = {
  duty: ['before-due', 'overdue', 'silent'],
  extension: ['extension-waiting', 'extension-countered'],
  difficulty: ['difficulty-late'],
  report: ['report-due', 'report-late'],
  letter: [],
  ask: ['ask-due', 'ask-late'],
  consolidation: [],
};
const before: Occasion[] = ['before-due', 'report-due', 'ask-due'];
const late: Occasion[] = ['overdue', 'difficulty-late', 'report-late', 'ask-late'];

/**
 * The steps of a subject whose day is within `from`–`to`, both counted, as things stand now. A subject that is
 * answered, or whose clock stands, is not handed in; what is asked and not ordered is never said to be late and
 * never carried above its agency, except that a polite letter about it is laid before those who issue letters.
 */
export function stepsOf(
  subject: Subject,
  ladder: Pick<Ladder, 'rungs' | 'answerHolds'>,
  calendar: Calendar,
  { from, to }: { from: string; to: string },
): Step[] {
  return ladder.rungs.flatMap((rung) => {
    if (!ofKind[subject.kind].includes(rung.when) || !isFor(subject, rung)) return [];
    const anchor = anchorOf(subject, rung.when);
    if (!anchor) return [];
    const on = dayOf(anchor, rung, calendar);
    if (on < from || on > to || on < subject.begunOn) return [];
    if (late.includes(rung.when) && isAnswered(subject, on, ladder.answerHolds, calendar)) return [];
    return [{ subject, rung, on, anchor }];
  });
}

function isFor(subject: Subject, rung: Rung): boolean {
  return !subject.isRequest || rung.level === 'doer' || isLetter(rung);
}

function anchorOf(subject: Subject, when: Occasion): string | null {
  if (when === 'silent') return subject.isSilent ? subject.begunOn : null;
  if (when === 'extension-waiting') return subject.isCountered ? null : subject.begunOn;
  if (when === 'extension-countered') return subject.isCountered ? subject.begunOn : null;
  return subject.dueOn;
}

/** Before: the working day so far ahead of the due day, the last working day up to it at 0. After: counted onwards. */
function dayOf(anchor: string, { when, days }: Rung, calendar: Calendar): string {
  if (!before.includes(when)) return calendar.addWorkingDays(anchor, days);
  if (days > 0) return calendar.addWorkingDays(anchor, -days);
  return calendar.isWorkingDay(anchor) ? anchor : calendar.addWorkingDays(anchor, -1);
}

/** Did its agency say something in the last working days up to the step? */
function isAnswered({ answeredOn, dueOn }: Subject, on: string, holds: number, calendar: Calendar): boolean {
  if (!answeredOn || !dueOn || answeredOn <= dueOn || answeredOn > on || !holds) return false;
  return answeredOn > calendar.addWorkingDays(on, -holds);
}

/** How far back a step is still sent that was missed while the program stood still. */
export const CATCH_UP_DAYS = 30;

/**
 * The steps to be sent on a working day: of this day, and those missed before it. A step ahead of a due day is not
 * sent after that day; a changed ladder does not reach back.
 */
export function stepsToSend(
  subject: Subject,
  ladder: Pick<Ladder, 'rungs' | 'answerHolds'>,
  calendar: Calendar,
  { today, changedOn }: { today: string; changedOn: string | null },
): Step[] {
  const reach = addDays(today, -CATCH_UP_DAYS);
  const from = changedOn && changedOn > reach ? changedOn : reach;
  return stepsOf(subject, ladder, calendar, { from, to: today }).filter(
    ({ rung, anchor }) => !before.includes(rung.when) || today <= anchor,
  );
}

/** May steps be sent at this moment of the office's day, 'HH:MM'? Never on a day of rest, never in quiet hours. */
export const maySend = (
  { sendFrom, sendUntil }: Pick<Ladder, 'sendFrom' | 'sendUntil'>,
  calendar: Calendar,
  day: string,
  time: string,
): boolean => calendar.isWorkingDay(day) && time >= sendFrom && time < sendUntil;
