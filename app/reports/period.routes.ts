import { findDocument } from '#app/documents/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { agenciesOf, type Viewer } from '#app/platform/viewer.ts';
import { insertAgencyReports } from './agency-report.store.ts';
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
  mount(web, house, contract.listPeriods, async ({ viewer, tx }) => {
    const overseer = maySeeBoard.allows(viewer, undefined);
    const periods = await listPeriods(tx, overseer ? null : agenciesOf(viewer));
    const board = Map.groupBy(
      await listBoard(
        tx,
        periods.map((period) => period.id),
      ),
      (row) => row.periodId,
    );
    const today = officeDay(house.now());
    return { periods: periods.map((period) => present(viewer, period, board.get(period.id) ?? [], today)) };
  });
  mount(web, house, contract.getPeriod, async ({ params, viewer, tx }) => {
    requirePolicy(maySeeBoard, viewer, undefined);
    const period = await getPeriod(tx, params.id);
    const [board, plan] = [await listBoard(tx, [period.id]), await findDocument(tx, period.documentId)];
    return {
      ...present(viewer, period, board, officeDay(house.now())),
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
  });
  mount(web, house, contract.openPeriod, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    return open(tx, viewer, house.now(), body);
  });
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
