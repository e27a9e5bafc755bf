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
import { reportsOn } from './as-of.store.ts';
import { getDefinition } from './definition.store.ts';
import { planLabel } from './definition-of-plan.ts';
import type { periodKinds } from './definition-shape.contract.ts';
import { openPeriodOf } from './opening.ts';
import * as periodContract from './period.contract.ts';
import { type BoardRow, getPeriod, listBoard, listPeriods, type Period, setLock } from './period.store.ts';
import { mayOpenPeriods, maySeeBoard, mayUnlock } from './report.policy.ts';
import { windowFor } from './window.ts';

export function periodRoutes(web: Web, house: House): void {
  const today = () => officeDay(house.now());
  mount(web, house, periodContract.listPeriods, ({ viewer, tx }) => list(tx, viewer, today()));
  mount(web, house, periodContract.listPeriodsAsOf, ({ params, viewer, tx }) => {
    const asOf = dayAsked(params.day, today());
    return list(reportsOn(tx, asOf), viewer, asOf ?? today());
  });
  mount(web, house, periodContract.getPeriod, ({ params, viewer, tx }) =>
    show(tx, tx, viewer, params.id, today()),
  );
  mount(web, house, periodContract.getPeriodAsOf, ({ params, viewer, tx }) => {
    const asOf = dayAsked(params.day, today());
    return show(tx, reportsOn(tx, asOf), viewer, params.id, asOf ?? today());
  });
  mount(web, house, periodContract.openPeriod, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    return open(tx, viewer, house.now(), body);
  });
  mount(web, house, periodContract.lockPeriod, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayUnlock, viewer, undefined);
    return lock(tx, viewer, house.now(), params.id, body);
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
  return {
    periods: periods.map((period) => presentPeriod(viewer, period, board.get(period.id) ?? [], today)),
  };
}

async function show(tx: Tx, then: Tx, viewer: Viewer, id: string, today: string) {
  requirePolicy(maySeeBoard, viewer, undefined);
  const period = await getPeriod(then, id);
  const board = await listBoard(then, [period.id]);
  const plan = period.documentId ? await findDocument(tx, period.documentId) : null;
  return {
    ...presentPeriod(viewer, period, board, today),
    documentId: period.documentId,
    definitionId: period.definitionId,
    mayLock: mayUnlock.allows(viewer, undefined),
    planLabel: plan ? planLabel(plan) : period.definition.basis,
    basis: period.definition.basis,
    slots: period.definition.slots,
    reports: board.map((row) => ({
      id: row.id,
      agencyName: row.agencyName,
      state: row.state,
      isLate: row.isLate,
      filedAt: row.filedAt?.toISOString() ?? null,
      savedAt: row.savedAt?.toISOString() ?? null,
      isAsked: row.isAsked,
      openUntil: row.openUntil,
    })),
  };
}

type Opening = {
  definitionId: string;
  kind: (typeof periodKinds)[number];
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
  const made = await openPeriodOf(
    tx,
    definition,
    { kind, year: given.year, index: given.index, ...window },
    { openedBy: viewer.personId, at },
  );
  if (made === 'nobody') throw notFound('cơ quan nào phải gửi báo cáo này');
  if (made === 'open-already')
    throw conflict(`Kỳ "${window.name}" đã được mở: hãy mở kỳ đó trong danh sách.`);
  return made;
}

/** Nothing is filed after the day, except by exception. */
async function lock(
  tx: Tx,
  viewer: Viewer,
  at: Date,
  id: string,
  { locksOn, reason }: { locksOn: string | null; reason: string },
) {
  const period = await getPeriod(tx, id);
  if (locksOn && locksOn < period.dueOn)
    throw invalid('Ngày khóa kỳ phải từ hạn gửi trở đi: hãy chọn lại.', [
      { path: 'locksOn', message: 'Ngày khóa ở trước hạn gửi.' },
    ]);
  await setLock(tx, id, locksOn);
  await appendEvent(tx, at, {
    subjectKind: 'report-period',
    subjectId: id,
    kind: 'report-period.locked',
    actorId: viewer.personId,
    payload: { reason, name: period.name, changed: { locksOn: [period.locksOn, locksOn] } },
  });
  return { locksOn };
}

export function presentPeriod(viewer: Viewer, period: Period, board: readonly BoardRow[], today: string) {
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
    locksOn: period.locksOn,
    isLocked: period.locksOn !== null && today > period.locksOn,
    counts: {
      expected: seen.length,
      draft: count('draft'),
      submitted: count('submitted'),
      returned: count('returned'),
      accepted: count('accepted'),
      late: seen.filter((row) => row.isLate).length,
      onTime: seen.filter((row) => hasFiled(row) && !row.isLate).length,
    },
    mine: board
      .filter((row) => own.includes(row.agencyId))
      .map(({ id, agencyName, state }) => ({ id, agencyName, state })),
  };
}

const hasFiled = ({ state }: BoardRow): boolean => state === 'submitted' || state === 'accepted';
