import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import { explainCount } from '#libraries/calendar/index.ts';
import { countNewIn, findDutyFacts } from './action.store.ts';
import type { ActionShown } from './home.contract.ts';
import type { NextAction } from './next-actions.ts';

/** What the sentences of today's first actions need: where the work stands, and how long is left in working days. */
export async function sayActions(
  tx: Tx,
  viewer: Viewer,
  actions: readonly NextAction[],
  today: string,
): Promise<ActionShown[]> {
  const facts = await findDutyFacts(
    tx,
    actions.map(({ item }) => item.id),
  );
  const calendar = await officeCalendar(tx);
  const shown: ActionShown[] = [];
  for (const { key, item, count } of actions) {
    const duty = facts.get(item.id);
    const isNew = key === 'not-received' && duty;
    const dueOn = key === 'not-received' || key === 'parts-to-confirm' ? null : item.dueOn;
    const days = dueOn
      ? dueOn < today
        ? -calendar.countWorkingDays(dueOn, today)
        : calendar.countWorkingDays(today, dueOn)
      : null;
    shown.push({
      key,
      count: isNew ? await countNewIn(tx, duty.documentId, agenciesOf(viewer)) : count,
      id: item.id,
      title: item.title,
      note: item.note,
      documentId: duty?.documentId ?? null,
      document: duty?.document || null,
      path: duty?.path ?? null,
      isRequest: duty?.isRequest ?? false,
      dueOn,
      daysLeft: days,
      clock: dueOn ? explainCount(calendar, today, dueOn) : null,
    });
  }
  return shown;
}
