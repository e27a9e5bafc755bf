import { draftLadderLetters, freshSteps, type LetterStep } from '#app/correspondence/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { isLetter, type Level, type Step, stepName } from './ladder.ts';
import type { NewNotice } from './notice.store.ts';
import type { Holder } from './recipients.ts';

/** Who issues letters that a rung lays before a level: the agency in which that role is held. */
const issuerOf = (level: Level, holders: readonly Holder[]): string | undefined =>
  holders
    .filter(({ role }) => role === level)
    .map(({ agencyId }) => agencyId)
    .sort()[0];

/** Those of the issuing agency, a colleague who is away replaced by their substitute. */
const readersOf = (level: Level, issuerId: string, holders: readonly Holder[]): string[] => [
  ...new Set(
    holders
      .filter(({ role, agencyId }) => role === level && agencyId === issuerId)
      .map(({ personId, substituteId }) => substituteId ?? personId),
  ),
];

const asLetterStep = (step: Step): LetterStep & { of: Step } => ({
  assignmentId: step.subject.id,
  dutyId: step.subject.dutyId!,
  agencyId: step.subject.agencyId,
  step: stepName(step.rung),
  anchorOn: step.anchor,
  of: step,
});

type Group = { level: Level; issuerId: string; readers: string[]; steps: (LetterStep & { of: Step })[] };

/** The letter steps without a letter, by the level they are laid before; a level that nobody holds has none. */
async function groupsOf(tx: Tx, steps: readonly Step[], holders: readonly Holder[]): Promise<Group[]> {
  const groups: Group[] = [];
  for (const level of ['focal-officer', 'leader'] as const) {
    const issuerId = issuerOf(level, holders);
    const own = steps.filter(({ rung }) => isLetter(rung) && rung.level === level).map(asLetterStep);
    if (!issuerId || !own.length) continue;
    const fresh = await freshSteps(tx, { issuerId, steps: own });
    groups.push({ level, issuerId, readers: readersOf(level, issuerId, holders), steps: fresh });
  }
  return groups;
}

/** Drafts the letters of a day and tells those who issue them, one notice a letter. */
export async function layLetters(
  tx: Tx,
  house: House,
  { steps, holders, day }: { steps: readonly Step[]; holders: readonly Holder[]; day: string },
): Promise<NewNotice[]> {
  const notices: NewNotice[] = [];
  for (const { level, issuerId, readers, steps: own } of await groupsOf(tx, steps, holders))
    for (const { letterId, agencyId, title, isRequest } of await draftLadderLetters(tx, house, {
      issuerId,
      steps: own,
    }))
      for (const personId of readers)
        notices.push({
          personId,
          subjectKind: 'letter',
          subjectId: letterId,
          dutyId: null,
          step: `letter:0:${level}`,
          anchorOn: day,
          dueOn: null,
          isRequest,
          level,
          channel: 'mail',
          title,
          agencyId,
          sentBy: null,
          muted: false,
        });
  return notices;
}

/** A letter that would be drafted on a day. */
export type TriedLetter = { on: string; level: Level; agencyId: string; readers: string[]; steps: Step[] };

/** The letters that would be drafted, one a day and agency, in the order of their days. */
export async function tryLetters(
  tx: Tx,
  steps: readonly Step[],
  holders: readonly Holder[],
): Promise<TriedLetter[]> {
  const found = new Map<string, TriedLetter>();
  for (const { level, readers, steps: own } of await groupsOf(tx, steps, holders))
    for (const { of: step } of own) {
      const { on, subject } = step;
      const key = `${on} ${level} ${subject.agencyId}`;
      const letter = found.get(key) ?? { on, level, agencyId: subject.agencyId, readers, steps: [] };
      if (!letter.steps.some((one) => one.subject.id === subject.id)) letter.steps.push(step);
      found.set(key, letter);
    }
  return [...found.values()].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
