import type { AskNews } from '#app/consolidation/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { insertNotices, listMutes } from './notice.store.ts';
import { recipientsOf } from './recipients.ts';
import { listHolders } from './subject.store.ts';

/** Tells whom a question asked back concerns: its agency what is asked and that it is closed, who asked the answer. */
export async function tellAsk(tx: Tx, at: Date, news: AskNews): Promise<void> {
  const day = officeDay(at);
  const holders = await listHolders(tx, day);
  const ofAgency = () => recipientsOf({ actor: { agencyId: news.agencyId } }, 'doer', holders);
  const asker = holders.find(({ personId }) => personId === news.askedBy);
  const ofAskers = () =>
    asker
      ? [asker.substituteId ?? asker.personId]
      : holders.filter(({ role }) => role === 'focal-officer').map(({ personId }) => personId);
  const readers = news.step === 'ask-answered' ? ofAskers() : ofAgency();
  const mutes = new Set((await listMutes(tx)).map(({ personId, subjectId }) => `${personId} ${subjectId}`));
  const notices = [...new Set(readers)]
    .filter((personId) => personId !== news.by)
    .map((personId) => ({
      personId,
      subjectKind: 'ask' as const,
      subjectId: news.askId,
      dutyId: null,
      step: `${news.step}:${news.n}`,
      anchorOn: day,
      dueOn: news.dueOn,
      isRequest: false,
      level: 'doer' as const,
      channel: news.step === 'ask-closed' ? ('app' as const) : ('mail' as const),
      title: news.title.slice(0, 300),
      agencyId: news.agencyId,
      sentBy: news.by,
      muted: mutes.has(`${personId} ${news.askId}`),
    }));
  await insertNotices(tx, notices, at);
}
