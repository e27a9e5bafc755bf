import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { findFiling } from '#app/reports/index.ts';
import rules from '#data/ask-rules.json' with { type: 'json' };
import { type Consolidation, listTaken } from '../consolidation.store.ts';
import { type FiledToday, filedToday } from '../make-draft.ts';
import { announceChange } from '../together/announce.store.ts';
import { sayValue } from '../totals/say-total.ts';
import type { AskedOf } from './ask.contract.ts';
import { type Ask, addTurn, insertAsk, listAsks } from './ask.store.ts';
import { FIGURES } from './ask.ts';
import type { TellAsk } from './news.ts';

/** Who acts, on what, and how others hear of it. */
export type AskDesk = { tx: Tx; house: House; viewer: Viewer; tellAsk: TellAsk };

export type Question = { words: string; dueOn?: string | undefined };
type Asked = Question & { of: readonly AskedOf[]; sentenceId?: string | undefined; findingId?: string };
/** A place of a report as it is questioned. */
type Questioned = Pick<Ask, 'slot' | 'paragraphId' | 'indicator' | 'quote'> & {
  agencyReportId: string;
  agencyId: string;
  agency: string;
};

export const { value: answerWorkingDays } = rules.answerWorkingDays;
const longestQuote = 2000;

/** The day by which an answer is asked for, when nobody names one. */
export const proposedDueOn = async (tx: Tx, today: string): Promise<string> =>
  (await officeCalendar(tx)).addWorkingDays(today, answerWorkingDays);

/**
 * Puts one question to each agency. Returns their ids.
 * @throws Problem 404 where a report says no such thing; 409 while the agency is being asked about it; 422 for a past day
 */
export async function makeAsks(desk: AskDesk, draft: Consolidation, asked: Asked): Promise<string[]> {
  const { tx, house, viewer } = desk;
  const dueOn = await dueDay(desk, asked.dueOn);
  const now = await filedToday(tx, draft.periodId);
  const standing = await listAsks(tx, { consolidationId: draft.id });
  const ids: string[] = [];
  for (const one of asked.of) {
    const questioned = await questionedAt(tx, draft, now, one);
    refuseTwice(standing, questioned);
    const at = house.now();
    const made = { consolidationId: draft.id, dueOn, askedBy: viewer.personId, at };
    const from = { sentenceId: asked.sentenceId ?? null, findingId: asked.findingId ?? null };
    const id = await insertAsk(tx, { ...made, ...from, ...questioned });
    await addTurn(tx, id, { kind: 'question', words: asked.words, by: viewer.personId, at });
    const { agencyReportId, agencyId, agency, quote } = questioned;
    const place = questioned.slot ?? FIGURES;
    const told = { consolidationId: draft.id, agencyReportId, agency, place, dueOn };
    await tellLedger(desk, 'ask.asked', id, { ...told, changed: { state: [null, 'open'] } });
    const news = { askId: id, n: 1, agencyId, askedBy: viewer.personId, dueOn, title: asked.words };
    await desk.tellAsk(tx, at, {
      step: 'asked',
      by: viewer.personId,
      ...news,
      title: titleOf(news.title, quote),
    });
    ids.push(id);
  }
  await announceChange(tx, draft.id, viewer.personId);
  return ids;
}

/** The words of a question with what it is about, in one line. */
export const titleOf = (words: string, quote: string): string =>
  `${words} (${quote.length > 90 ? `${quote.slice(0, 89)}…` : quote})`;

export const tellLedger = (
  { tx, house, viewer }: AskDesk,
  kind: string,
  id: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'ask',
    subjectId: id,
    kind,
    actorId: viewer.personId,
    payload,
  });

/** @throws Problem 422 for a day that has passed */
export async function dueDay({ tx, house }: AskDesk, wanted: string | undefined): Promise<string> {
  const today = officeDay(house.now());
  if (wanted !== undefined && wanted < today)
    throw invalid('Hạn trả lời ở trước hôm nay: hãy chọn ngày từ hôm nay trở đi.');
  return wanted ?? proposedDueOn(tx, today);
}

function refuseTwice(standing: readonly Ask[], { agencyReportId, agency, ...place }: Questioned): void {
  const same = standing.some(
    (one) =>
      one.state !== 'closed' &&
      one.agencyReportId === agencyReportId &&
      one.paragraphId === place.paragraphId &&
      one.indicator === place.indicator,
  );
  if (same) throw conflict(`Đã hỏi ${agency} về chỗ này và chưa khép: hãy mở câu hỏi đó ở thẻ Hỏi lại.`);
}

/** What the agency says there: as it is filed now, else as it was taken into the draft. */
async function questionedAt(
  tx: Tx,
  draft: Consolidation,
  { board, filed, period }: FiledToday,
  of: AskedOf,
): Promise<Questioned> {
  const row = board.find(({ id }) => id === of.agencyReportId);
  if (!row) throw notFound('báo cáo của cơ quan trong kỳ này');
  const { agencyId, agencyName: agency } = row;
  const taken = (await listTaken(tx, draft.id)).find((one) => one.agencyReportId === row.id);
  const filings = [
    filed.find((one) => one.agencyReportId === row.id),
    taken && (await findFiling(tx, row.id, taken.number)),
  ].filter((one) => one !== undefined);
  const who = { agencyReportId: row.id, agencyId, agency };
  if (of.paragraphId) {
    const said = filings.flatMap((one) => one.paragraphs).find(({ id }) => id === of.paragraphId);
    if (!said) throw notFound('câu này trong báo cáo của cơ quan');
    const { slot } = said;
    return { ...who, slot, paragraphId: said.id, indicator: null, quote: said.text.slice(0, longestQuote) };
  }
  const indicator = period.definition.indicators.find(({ key }) => key === of.indicator);
  const said = filings.flatMap((one) => one.values).find((one) => one.indicator === of.indicator);
  if (!indicator || !said) throw notFound('số liệu này trong báo cáo của cơ quan');
  const value = sayValue(indicator, { ...said, named: said.counted.length });
  return {
    ...who,
    slot: null,
    paragraphId: null,
    indicator: indicator.key,
    quote: `${indicator.name}: ${value}`,
  };
}
