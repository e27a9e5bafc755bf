import { appendEvent, listEvents } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { checkHolidays, explainCount, type Holiday, makeCalendar } from '#libraries/calendar/index.ts';
import * as contract from './holiday.contract.ts';
import { mayKeepHolidays } from './holiday.policy.ts';
import { dropHolidayChange, listHolidayChanges, officeCalendar, putHolidayChange } from './holiday.store.ts';
import { findShipped, officeTable, rowsInForce } from './office-table.ts';

/** The office's calendar: read by all, kept by the administrator. */
export function officeCalendarRoutes(web: Web, house: House): void {
  mount(web, house, contract.listHolidays, async ({ query, viewer, tx }) => {
    const table = officeTable(await listHolidayChanges(tx));
    return {
      years: makeCalendar(rowsInForce(table)).years,
      rows: table.filter((row) => row.date.startsWith(`${query.year}-`)),
      mayKeep: mayKeepHolidays.allows(viewer, undefined),
      calendarId: (await listEvents(tx, 'calendar', viewer.tenantId)).length ? viewer.tenantId : null,
    };
  });
  mount(web, house, contract.countWorkingDays, async ({ query, tx }) => {
    const calendar = await officeCalendar(tx);
    const due = calendar.addWorkingDays(query.from, query.days);
    return { due, explained: explainCount(calendar, query.from, due) };
  });
  mount(web, house, contract.saveHoliday, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayKeepHolidays, viewer, undefined);
    const row: Holiday = { date: params.date, ...body };
    const [wrong] = checkHolidays([row]);
    if (wrong) throw invalid(wrong, [{ path: 'kind', message: wrong }]);
    const before = await findRow(tx, row.date);
    await putHolidayChange(tx, { ...row, isLeftOut: false }, house.now());
    await tell(tx, house, viewer, 'calendar.holiday-saved', { row, before });
    return { ok: true as const };
  });
  mount(web, house, contract.leaveOutHoliday, async ({ params, viewer, tx }) => {
    requirePolicy(mayKeepHolidays, viewer, undefined);
    const before = await findRow(tx, params.date);
    if (!before) throw notFound('ngày này trong lịch nghỉ');
    const shipped = findShipped(params.date);
    if (shipped) await putHolidayChange(tx, { ...shipped, isLeftOut: true }, house.now());
    else await dropHolidayChange(tx, params.date);
    await tell(tx, house, viewer, 'calendar.holiday-left-out', { before });
    return { ok: true as const };
  });
  mount(web, house, contract.restoreHoliday, async ({ params, viewer, tx }) => {
    requirePolicy(mayKeepHolidays, viewer, undefined);
    const shipped = findShipped(params.date);
    if (!shipped) throw notFound('ngày này trong lịch đi kèm chương trình');
    await dropHolidayChange(tx, params.date);
    await tell(tx, house, viewer, 'calendar.holiday-restored', { row: shipped });
    return { ok: true as const };
  });
}

const findRow = async (tx: Tx, date: string) =>
  rowsInForce(officeTable(await listHolidayChanges(tx))).find((row) => row.date === date) ?? null;

/** A province has one calendar: its chain in the ledger bears the id of the province. */
const tell = (tx: Tx, house: House, viewer: Viewer, kind: string, payload: Record<string, unknown>) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'calendar',
    subjectId: viewer.tenantId,
    kind,
    actorId: viewer.personId,
    payload,
  });
