import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDuties } from '#app/duties/duty.contract.ts';
import { cells, countCells, refreshDuty } from '#app/duties/index.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { type Counts, showFigures } from './figures.contract.ts';

let t: TestHouse;
let leader: Person;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-20T02:00:00Z'));
  const focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  await focal.call(publish, {
    params: { id: plan },
    body: { decisions: [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }] },
  });
  leader = await t.as('lanhdao@example.vn');
});
afterAll(() => t.close());

/** Sets the part of an agency in a duty, as if its people had worked. */
const setPart = (
  agency: string,
  path: string,
  part: { state: 'completed' | 'in-progress'; on: string | null; due: string | null },
) =>
  inTenant(t.house.db, t.tenantId, async (tx) => {
    const duty = await tx.selectFrom('duty').select('id').where('path', '=', path).executeTakeFirstOrThrow();
    const { id } = await tx
      .selectFrom('agency')
      .select('id')
      .where('name', '=', agency)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('assignment')
      .set({ state: part.state, completed_at: part.on ? new Date(part.on) : null, due_on: part.due })
      .where('duty_id', '=', duty.id)
      .where('agency_id', '=', id)
      .execute();
    await tx.updateTable('duty').set({ due_on: part.due }).where('id', '=', duty.id).execute();
    await refreshDuty(tx, duty.id);
  });

const figuresOf = async (name: string) =>
  (await leader.call(showFigures, { query: {} })).agencies.find((agency) => agency.name === name)!.counts;

test('a change is in the figures at once, overall and by agency', async () => {
  expect(await figuresOf('Sở Tài chính')).toMatchObject({ 'open-late': 1, 'done-in-time': 0 });
  // 16:59 UTC is still the 15th in Viet Nam; an hour later it is the 16th.
  await setPart('Sở Tài chính', 'III.5', {
    state: 'completed',
    on: '2026-12-15T16:59:00Z',
    due: '2026-12-15',
  });
  expect(await figuresOf('Sở Tài chính')).toMatchObject({ 'open-late': 0, 'done-in-time': 1 });
  await setPart('Sở Tài chính', 'III.5', {
    state: 'completed',
    on: '2026-12-15T17:59:00Z',
    due: '2026-12-15',
  });
  expect(await figuresOf('Sở Tài chính')).toMatchObject({ 'done-in-time': 0, 'done-late': 1 });
});

test('every figure is the length of the list it links to', async () => {
  await setPart('Công an thành phố', 'III.9', { state: 'in-progress', on: null, due: '2026-12-31' });
  const figures = await leader.call(showFigures, { query: {} });
  for (const cell of cells) {
    const list = await leader.call(listDuties, { query: { cell } });
    expect([cell, figures.overall[cell]]).toEqual([cell, list.total]);
    for (const agency of figures.agencies) {
      const own = await leader.call(listDuties, { query: { agency: agency.id, cell } });
      expect([agency.name, cell, agency.counts[cell]]).toEqual([agency.name, cell, own.total]);
    }
    for (const group of figures.groups) {
      const serving = await leader.call(listDuties, {
        query: { group: group.path, document: group.documentId, cell },
      });
      expect([group.path, cell, group.counts[cell]]).toEqual([group.path, cell, serving.total]);
    }
  }
});

test('the SQL counts as the pure rule does', async () => {
  const rows = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('duty').select(['state', 'completed_on', 'due_on', 'is_request']).execute(),
  );
  const measured = rows.map((row) => ({
    state: row.state,
    completedOn: row.completed_on,
    dueOn: row.due_on,
    isRequest: row.is_request,
  }));
  const { overall, today } = await leader.call(showFigures, { query: {} });
  expect(today).toBe('2026-12-20');
  expect(overall).toMatchObject(countCells(measured, today));
  expect(overall.undated).toBe(measured.filter((one) => !one.dueOn && !one.isRequest).length);
});

test('a request is counted apart and never late', async () => {
  const front = await figuresOf('Ủy ban Mặt trận Tổ quốc Việt Nam thành phố');
  expect(front.request).toBe(1);
});

test('a task group that no duty serves is told', async () => {
  const { groups } = await leader.call(showFigures, { query: {} });
  expect(groups.map((group) => [group.path, group.duties])).toEqual([
    ['II.3', 1],
    ['II.5', 1],
  ]);
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('duty').set({ task_groups: [] }).where('path', '=', 'III.10.b').execute(),
  );
  const after = await leader.call(showFigures, { query: {} });
  expect(after.groups.map((group) => group.duties)).toEqual([1, 0]);
});

test('an agency sees its own figures, which are those of its own list', async () => {
  const person = await t.as('ngoaivu@example.vn');
  const figures = await person.call(showFigures, { query: {} });
  expect([figures.scope, figures.agencies.map(({ name }) => name), figures.groups]).toEqual([
    'mine',
    ['Sở Ngoại vụ'],
    [],
  ]);
  const list = await person.call(listDuties, { query: { whose: 'mine' } });
  expect(sum(figures.overall)).toBe(list.total);
  expect(figures.overall).toEqual(figures.agencies[0]!.counts);
});

test('figures of one plan leave others out', async () => {
  const other = await leader.call(showFigures, { query: { document: crypto.randomUUID() } });
  expect([sum(other.overall), other.agencies, other.groups]).toEqual([0, [], []]);
});

const sum = (counts: Counts) => cells.reduce((total, cell) => total + counts[cell], 0);
