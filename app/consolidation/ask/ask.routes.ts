import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { getAgencyReport, getPeriod } from '#app/reports/index.ts';
import { explainCount } from '#libraries/calendar/index.ts';
import { type Consolidation, getConsolidation } from '../consolidation.store.ts';
import { getFinding } from '../findings/finding.store.ts';
import { reopenKept } from '../findings/reopen-finding.ts';
import { announceChange } from '../together/announce.store.ts';
import * as contract from './ask.contract.ts';
import { mayAnswerAsk, mayAskBack, mayReadAsk } from './ask.policy.ts';
import { type Ask, addTurn, countUnclosed, getAsk, listAsks, listTurns, setAsk } from './ask.store.ts';
import { isLateAsk, placeOfAsk } from './ask.ts';
import {
  type AskDesk,
  answerWorkingDays,
  dueDay,
  makeAsks,
  proposedDueOn,
  tellLedger,
  titleOf,
} from './make-asks.ts';
import type { AskNews, TellAsk } from './news.ts';

/** What is questioned goes to its agency, is answered there, and is closed by those who asked. */
export function askRoutes(web: Web, house: House, tellAsk: TellAsk): void {
  const today = () => officeDay(house.now());
  mount(web, house, contract.listAsks, async ({ params, viewer, tx }) => {
    requirePolicy(mayAskBack, viewer, undefined);
    const one = await getConsolidation(tx, params.id);
    return {
      asks: await present(tx, viewer, await listAsks(tx, { consolidationId: one.id }), today()),
      proposedDueOn: await proposedDueOn(tx, today()),
      answerWorkingDays,
      mayAsk: one.state === 'draft',
    };
  });
  mount(web, house, contract.makeAsks, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayAskBack, viewer, undefined);
    const draft = await openDraft(tx, params.id);
    return { ids: await makeAsks({ tx, house, viewer, tellAsk }, draft, body) };
  });
  mount(web, house, contract.listReportAsks, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadAsk, viewer, await getAgencyReport(tx, params.id));
    return { asks: await present(tx, viewer, await listAsks(tx, { agencyReportId: params.id }), today()) };
  });
  mount(web, house, contract.getAsk, async ({ params, viewer, tx }) => {
    const ask = await getAsk(tx, params.id);
    requirePolicy(mayReadAsk, viewer, ask);
    return presentOne(tx, viewer, ask.id, today());
  });
  turnRoutes(web, house, tellAsk);
}

/** What is said on a question: each turn moves it on. */
function turnRoutes(web: Web, house: House, tellAsk: TellAsk): void {
  const today = () => officeDay(house.now());
  mount(web, house, contract.answerAsk, async ({ params, body, viewer, tx }) => {
    const desk = { tx, house, viewer, tellAsk };
    const ask = await getAsk(tx, params.id, { forUpdate: true });
    requirePolicy(mayAnswerAsk, viewer, ask);
    if (ask.state === 'closed') throw conflict('Câu hỏi này đã khép nên không cần trả lời nữa.');
    await turn(desk, ask, { kind: 'answer', ...body }, { state: 'answered' });
    return presentOne(tx, viewer, ask.id, today());
  });
  mount(web, house, contract.askFurther, async ({ params, body, viewer, tx }) => {
    const desk = { tx, house, viewer, tellAsk };
    requirePolicy(mayAskBack, viewer, undefined);
    const ask = await getAsk(tx, params.id, { forUpdate: true });
    if (ask.state !== 'answered')
      throw conflict('Chỉ hỏi tiếp khi cơ quan đã trả lời và câu hỏi chưa khép: hãy tải lại trang.');
    const dueOn = await dueDay(desk, body.dueOn);
    const next = { state: 'open' as const, dueOn, askedBy: viewer.personId };
    await turn(desk, ask, { kind: 'question', words: body.words }, next);
    return presentOne(tx, viewer, ask.id, today());
  });
  mount(web, house, contract.closeAsk, async ({ params, body, viewer, tx }) => {
    const desk = { tx, house, viewer, tellAsk };
    requirePolicy(mayAskBack, viewer, undefined);
    const ask = await getAsk(tx, params.id, { forUpdate: true });
    if (ask.state === 'closed') throw conflict('Câu hỏi này đã khép rồi.');
    if (ask.state === 'open' && body.words.length < 3)
      throw invalid('Cơ quan chưa trả lời: hãy ghi vì sao thôi hỏi.');
    await turn(desk, ask, { kind: 'end', words: body.words }, { state: 'closed' });
    await decideAnew(desk, ask);
    return presentOne(tx, viewer, ask.id, today());
  });
}

