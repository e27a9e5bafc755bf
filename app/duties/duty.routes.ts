import { officeCalendar } from '#app/office-calendar/index.ts';
import { dayAsked } from '#app/platform/as-of.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import * as contract from './duty.contract.ts';
import { getDutyRecord } from './duty.store.ts';
import { queryDuties } from './duty-lines.store.ts';
import { listFilterChoices } from './duty-list.store.ts';
import { presentDuty } from './duty-record.ts';
import { presentList } from './duty-rows.ts';
import { filterAsked } from './filter-asked.ts';

const PAGE = 50;

export function listAndShowRoutes(web: Web, house: House): void {
  mount(web, house, contract.listDuties, async ({ query, viewer, tx }) => {
    const now = officeDay(house.now());
    const { sort, down, by, page, asOf: asked, ...asks } = query;
    const asOf = dayAsked(asked, now);
    const today = asOf ?? now;
    const list = await queryDuties(
      tx,
      filterAsked(asks, viewer),
      { sort, down, by },
      { page, size: PAGE, today, asOf },
    );
    return presentList(list, today);
  });
  mount(web, house, contract.listDutyFilters, ({ tx }) => listFilterChoices(tx));
  mount(web, house, contract.showDuty, async ({ params, viewer, tx }) =>
    presentDuty(await getDutyRecord(tx, params.id, null), {
      viewer,
      today: officeDay(house.now()),
      asOf: null,
      calendar: await officeCalendar(tx),
    }),
  );
  mount(web, house, contract.showDutyAsOf, async ({ params, viewer, tx }) => {
    const now = officeDay(house.now());
    const asOf = dayAsked(params.day, now);
    const calendar = await officeCalendar(tx);
    return presentDuty(await getDutyRecord(tx, params.id, asOf), {
      viewer,
      today: asOf ?? now,
      asOf,
      calendar,
    });
  });
}
