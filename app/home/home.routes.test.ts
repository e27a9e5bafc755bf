import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { showToday } from './home.contract.ts';

let t: TestHouse;
let plan: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-20T02:00:00Z'));
});
afterAll(() => t.close());

const todayOf = async (email: string) => (await t.as(email)).call(showToday, {});
const countOf = async (email: string, key: string) =>
  (await todayOf(email)).tasks.find((task) => task.key === key)?.count;

test('an empty province tells what it lacks first', async () => {
  expect((await todayOf('daumoi@example.vn')).lacks).toBe('documents');
  plan = await insertPlan(t);
  const focal = await todayOf('daumoi@example.vn');
  expect(focal.lacks).toBe('published');
  expect(focal.tasks.find((task) => task.key.startsWith('documents') && task.count)?.items[0]?.id).toBe(plan);
});

test('published work waits for its agency, and the count is that of its list', async () => {
  const focal = await t.as('daumoi@example.vn');
  await focal.call(publish, {
    params: { id: plan },
    body: { decisions: [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }] },
  });
  const person = await t.as('ngoaivu@example.vn');
  const list = await person.call(listDuties, { query: { whose: 'mine', state: 'assigned' } });
  expect(list.total).toBeGreaterThan(0);
  expect(await countOf('ngoaivu@example.vn', 'not-received')).toBe(list.total);
  expect((await todayOf('ngoaivu@example.vn')).lacks).toBeNull();
});

test('what to do first is said with its plan, its day and the working days left', async () => {
  const { actions } = await todayOf('ngoaivu@example.vn');
  expect(actions.length).toBeGreaterThan(0);
  const [first] = actions;
  const list = await (await t.as('ngoaivu@example.vn')).call(listDuties, {
    query: { whose: 'mine', state: 'assigned', document: plan },
  });
  expect(first).toMatchObject({ key: 'not-received', count: list.total, documentId: plan });
  expect(first!.document).toMatch(/217/);
  const focal = await todayOf('lanhdao@example.vn');
  const late = focal.actions.find(({ key }) => key === 'remind-overdue');
  expect(late?.daysLeft ?? -1).toBeLessThan(0);
});

test('what an agency reported done waits for the focal officer; a part of the focal agency waits for the leader', async () => {
  expect(await countOf('daumoi@example.vn', 'parts-to-confirm')).toBe(0);
  const person = await t.as('ngoaivu@example.vn');
  await setState('Sở Ngoại vụ', 'in-progress');
  await act(person, 'Sở Ngoại vụ', 'report-done');
  expect(await countOf('daumoi@example.vn', 'parts-to-confirm')).toBe(1);
  expect(await countOf('lanhdao@example.vn', 'parts-to-confirm')).toBe(0);
  await setState('Liên hiệp các tổ chức hữu nghị thành phố', 'awaiting-confirmation');
  expect(await countOf('daumoi@example.vn', 'parts-to-confirm')).toBe(1);
  expect(await countOf('lanhdao@example.vn', 'parts-to-confirm')).toBe(1);
});

test('the leader begins with the four cells and what is longest overdue', async () => {
  const leader = await todayOf('lanhdao@example.vn');
  const list = await (await t.as('lanhdao@example.vn')).call(listDuties, { query: { cell: 'open-late' } });
  expect(leader.counts?.['open-late']).toBe(list.total);
  expect(leader.overdue.map((item) => item.id).sort()).toEqual(list.rows.map((row) => row.id).sort());
});

test('the administrator sees who has no password; an inspector how the ledger grew; nobody sees more than their role', async () => {
  expect(await countOf('quantri@example.vn', 'people-without-password')).toBe(8);
  expect((await todayOf('thanhtra@example.vn')).ledgerLines).toBeGreaterThan(0);
  const staff = await todayOf('ninhkieu@example.vn');
  expect([staff.counts, staff.ledgerLines, staff.periods]).toEqual([null, null, []]);
  expect(staff.tasks.map((task) => task.key)).not.toContain('people-without-password');
});

/** The part of an agency in the duty III.2.c. */
async function partOf(agency: string) {
  const focal = await t.as('daumoi@example.vn');
  const { rows } = await focal.call(listDuties, { query: { document: plan } });
  const duty = await focal.call(showDuty, { params: { id: rows.find((row) => row.path === 'III.2.c')!.id } });
  return duty.parts.find((part) => part.agencyName === agency)!;
}
const setState = async (agency: string, state: 'in-progress' | 'awaiting-confirmation') => {
  const { id } = await partOf(agency);
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('assignment').set({ state }).where('id', '=', id).execute(),
  );
};
const act = async (person: Person, agency: string, action: 'report-done') =>
  person.call(actOnAssignment, { params: { id: (await partOf(agency)).id }, body: { action } });
