import { findDocument } from '#app/documents/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import { dayAsked } from '#app/platform/as-of.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import { insertAgencyReports } from './agency-report.store.ts';
import { reportsOn } from './as-of.store.ts';
import { windowFor } from './definition.routes.ts';
import { getDefinition } from './definition.store.ts';
import { planLabel } from './definition-of-plan.ts';
import {
  type BoardRow,
  getPeriod,
  insertPeriod,
  listBoard,
  listPeriods,
  type Period,
} from './period.store.ts';
import { listBoundAgencies } from './plan.store.ts';
import * as contract from './report.contract.ts';
import { mayOpenPeriods, maySeeBoard } from './report.policy.ts';

export function periodRoutes(web: Web, house: House): void {
  const today = () => officeDay(house.now());
  mount(web, house, contract.listPeriods, ({ viewer, tx }) => list(tx, viewer, today()));
  mount(web, house, contract.listPeriodsAsOf, ({ params, viewer, tx }) => {
    const asOf = dayAsked(params.day, today());
    return list(reportsOn(tx, asOf), viewer, asOf ?? today());
  });
  mount(web, house, contract.getPeriod, ({ params, viewer, tx }) => show(tx, tx, viewer, params.id, today()));
  mount(web, house, contract.getPeriodAsOf, ({ params, viewer, tx }) => {
    const asOf = dayAsked(params.day, today());
    return show(tx, reportsOn(tx, asOf), viewer, params.id, asOf ?? today());
  });
  mount(web, house, contract.openPeriod, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    return open(tx, viewer, house.now(), body);
  });
}

/** `then` speaks of the day that is asked for; so do all that read from it. */
async function list(then: Tx, viewer: Viewer, today: string) {
  const overseer = maySeeBoard.allows(viewer, undefined);
  const periods = await listPeriods(then, overseer ? null : agenciesOf(viewer));
  const board = Map.groupBy(
    await listBoard(
      then,
      periods.map((period) => period.id),
    ),
    (row) => row.periodId,
  );
  return { periods: periods.map((period) => present(viewer, period, board.get(period.id) ?? [], today)) };
}

async function show(tx: Tx, then: Tx, viewer: Viewer, id: string, today: string) {
  requirePolicy(maySeeBoard, viewer, undefined);
  const period = await getPeriod(then, id);
  const [board, plan] = [await listBoard(then, [period.id]), await findDocument(tx, period.documentId)];
  return {
    ...present(viewer, period, board, today),
    documentId: period.documentId,
    planLabel: plan ? planLabel(plan) : '',
    basis: period.definition.basis,
    slots: period.definition.slots,
    reports: board.map((row) => ({
      id: row.id,
      agencyName: row.agencyName,
      state: row.state,
      isLate: row.isLate,
      filedAt: row.filedAt?.toISOString() ?? null,
      savedAt: row.savedAt?.toISOString() ?? null,
    })),
  };
}

type Opening = {
  definitionId: string;
  kind: (typeof contract.periodKinds)[number];
  year: number;
  index: number;
  name?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  dueOn?: string | undefined;
};

async function open(tx: Tx, viewer: Viewer, at: Date, given: Opening) {
  const definition = await getDefinition(tx, given.definitionId);
  const { kind } = given;
  const named =
    kind === 'own'
      ? { name: given.name!, from: given.from!, to: given.to!, dueOn: given.dueOn! }
      : windowFor(await officeCalendar(tx), definition.content, { ...given, kind });
  const window = { ...named, dueOn: given.dueOn ?? named.dueOn };
  if (window.from > window.to)
    throw invalid('Ngày đầu kỳ ở sau ngày cuối kỳ: hãy chọn lại.', [
      { path: 'from', message: 'Ngày đầu kỳ ở sau ngày cuối kỳ.' },
    ]);
  const agencies = await listBoundAgencies(tx, definition.documentId);
  if (!agencies.length) throw notFound('cơ quan nào có nhiệm vụ trong kế hoạch này');
  const id = await insertPeriod(tx, {
    ...given,
    ...window,
    definitionVersion: definition.version,
    openedBy: viewer.personId,
    at,
  });
  if (!id) throw conflict(`Kỳ "${window.name}" đã được mở: hãy mở kỳ đó trong danh sách.`);
  await insertAgencyReports(tx, id, agencies);
  await appendEvent(tx, at, {
    subjectKind: 'report-period',
    subjectId: id,
    kind: 'report-period.opened',
    actorId: viewer.personId,
    payload: {
      name: window.name,
      from: window.from,
      to: window.to,
      dueOn: window.dueOn,
      expected: agencies.length,
    },
  });
  return { id, expected: agencies.length };
}

function present(viewer: Viewer, period: Period, board: readonly BoardRow[], today: string) {
  const own = agenciesOf(viewer);
  const seen = maySeeBoard.allows(viewer, undefined)
    ? board
    : board.filter((row) => own.includes(row.agencyId));
  const count = (state: BoardRow['state']) => seen.filter((row) => row.state === state).length;
  return {
    id: period.id,
    name: period.name,
    reportName: period.definition.name,
    from: period.from,
    to: period.to,
    dueOn: period.dueOn,
    isOver: today > period.dueOn,
    counts: {
      expected: seen.length,
      draft: count('draft'),
      submitted: count('submitted'),
      returned: count('returned'),
      accepted: count('accepted'),
      late: seen.filter((row) => row.isLate).length,
    },
    mine: board
      .filter((row) => own.includes(row.agencyId))
      .map(({ id, agencyName, state }) => ({ id, agencyName, state })),
  };
}
