import { officeCalendar } from '#app/office-calendar/index.ts';
import { dayAsked } from '#app/platform/as-of.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { actionsFor } from '../assignment.ts';
import { relationsTo } from '../duty.policy.ts';
import { listFilterChoices } from '../duty-list.store.ts';
import { filterAsked } from '../filter-asked.ts';
import { boardStates } from './board/board.ts';
import { daysOfMonth } from './calendar/month.ts';
import * as contract from './views.contract.ts';
import * as store from './views.store.ts';

/** Duties of one month that are named; the counts of its days tell of all. */
const MOST_OF_MONTH = 500;

/** The same duties under the same conditions, as a matrix, along time, by day and by state. */
export function viewRoutes(web: Web, house: House): void {
  const whenOf = (asked: string | undefined) => {
    const now = officeDay(house.now());
    const asOf = dayAsked(asked, now);
    return { today: asOf ?? now, asOf };
  };
  mount(web, house, contract.showMatrix, async ({ query, viewer, tx }) => {
    const { asOf, ...asks } = query;
    const all = await store.countMatrix(tx, filterAsked(asks, viewer), whenOf(asOf));
    const { groups, documents } = await listFilterChoices(tx);
    // Groups of two plans have nothing in common: without one asked for, the newest that has something here.
    const shown = documents.find(({ id }) => all.some(({ documentId }) => documentId === id));
    const counts = all.filter(({ documentId }) => documentId === shown?.id);
    const symbolOf = new Map(documents.map(({ id, symbol }) => [id, symbol]));
    const there = new Set(counts.map(({ documentId, path }) => `${documentId} ${path}`));
    return {
      symbol: shown?.symbol ?? null,
      isOneOfMany: counts.length < all.length,
      counts,
      groups: groups
        .filter(({ documentId, path }) => there.has(`${documentId} ${path}`))
        .map((group) => ({ ...group, symbol: symbolOf.get(group.documentId) ?? null })),
      agencies: await store.listAgencyNames(
        tx,
        counts.map(({ agencyId }) => agencyId),
        whenOf(asOf).asOf,
      ),
    };
  });
  mount(web, house, contract.listSpans, async ({ query, viewer, tx }) => {
    const { asOf, sort, down, by, page, size, ...asks } = query;
    const when = whenOf(asOf);
    const order = { sort, down, by };
    const spans = await store.listSpans(tx, filterAsked(asks, viewer), order, { ...when, page, size });
    return { today: when.today, ...spans };
  });
  mount(web, house, contract.listDaysOff, async ({ params, query, viewer, tx }) => {
    const { asOf, ...asks } = query;
    const when = whenOf(asOf);
    const days = daysOfMonth(params.month);
    const filter = { ...filterAsked(asks, viewer), dueFrom: days[0]!, dueTo: days.at(-1)! };
    const calendar = await officeCalendar(tx);
    const spans = await store.listSpans(
      tx,
      filter,
      { sort: 'due', down: false },
      { ...when, page: 1, size: MOST_OF_MONTH },
    );
    return {
      today: when.today,
      daysOff: days
        .filter((day) => !calendar.isWorkingDay(day))
        .map((day) => ({ day, name: calendar.findHoliday(day)?.name ?? null })),
      due: await store.countDueDays(tx, filter, when),
      ...spans,
    };
  });
  mount(web, house, contract.showBoard, async ({ query, viewer, tx }) => {
    const { asOf, most, ...asks } = query;
    const when = whenOf(asOf);
    const cards = await store.listCards(tx, filterAsked(asks, viewer), when, most);
    return {
      columns: boardStates.map((state) => {
        const own = cards.filter((card) => card.state === state);
        return {
          state,
          total: own[0]?.total ?? 0,
          cards: own.map((card) => ({
            ...card,
            // What stood on a past day is looked at, not changed.
            actions: when.asOf ? [] : actionsFor(state, relationsTo(viewer, card)),
          })),
        };
      }),
    };
  });
}
