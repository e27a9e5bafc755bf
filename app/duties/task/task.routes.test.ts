import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, showDuty } from '../duty.contract.ts';
import { actOnExtension, askExtension } from '../extension/extension.contract.ts';
import { insertProgress } from '../progress.store.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan } from '../publication.test-data.ts';
import { actOnTask, giveTask, listTasks } from './task.contract.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let minh: Person;
let dutyId: string;
let partId: string;
let minhId: string;

/** III.2.c is led by Sở Ngoại vụ; the agency-focal person there is Trần Ngọc Lan, and Minh joins as staff. */
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  lan = await t.as('ngoaivu@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  dutyId = rows.find((row) => row.path === 'III.2.c')!.id;
  const part = (await shown()).parts.find((one) => one.agencyName === 'Sở Ngoại vụ')!;
  partId = part.id;
  minhId = await inTenant(t.house.db, t.tenantId, async (tx) => {
    const { id } = await tx
      .insertInto('person')
      .values({ name: 'Lý Minh', email: 'minh@example.vn', title: 'Chuyên viên' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('membership')
      .values({ person_id: id, agency_id: part.agencyId, role: 'staff', valid_from: '2026-11-01' })
      .execute();
    return id;
  });
  minh = await t.as('minh@example.vn');
  const { id } = await lan.call(askExtension, {
    params: { id: partId },
    body: { wantedOn: '2026-12-20', reason: 'Đề xuất thời hạn' },
  });
  await focal.call(actOnExtension, { params: { id }, body: { action: 'grant' } });
});
afterAll(() => t.close());

const shown = () => focal.call(showDuty, { params: { id: dutyId } });
const tasksFor = async (person: Person) =>
  (await person.call(listTasks, { params: { id: dutyId } })).parts.find(
    (part) => part.assignmentId === partId,
  );
const first = async () => (await tasksFor(lan))!.tasks.find((task) => task.parentId === null)!;
const work = (dueOn: string | null, personId = minhId) => ({
  text: 'Rà soát danh sách tổ chức',
  division: 'Phòng Hợp tác quốc tế',
  personId,
  dueOn,
});

test('given with the day of the part when none is named, never later; only to people of the agency', async () => {
  const late = { params: { id: partId }, body: work('2026-12-21') };
  expect((await lan.refused(giveTask, late)).title).toMatch(/không được sau hạn cấp trên \(20\/12\/2026\)/);
  const stranger = (
    await t.owner.selectFrom('person').select('id').where('email', '=', 'noivu@example.vn').executeTakeFirst()
  )?.id;
  const elsewhere = { params: { id: partId }, body: work(null, stranger) };
  if (stranger) expect((await lan.refused(giveTask, elsewhere)).title).toMatch(/không làm việc ở cơ quan/);
  await lan.call(giveTask, { params: { id: partId }, body: work(null) });
  expect((await tasksFor(minh))!.tasks[0]).toMatchObject({
    personName: 'Lý Minh',
    dueOn: '2026-12-20',
    actions: ['finish', 'hand-on'],
  });
});

test('others see nothing of it and staff give nothing', async () => {
  expect(await tasksFor(focal)).toBeUndefined();
  expect((await minh.refused(giveTask, { params: { id: partId }, body: work(null) })).status).toBe(403);
});

test('the workload of everybody is there before the choice', async () => {
  const people = (await tasksFor(lan))!.people;
  expect(people.find((one) => one.name === 'Lý Minh')).toMatchObject({ open: 1, late: 0 });
  expect(people.find((one) => one.name === 'Trần Ngọc Lan')).toMatchObject({ open: 0 });
});

test('handed on, the child holds the parent and both hold the part; then each closes in turn', async () => {
  const top = await first();
  const lanId = (await tasksFor(lan))!.people.find((one) => one.name === 'Trần Ngọc Lan')!.id;
  const act = (person: Person, id: string, body: Parameters<typeof lan.call<typeof actOnTask>>[1]['body']) =>
    person.call(actOnTask, { params: { id }, body });
  const child = await act(minh, top.id, { action: 'hand-on', given: work('2026-12-10', lanId) });
  const finish = { action: 'finish' as const };
  expect((await minh.refused(actOnTask, { params: { id: top.id }, body: finish })).title).toMatch(
    /Còn 1 việc đã chia chưa xong \(Trần Ngọc Lan/,
  );
  await lan.call(actOnAssignment, { params: { id: partId }, body: { action: 'receive' } });
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const entry = { assignmentId: partId, note: 'Đã làm', doneOn: '2026-11-23', authorId: minhId };
    await insertProgress(tx, { ...entry, at: t.house.now() }, []);
    await tx.updateTable('assignment').set({ state: 'in-progress' }).where('id', '=', partId).execute();
  });
  const report = { params: { id: partId }, body: { action: 'report-done' as const } };
  expect((await lan.refused(actOnAssignment, report)).title).toMatch(/việc đã chia chưa xong/);
  await act(lan, child.id, finish);
  await act(minh, top.id, { action: 'finish', note: 'Xong danh sách' });
  expect(await lan.call(actOnAssignment, report)).toEqual({ state: 'awaiting-confirmation' });
});

test('opening again and cancelling ask for a reason and are for who gave it', async () => {
  const { id } = await first();
  const reopen = { params: { id }, body: { action: 'reopen' as const } };
  expect((await lan.refused(actOnTask, reopen)).status).toBe(422);
  expect((await minh.refused(actOnTask, reopen)).status).toBe(409);
  await lan.call(actOnTask, { params: { id }, body: { action: 'reopen', note: 'Thiếu hai tổ chức' } });
  await lan.call(actOnTask, { params: { id }, body: { action: 'cancel', note: 'Giao người khác' } });
  expect((await tasksFor(lan))!.tasks.find((task) => task.id === id)).toMatchObject({
    state: 'cancelled',
    note: 'Giao người khác',
  });
});