/** @throws Problem 404; 409 once it is issued */
async function openDraft(tx: Tx, id: string): Promise<Consolidation> {
  const draft = await getConsolidation(tx, id);
  if (draft.state === 'issued')
    throw conflict('Báo cáo đã ban hành: muốn hỏi lại thì mở bản sửa đổi rồi hỏi ở đó.');
  return draft;
}

type Said = { kind: 'question' | 'answer' | 'end'; words: string; wantsReturn?: boolean };
const steps = { question: 'asked', answer: 'ask-answered', end: 'ask-closed' } as const;
const kinds = { question: 'ask.asked-further', answer: 'ask.answered', end: 'ask.closed' } as const;

/** Writes a turn, moves the question on, tells the ledger, and whoever has to hear of it. */
async function turn(desk: AskDesk, ask: Ask, said: Said, next: Parameters<typeof setAsk>[2]): Promise<void> {
  const { tx, house, viewer } = desk;
  const at = house.now();
  const n = await addTurn(tx, ask.id, { ...said, by: viewer.personId, at });
  await setAsk(tx, ask.id, next);
  const dueOn = next.dueOn ?? ask.dueOn;
  const { agency, agencyId } = ask;
  await tellLedger(desk, kinds[said.kind], ask.id, {
    agency,
    n,
    ...(said.kind === 'end' && said.words ? { reason: said.words } : {}),
    changed: {
      state: [ask.state, next.state],
      ...(dueOn === ask.dueOn ? {} : { dueOn: [ask.dueOn, dueOn] }),
    },
  });
  const news: AskNews = {
    step: steps[said.kind],
    askId: ask.id,
    n,
    agencyId,
    askedBy: next.askedBy ?? ask.askedBy,
    by: viewer.personId,
    dueOn,
    title: titleOf(said.words || ask.quote, ask.quote),
  };
  await desk.tellAsk(tx, at, news);
  await announceChange(tx, ask.consolidationId, viewer.personId);
}

/** "Ask the agency" put a finding off: once all its questions are closed it waits for its decision again. */
async function decideAnew(
  { tx, house, viewer }: AskDesk,
  { findingId, consolidationId }: Ask,
): Promise<void> {
  if (!findingId || (await countUnclosed(tx, findingId))) return;
  const draft = await getConsolidation(tx, consolidationId, { forUpdate: true });
  const finding = await getFinding(tx, consolidationId, findingId);
  if (draft.state === 'issued' || finding.decision !== 'ask') return;
  await reopenKept(tx, viewer, draft, finding, house.now());
}

const presentOne = async (tx: Tx, viewer: Viewer, id: string, today: string) =>
  (await present(tx, viewer, [await getAsk(tx, id)], today))[0]!;

async function present(tx: Tx, viewer: Viewer, asks: readonly Ask[], today: string) {
  const calendar = await officeCalendar(tx);
  const turns = Map.groupBy(
    await listTurns(
      tx,
      asks.map(({ id }) => id),
    ),
    ({ askId }) => askId,
  );
  const periods = new Map<string, Awaited<ReturnType<typeof getPeriod>>>();
  for (const { periodId } of asks)
    if (!periods.has(periodId)) periods.set(periodId, await getPeriod(tx, periodId));
  return asks.map(({ periodId, agencyId, askedBy: _, slot, ...ask }) => ({
    ...ask,
    place: placeOfAsk({ slot }),
    placeName: nameOf(periods.get(periodId)!.definition, { slot, indicator: ask.indicator }),
    isLate: isLateAsk(ask, today),
    clock: ask.state === 'open' ? explainCount(calendar, today, ask.dueOn) : null,
    turns: (turns.get(ask.id) ?? []).map(({ askId: _id, at, ...said }) => ({
      ...said,
      at: at.toISOString(),
    })),
    mayAnswer: ask.state !== 'closed' && mayAnswerAsk.allows(viewer, { agencyId }),
    mayClose: ask.state !== 'closed' && mayAskBack.allows(viewer),
  }));
}

type Named = { key: string; heading: string };

function nameOf(
  { slots, indicators }: { slots: readonly Named[]; indicators: readonly { key: string; name: string }[] },
  { slot, indicator }: { slot: string | null; indicator: string | null },
): string {
  if (indicator) return indicators.find(({ key }) => key === indicator)?.name ?? indicator;
  const heading = slots.find(({ key }) => key === slot)?.heading;
  return heading ? `${slot}. ${heading}` : (slot ?? '');
}
