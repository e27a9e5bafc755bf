import { appendEvent } from '#app/ledger/index.ts';
import { checkOfficialDocx, remedyOf, writeDocx } from '#app/letters/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './correspondence.contract.ts';
import { issuerOf, mayEditLetter, mayReadLetter, mayWriteLetters } from './correspondence.policy.ts';
import { countToUrge, getWriter, listUntold } from './facts.store.ts';
import { frameOf } from './frame.ts';
import {
  deleteLetter,
  getLetter,
  insertLetter,
  type LetterRecord,
  listDutiesOfLetter,
  listLettersOf,
  saveContent,
} from './letter.store.ts';
import { changedParts, faultsOf, letterStates, stampDay } from './letter.ts';
import type { LetterContent } from './letter-facts.ts';
import { rulesInForce } from './letter-rules.store.ts';
import { shippedRules } from './letter-rules.ts';
import { countSteps, listAnswers } from './letter-step.store.ts';
import type { AnsweredStep } from './letter-step.ts';
import { documentOf, symbolOf } from './print-letter.ts';
import { draftFrom, silentSince, urgesOf } from './start-letter.ts';

/** Letters: listed, begun from the data, edited while they are drafts. */
export function letterRoutes(web: Web, house: House): void {
  listRoutes(web, house);
  mount(web, house, contract.startLetter, async ({ body, viewer, tx }) => {
    requirePolicy(mayWriteLetters, viewer, undefined);
    const issuerId = issuerOf(viewer)!;
    const { rules } = await rulesInForce(tx, issuerId);
    const frame = frameOf(await getWriter(tx, issuerId), viewer.tenantName, officeDay(house.now()), rules);
    const draft = await draftFrom(tx, frame, body, rules);
    const id = await insertLetter(tx, { ...draft, issuerId }, viewer.personId, house.now());
    const { kind, title } = draft.content;
    await tell(tx, house, viewer, id, 'letter.drafted', { draftKind: draft.draftKind, kind, title });
    return { id };
  });
  mount(web, house, contract.showLetter, async ({ params, viewer, tx }) => {
    const letter = await getLetter(tx, params.id);
    requirePolicy(mayReadLetter, viewer, letter);
    const today = officeDay(house.now());
    const docx = await writeDocx(documentOf(letter, today));
    const steps = await listAnswers(tx, { letterId: letter.id, today });
    return {
      ...rowOf(letter, countedOf(steps)),
      content: letter.content as contract.ContentShown,
      revision: letter.revision,
      docxFileId: letter.docxFileId,
      pdfFileId: letter.pdfFileId,
      duties: await listDutiesOfLetter(tx, letter.id),
      faults: faultsOf(letter.content),
      defects: (await checkOfficialDocx(docx)).map((one) => ({ ...one, remedy: remedyOf(one) })),
      answered: steps.flatMap(({ dutyId, path, text, answer, answeredOn }) =>
        answer && answeredOn ? [{ dutyId, path, text, answer, answeredOn }] : [],
      ),
      draftedOn: steps[0]?.draftedOn ?? null,
      mayEdit: mayEditLetter.allows(viewer, letter),
      today,
      stampBy: letter.dated && stampDay(letter.dated, letter.content.urgency, await officeCalendar(tx)),
    };
  });
  mount(web, house, contract.saveLetter, async ({ params, body, viewer, tx }) => {
    const letter = await openDraft(tx, viewer, params.id, body.revision);
    const content = { ...body.content, kind: letter.content.kind } as LetterContent;
    const fields = changedParts(letter.content, content);
    if (!fields.length) return { revision: letter.revision, faults: faultsOf(content) };
    const revision = letter.revision + 1;
    const at = house.now();
    await saveContent(tx, letter.id, { content, revision, by: viewer.personId, at });
    await tell(tx, house, viewer, letter.id, 'letter.changed', { fields, revision });
    return { revision, faults: faultsOf(content) };
  });
  mount(web, house, contract.dropLetter, async ({ params, viewer, tx }) => {
    const letter = await openDraft(tx, viewer, params.id);
    const { kind, title } = letter.content;
    await tell(tx, house, viewer, letter.id, 'letter.dropped', { kind, title });
    await deleteLetter(tx, letter.id);
    return { id: letter.id };
  });
}

