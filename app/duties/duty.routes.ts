import { officeCalendar } from '#app/office-calendar/index.ts';
import { dayAsked } from '#app/platform/as-of.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import { dutiesAsOf } from './as-of.store.ts';
import { actionsFor } from './assignment.ts';
import { countOfPart } from './count-of-part.ts';
import * as contract from './duty.contract.ts';
import { relationsTo } from './duty.policy.ts';
import { getDuty, listAssignments } from './duty.store.ts';
import { summarise } from './duty.ts';
import { queryDuties } from './duty-lines.store.ts';
import { type ListedDuty, listFilterChoices } from './duty-list.store.ts';
import { filterAsked } from './filter-asked.ts';
import { cellOf } from './four-cells.ts';
import { withPresentUnits } from './present-units.ts';
import { listProgress } from './progress.store.ts';

const PAGE = 50;
/** A group of 35 agencies would fill a screen: a list names the first of them and counts the rest. */
const NAMED_IN_LIST = 4;

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
    return { ...list, rows: list.rows.map((row) => presentRow(row, today)) };
  });
  mount(web, house, contract.listDutyFilters, ({ tx }) => listFilterChoices(tx));
  mount(web, house, contract.showDuty, ({ params, viewer, tx }) =>
    present(tx, params.id, viewer, officeDay(house.now()), null),
  );
  mount(web, house, contract.showDutyAsOf, ({ params, viewer, tx }) => {
    const now = officeDay(house.now());
    const asOf = dayAsked(params.day, now);
    return present(tx, params.id, viewer, asOf ?? now, asOf);
  });
}

function presentRow(row: ListedDuty, today: string) {
  const parts = row.parts.map((part) => ({
    ...part,
    cell: cellOf({ ...part, isRequest: row.isRequest }, today),
  }));
  return {
    ...row,
    summary: summarise(row.parts),
    parts: (['holder', 'coordinator'] as const).flatMap((role) =>
      parts.filter((part) => part.role === role).slice(0, NAMED_IN_LIST),
    ),
  };
}

async function present(tx: Tx, id: string, viewer: Viewer, today: string, asOf: string | null) {
  const then = dutiesAsOf(tx, asOf);
  const { begin, end, taskGroups, groups, ...duty } = await getDuty(then, id);
  const parts = await withPresentUnits(tx, await listAssignments(then, id), today);
  const assignments = parts.map((part) => ({
    ...part,
    completedOn: part.completedAt ? officeDay(part.completedAt) : null,
  }));
  const calendar = await officeCalendar(tx);
  const summary = summarise(assignments);
  const progress = await listProgress(tx, { dutyId: id, ...(asOf ? { to: asOf } : {}) });
  return {
    ...duty,
    asOf,
    span: [begin, end] as [number, number],
    summary,
    cell: cellOf(
      { ...summary, dueOn: duty.dueOn, stoppedOn: duty.stoppedOn, isRequest: duty.isRequest },
      today,
    ),
    taskGroups: taskGroups.map((path) => groups.find((group) => group.path === path) ?? { path, start: '' }),
    parts: assignments.map((part) => ({
      ...part,
      receivedAt: part.receivedAt?.toISOString() ?? null,
      completedAt: part.completedAt?.toISOString() ?? null,
      confirmedAt: part.confirmedAt?.toISOString() ?? null,
      cell: cellOf({ ...part, isRequest: duty.isRequest }, today),
      clock: countOfPart(part, duty.isRequest, calendar, today),
      isOwn: !asOf && agenciesOf(viewer).includes(part.agencyId),
      // A day that has passed is read, not worked on.
      actions: asOf ? [] : actionsFor(part.state, relationsTo(viewer, part)),
    })),
    progress: progress.map((entry) => ({ ...entry, createdAt: entry.createdAt.toISOString() })),
  };
}
