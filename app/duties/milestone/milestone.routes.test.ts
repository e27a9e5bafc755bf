import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, showDuty, showDutyAsOf } from '../duty.contract.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan, samples } from '../publication.test-data.ts';
import { setSignal } from '../signal/signal.contract.ts';
import { actOnMilestone, addMilestone, listMilestones } from './milestone.contract.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let dutyId: string;
let partId: string;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const [first, ...others] = samples;
  const dated = { ...first!, deadline: { text: 'trước ngày 20/12/2026', span: null } };
  const plan = await insertPlan(t, [dated, ...others]);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  dutyId = (await focal.call(listDuties, { query: {} })).rows.find(({ path }) => path === 'III.2.c')!.id;
  lan = await t.as('ngoaivu@example.vn');
  partId = (await shown()).parts.find(({ agencyName }) => agencyName === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const shown = () => focal.call(showDuty, { params: { id: dutyId } });
const milestones = async () =>
  (await lan.call(listMilestones, { params: { id: dutyId } })).parts.find(
    (one) => one.assignmentId === partId,
  )!.milestones;

test('milestones stand in the order of their days, none after the day of the part; ticked, unticked, removed', async () => {
  const add = (name: string, dueOn: string) => ({ params: { id: partId }, body: { name, dueOn } });
  expect((await focal.refused(addMilestone, add('Xin ý kiến', '2026-12-01'))).status).toBe(403);
  expect((await lan.refused(addMilestone, add('Trình ký', '2026-12-21'))).title).toMatch(/20\/12\/2026/);
  await lan.call(addMilestone, add('Trình ký', '2026-12-18'));
  const { id } = await lan.call(addMilestone, add('Xin ý kiến', '2026-12-01'));
  expect((await milestones()).map(({ name }) => name)).toEqual(['Xin ý kiến', 'Trình ký']);
  const act = (action: 'reach' | 'reopen' | 'remove') => ({ params: { id }, body: { action } });
  expect(await lan.call(actOnMilestone, act('reach'))).toEqual({ reachedOn: '2026-11-22' });
  expect((await lan.refused(actOnMilestone, act('reach'))).status).toBe(409);
  t.setNow(new Date('2026-12-02T03:00:00Z'));
  lan = await t.as('ngoaivu@example.vn');
  focal = await t.as('daumoi@example.vn');
  expect((await milestones())[0]).toMatchObject({ reachedOn: '2026-11-22', isLate: false });
  await lan.call(actOnMilestone, act('reopen'));
  expect((await milestones())[0]).toMatchObject({ reachedOn: null, isLate: true });
  await lan.call(actOnMilestone, act('remove'));
  expect(await milestones()).toHaveLength(1);
});

test('an agency judges its own part in a word and a sentence; the list says it, a past day does not know it', async () => {
  const judged = {
    params: { id: partId },
    body: { signal: 'needs-help' as const, sentence: 'Thiếu phiên dịch' },
  };
  expect((await focal.refused(setSignal, judged)).status).toBe(403);
  await lan.call(setSignal, judged);
  const part = async (day?: string) =>
    (day ? await focal.call(showDutyAsOf, { params: { id: dutyId, day } }) : await shown()).parts.find(
      ({ id }) => id === partId,
    );
  expect(await part()).toMatchObject({ signal: 'needs-help', signalSaid: 'Thiếu phiên dịch' });
  expect(await part('2026-12-01')).toMatchObject({ signal: null });
  const { rows } = await focal.call(listDuties, { query: {} });
  expect(rows.flatMap((row) => row.parts).find(({ id }) => id === partId)?.signal).toBe('needs-help');
  await focal.call(actOnAssignment, {
    params: { id: partId },
    body: { action: 'withdraw', reason: 'Đổi kế hoạch' },
  });
  expect((await lan.refused(setSignal, judged)).status).toBe(409);
});