function listRoutes(web: Web, house: House): void {
  mount(web, house, contract.listLetters, async ({ query, viewer, tx }) => {
    const all = (await listLettersOf(tx, { text: query.text })).filter((one) =>
      mayReadLetter.allows(viewer, one),
    );
    const letters = query.state ? all.filter(({ state }) => state === query.state) : all;
    const steps = await countSteps(tx);
    const count = (state: string) => all.filter((one) => one.state === state).length;
    return {
      letters: letters.map((one) => rowOf(one, steps.get(one.id))),
      counts: Object.fromEntries(letterStates.map((state) => [state, count(state)])) as never,
      mayWrite: mayWriteLetters.allows(viewer, undefined),
    };
  });
  mount(web, house, contract.listDutyLetters, async ({ params, viewer, tx }) => {
    const letters = (await listLettersOf(tx, { dutyId: params.id }))
      .filter((one) => mayReadLetter.allows(viewer, one))
      .map((one) => rowOf(one));
    if (!mayWriteLetters.allows(viewer, undefined))
      return { letters, mayWrite: false, extensions: [], difficulties: [], urges: [] };
    const urges = await urgesOf(tx, params.id, issuerOf(viewer), officeDay(house.now()));
    return { letters, mayWrite: true, urges, ...(await listUntold(tx, params.id)) };
  });
  mount(web, house, contract.suggestLetters, async ({ viewer, tx }) => {
    requirePolicy(mayWriteLetters, viewer, undefined);
    const today = officeDay(house.now());
    const issuer = issuerOf(viewer);
    const { rules } = issuer ? await rulesInForce(tx, issuer) : { rules: shippedRules };
    const since = await silentSince(tx, today, rules);
    const agencies = await countToUrge(tx, today, since);
    // Who was written to answers first: until then nobody is told to write again.
    const isWaitedFor = ({ state, dated }: LetterRecord) =>
      state === 'draft' || (state !== 'withdrawn' && dated !== null && dated >= since);
    const urges = (await listLettersOf(tx)).filter((one) => one.draftKind === 'urge' && isWaitedFor(one));
    const written = new Set(urges.flatMap(({ agencyIds }) => agencyIds));
    return {
      agencies: agencies.filter(({ id }) => id !== issuer && !written.has(id)),
      ...(await listUntold(tx)),
    };
  });
}

/**
 * A draft to change, held until the transaction ends.
 * @throws Problem 403; 409 once it has a number, or when somebody saved after `revision`
 */
export async function openDraft(
  tx: Tx,
  viewer: Viewer,
  id: string,
  revision?: number,
): Promise<LetterRecord> {
  const letter = await getLetter(tx, id, { forUpdate: true });
  requirePolicy(mayEditLetter, viewer, letter);
  if (letter.state === 'withdrawn')
    throw conflict('Dự thảo này đã rút vì cơ quan nhận đã trả lời: hãy tải lại trang để xem lý do.', {
      state: letter.state,
    });
  if (letter.state !== 'draft')
    throw conflict('Văn bản này đã được cấp số nên không sửa được nữa: hãy tải lại trang.', {
      state: letter.state,
    });
  if (revision !== undefined && revision !== letter.revision)
    throw conflict(
      `${letter.changedBy ?? 'Chương trình'} đã sửa văn bản này sau bản bạn đang mở: hãy mở bản mới; chữ bạn đang viết vẫn còn trên trang để chép lại.`,
      { revision: letter.revision },
    );
  return letter;
}

type Counted = { open: number; all: number };

const countedOf = (steps: readonly AnsweredStep[]): Counted | undefined => {
  const parts = (some: readonly AnsweredStep[]) => new Set(some.map((one) => one.assignmentId)).size;
  return steps.length ? { open: parts(steps.filter((one) => !one.answer)), all: parts(steps) } : undefined;
};

export const rowOf = (letter: LetterRecord, fromLadder?: Counted) => ({
  id: letter.id,
  draftKind: letter.draftKind,
  kind: letter.content.kind,
  title: letter.content.title,
  state: letter.state,
  issuerName: letter.issuerName,
  symbol: symbolOf(letter),
  dated: letter.dated,
  addressees: [...letter.content.addressees],
  stampedOn: letter.stampedOn,
  fromLadder: fromLadder ?? null,
  changedBy: letter.changedBy,
  changedAt: letter.changedAt.toISOString(),
});

export const tell = (
  tx: Tx,
  house: House,
  viewer: Viewer,
  id: string,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'letter',
    subjectId: id,
    kind,
    actorId: viewer.personId,
    payload,
  });
