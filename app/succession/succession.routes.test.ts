import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { showFigures } from '#app/figures/figures.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { publishPlan217 } from '#app/reports/plan-217.test-data.ts';
import { getPeriod, listPeriods, makeDefinition, openPeriod } from '#app/reports/report.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  applySuccession,
  type ChangeGiven,
  chooseSuccessor,
  draftSuccession,
  listSuccessions,
  showSuccession,
  undoSuccession,
} from './succession.contract.ts';

let t: TestHouse;
let admin: Person;
let focal: Person;
const ids = new Map<string, string>();

beforeAll(async () => {
  t = await openTestHouse();
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    await tx.updateTable('membership').set({ valid_from: '2022-10-21' }).execute();
    for (const row of await tx.selectFrom('agency').select(['id', 'name']).execute())
      ids.set(row.name, row.id);
  });
  await day('2022-11-01');
});
afterAll(() => t.close());

const idOf = (name: string) => ids.get(name)!;
/** Time passes; sessions do not last that long. */
const day = async (text: string) => {
  t.setNow(new Date(`${text}T02:00:00Z`));
  admin = await t.as('quantri@example.vn');
  focal = await t.as('daumoi@example.vn');
};
const target = (name: string, field = '') => ({ id: idOf(name), field });
const draft = async (given: Partial<ChangeGiven>) => {
  const { id } = await admin.call(draftSuccession, {
    body: {
      kind: 'merge',
      on: '2025-07-01',
      basis: 'Nghị quyết của HĐND thành phố',
      mark: 'verified',
      from: [],
      to: [],
      ...given,
    },
  });
  return id;
};
const look = (id: string) => admin.call(showSuccession, { params: { id } });
const apply = async (id: string, confirmed = false) =>
  admin.call(applySuccession, {
    params: { id },
    body: { fingerprint: (await look(id)).fingerprint, confirmed },
  });
const OLD = 'Sở Thông tin và Truyền thông';
const NEW = 'Sở Khoa học và Công nghệ';
const figures = async () => {
  const { overall, agencies } = await focal.call(showFigures, { query: {} });
  const of = (name: string) => {
    const counts = agencies.find((one) => one.name === name)?.counts;
    return counts
      ? counts['done-in-time'] + counts['done-late'] + counts['open-in-time'] + counts['open-late']
      : 0;
  };
  return { overall, both: of(OLD) + of(NEW) };
};
/** The agency that will end holds III.4; it, its successor and two others each have a part in III.11.b. */
const giveParts = () =>
  inTenant(t.house.db, t.tenantId, async (tx) => {
    const duties = await tx.selectFrom('duty').select(['id', 'path']).execute();
    const parts = (path: string, names: string[]) => {
      const dutyId = duties.find((duty) => duty.path === path)!.id;
      return names.map((name) => ({
        duty_id: dutyId,
        agency_id: idOf(name),
        printed_name: name,
        role: 'holder' as const,
        leads: false,
        due_on: '2025-12-15',
        changed_at: t.house.now(),
      }));
    };
    await tx
      .deleteFrom('assignment')
      .where(
        'duty_id',
        'in',
        duties.filter((duty) => duty.path.startsWith('III.4.')).map((duty) => duty.id),
      )
      .execute();
    await tx
      .insertInto('assignment')
      .values([...parts('III.4.a', [OLD]), ...parts('III.4.b', [OLD]), ...parts('III.11.b', [OLD, NEW])])
      .execute();
  });
/** Everything a succession could touch, row by row. */
const everyRow = () =>
  inTenant(t.house.db, t.tenantId, async (tx) => ({
    agencies: await tx.selectFrom('agency').selectAll().orderBy('id').execute(),
    names: await tx.selectFrom('agency_name').selectAll().orderBy('id').execute(),
    parents: await tx.selectFrom('agency_parent').selectAll().orderBy('id').execute(),
    parts: await tx.selectFrom('assignment').selectAll().orderBy('id').execute(),
    duties: await tx.selectFrom('duty').selectAll().orderBy('id').execute(),
    reports: await tx.selectFrom('agency_report').selectAll().orderBy('id').execute(),
    people: await tx
      .selectFrom('membership')
      .selectAll()
      .orderBy('person_id')
      .orderBy('agency_id')
      .orderBy('role')
      .execute(),
    handovers: await tx.selectFrom('assignment_handover').selectAll().execute(),
    links: await tx.selectFrom('agency_succession').selectAll().execute(),
  }));

test('replay: the report of 2022 names the agency of its day, the duty of 2025 its successor, sums are equal, undo restores all', async () => {
  const plan = await publishPlan217(t.house, t.tenantId, { withGroups: false });
  await giveParts();
  const { id: definitionId } = await focal.call(makeDefinition, { body: { documentId: plan } });
  const open = (year: number) =>
    focal.call(openPeriod, { body: { definitionId, kind: 'year', year, index: 1 } });
  const period2022 = await open(2022);
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('agency_report').set({ state: 'accepted' }).where('agency_id', '=', idOf(OLD)).execute(),
  );
  await day('2025-06-20');
  const period2025 = await open(2025);
  await day('2025-07-02');
  const [before, rows] = [await figures(), await everyRow()];

  const id = await draft({ from: [idOf(OLD)], to: [target(NEW)] });
  expect(await everyRow()).toEqual(rows);
  const preview = await look(id);
  expect(preview.hindrance).toBeNull();
  expect(preview.sums.addUp).toBe(true);
  expect(
    preview.moves.filter((move) => move.what === 'part').map((move) => move.label.split(',')[0]),
  ).toEqual(['III.4.a', 'III.4.b', 'III.11.b']);
  await apply(id);

  const board2022 = await focal.call(getPeriod, { params: { id: period2022.id } });
  expect(board2022.reports.map((report) => report.agencyName)).toContain(OLD);
  const board2025 = await focal.call(getPeriod, { params: { id: period2025.id } });
  expect(board2025.reports.map((report) => report.agencyName)).not.toContain(OLD);
  expect(board2025.reports.filter((report) => report.agencyName === NEW)).toHaveLength(1);
  const list = await focal.call(listDuties, { query: { agency: idOf(NEW) } });
  expect(list.rows.map((row) => row.path)).toContain('III.4.a');
  expect((await focal.call(listDuties, { query: { agency: idOf(OLD) } })).total).toBe(0);
  expect(await figures()).toEqual(before);

  const undone = await admin.call(undoSuccession, { params: { id }, body: { reason: 'Thử lại' } });
  expect(undone.restored).toBe(preview.moves.length);
  expect(await everyRow()).toEqual(rows);
  expect(await figures()).toEqual(before);
});
