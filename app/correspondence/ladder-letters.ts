import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { draftReminder, isOnlyAsked, toUrge } from './draft-duty-letters.ts';
import { dutiesOf, getTenantName, getWriter } from './facts.store.ts';
import { frameOf } from './frame.ts';
import { getLetter, insertLetter, replaceDraft } from './letter.store.ts';
import { changedParts } from './letter.ts';
import { rulesInForce } from './letter-rules.store.ts';
import { findWaitingDraft, insertSteps, listAnswers, listDrafted } from './letter-step.store.ts';
import { keyOfStep, type StepKey } from './letter-step.ts';
import { replyDay } from './start-letter.ts';

/** A part that reached the rung on which a letter is written. */
export type LetterStep = StepKey & { agencyId: string; dutyId: string };

/** A letter laid before those who issue it. */
export type LaidLetter = { letterId: string; agencyId: string; title: string; isRequest: boolean };

/**
 * Drafts one letter to each agency, about all its duties that reached a rung and have no letter for it yet. Where a
 * draft to that agency still waits, untouched, they join it. Nothing is sent: a person numbers and sends.
 */
export async function draftLadderLetters(
  tx: Tx,
  house: House,
  { issuerId, steps }: { issuerId: string; steps: readonly LetterStep[] },
): Promise<LaidLetter[]> {
  const fresh = await freshSteps(tx, { issuerId, steps });
  const laid: LaidLetter[] = [];
  for (const agencyId of new Set(fresh.map((step) => step.agencyId))) {
    const own = fresh.filter((step) => step.agencyId === agencyId);
    const one = await draftFor(tx, house, { issuerId, agencyId }, own);
    if (one) laid.push(one);
  }
  return laid;
}

/** The steps that have no letter yet; nobody writes to themselves. */
export async function freshSteps<S extends LetterStep>(
  tx: Tx,
  { issuerId, steps }: { issuerId: string; steps: readonly S[] },
): Promise<S[]> {
  const ids = steps.map(({ assignmentId }) => assignmentId);
  const known = new Set((await listDrafted(tx, ids)).map(keyOfStep));
  return steps.filter((step) => !known.has(keyOfStep(step)) && step.agencyId !== issuerId);
}

type Parties = { issuerId: string; agencyId: string };

async function draftFor(
  tx: Tx,
  house: House,
  { issuerId, agencyId }: Parties,
  steps: readonly LetterStep[],
): Promise<LaidLetter | null> {
  const waiting = await findWaitingDraft(tx, { issuerId, agencyId });
  const older = waiting
    ? (await listAnswers(tx, { letterId: waiting, today: officeDay(house.now()) })).filter(
        (one) => !one.answer,
      )
    : [];
  const dutyIds = new Set([...older, ...steps].map(({ dutyId }) => dutyId));
  const draft = await wordsFor(tx, house, { issuerId, agencyId }, dutyIds);
  if (!draft) return null;
  const { content } = draft;
  const letterId = waiting
    ? await redraft(tx, house, waiting, draft)
    : await insertLetter(
        tx,
        { draftKind: 'urge', issuerId, content, agencyIds: [agencyId], dutyIds: draft.dutyIds },
        null,
        house.now(),
      );
  await insertSteps(tx, letterId, steps, house.now());
  if (!waiting)
    await tellBySelf(tx, house, letterId, 'letter.drafted', {
      draftKind: 'urge',
      kind: content.kind,
      title: content.title,
      steps: steps.length,
    });
  return { letterId, agencyId, title: content.title, isRequest: draft.isRequest };
}

/** The words of a reminder about these duties as they stand now; null where none of them is open any more. */
async function wordsFor(tx: Tx, house: House, { issuerId, agencyId }: Parties, wanted: ReadonlySet<string>) {
  const { rules } = await rulesInForce(tx, issuerId);
  const writer = await getWriter(tx, issuerId);
  const frame = frameOf(writer, await getTenantName(tx), officeDay(house.now()), rules);
  const { name } = await getWriter(tx, agencyId);
  const duties = await dutiesOf(tx, agencyId);
  const replyBy = await replyDay(tx, frame.today, rules);
  const content = draftReminder(frame, { id: agencyId, name }, duties, { replyBy, wanted });
  if (!content) return null;
  const groups = toUrge(duties, agencyId, frame.today, wanted);
  const dutyIds = [...groups.late, ...groups.silent, ...groups.asked].map(({ duty }) => duty.id);
  return { content, dutyIds, isRequest: isOnlyAsked(groups) };
}

type Draft = NonNullable<Awaited<ReturnType<typeof wordsFor>>>;

async function redraft(tx: Tx, house: House, letterId: string, { content, dutyIds }: Draft) {
  const letter = await getLetter(tx, letterId);
  const revision = letter.revision + 1;
  await replaceDraft(tx, letterId, { content, dutyIds, revision, at: house.now() });
  const fields = changedParts(letter.content, content);
  await tellBySelf(tx, house, letterId, 'letter.changed', { fields, revision });
  return letterId;
}

/** Drafts a waiting letter anew from what is left of it. */
export async function shortenDraft(tx: Tx, house: House, letterId: string, left: readonly string[]) {
  const { issuerId, agencyIds } = await getLetter(tx, letterId);
  const draft = await wordsFor(tx, house, { issuerId, agencyId: agencyIds[0]! }, new Set(left));
  if (draft) await redraft(tx, house, letterId, draft);
}

/** A line of the ledger about what the program did by itself. */
export const tellBySelf = (
  tx: Tx,
  house: House,
  letterId: string,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), { subjectKind: 'letter', subjectId: letterId, kind, actorId: null, payload });
