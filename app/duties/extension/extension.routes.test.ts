import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, showDuty } from '../duty.contract.ts';
import { resumePausesJob } from '../duty-jobs.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan } from '../publication.test-data.ts';
import { actOnExtension, askExtension, listExtensions } from './extension.contract.ts';

let t: TestHouse;
let focal: Person;
let ngoaiVu: Person;
let dutyId: string;
let partId: string;

/** III.2.c is led by Sở Ngoại vụ; the plan gives it no day. */
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  const duty = rows.find((row) => row.path === 'III.2.c')!;
  dutyId = duty.id;
  ngoaiVu = await t.as('ngoaivu@example.vn');
  partId = (await shown()).parts.find((part) => part.agencyName === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

/** Sessions end in time: whoever comes back on another day signs in again. */
async function goTo(instant: string) {
  t.setNow(new Date(instant));
  focal = await t.as('daumoi@example.vn');
  ngoaiVu = await t.as('ngoaivu@example.vn');
}
const shown = () => focal.call(showDuty, { params: { id: dutyId } });
const extensions = async (person: Person) => person.call(listExtensions, { params: { id: dutyId } });
const ask = (wantedOn: string) =>
  ngoaiVu.call(askExtension, { params: { id: partId }, body: { wantedOn, reason: 'Chờ đối tác trả lời' } });

test('a part without a day gets one: asked by the agency, granted by another; the ledger and the facts say so', async () => {
  expect((await extensions(ngoaiVu)).mayAsk.map((part) => part.assignmentId)).toContain(partId);
  const { id } = await ask('2026-12-31');
  expect((await extensions(ngoaiVu)).extensions[0]!.actions).toEqual(['take-back']);
  expect((await extensions(focal)).extensions[0]!.actions).toEqual(['grant', 'counter', 'reject']);
  expect((await ngoaiVu.refused(actOnExtension, { params: { id }, body: { action: 'grant' } })).status).toBe(
    403,
  );
  expect(
    (
      await ngoaiVu.refused(askExtension, {
        params: { id: partId },
        body: { wantedOn: '2027-01-31', reason: 'Xin thêm lần nữa' },
      })
    ).title,
  ).toMatch(/đang có một yêu cầu gia hạn/);
  expect(await focal.call(actOnExtension, { params: { id }, body: { action: 'grant' } })).toEqual({
    state: 'granted',
    dueOn: '2026-12-31',
  });
  expect(await shown()).toMatchObject({ dueOn: '2026-12-31', firstDueOn: null, dueSource: 'proposed' });
});

test('rejected with a reason only; a counter-proposal moves the day when the agency takes it', async () => {
  const { id } = await ask('2027-03-31');
  expect((await focal.refused(actOnExtension, { params: { id }, body: { action: 'reject' } })).status).toBe(
    422,
  );
  expect(
    (await focal.refused(actOnExtension, { params: { id }, body: { action: 'counter', day: '2026-12-31' } }))
      .title,
  ).toMatch(/ngày khác/);
  await focal.call(actOnExtension, { params: { id }, body: { action: 'counter', day: '2027-01-31' } });
  expect((await shown()).dueOn).toBe('2026-12-31');
  await ngoaiVu.call(actOnExtension, { params: { id }, body: { action: 'accept' } });
  expect(await shown()).toMatchObject({ dueOn: '2027-01-31', dueSource: 'confirmed' });
  expect((await focal.refused(actOnExtension, { params: { id }, body: { action: 'grant' } })).status).toBe(
    409,
  );
});

test('no earlier day, and no asking once it is late', async () => {
  const refused = async (wantedOn: string) =>
    (
      await ngoaiVu.refused(askExtension, {
        params: { id: partId },
        body: { wantedOn, reason: 'Cần thêm thời gian' },
      })
    ).title;
  expect(await refused('2027-01-31')).toMatch(/sau hạn hiện nay/);
  await goTo('2027-02-01T03:00:00Z');
  expect(await refused('2027-03-31')).toMatch(/Hạn đã qua/);
  await goTo('2026-11-22T03:00:00Z');
});

test('a pause stops the clock and ends by itself on its day; the due day moves by the days waited', async () => {
  const act = (body: Parameters<typeof focal.call<typeof actOnAssignment>>[1]['body']) =>
    focal.call(actOnAssignment, { params: { id: partId }, body });
  expect(
    (
      await focal.refused(actOnAssignment, {
        params: { id: partId },
        body: { action: 'pause', reason: 'Chờ Bộ Ngoại giao', until: '2026-11-22' },
      })
    ).title,
  ).toMatch(/sau hôm nay/);
  await act({ action: 'pause', reason: 'Chờ ý kiến Bộ Ngoại giao', until: '2026-12-02' });
  expect(await shown()).toMatchObject({ stoppedOn: '2026-11-22', summary: { state: 'paused' } });
  await goTo('2026-12-01T03:00:00Z');
  await runDueJobs(t.house, [resumePausesJob]);
  expect((await shown()).summary.state).toBe('paused');
  await goTo('2026-12-02T03:00:00Z');
  await runDueJobs(t.house, [resumePausesJob]);
  expect(await shown()).toMatchObject({
    stoppedOn: null,
    dueOn: '2027-02-10',
    summary: { state: 'assigned' },
  });
});

test('withdrawn work leaves the list and the counts, and comes back as it was', async () => {
  const act = (action: 'withdraw' | 'reinstate') =>
    focal.call(actOnAssignment, { params: { id: partId }, body: { action, reason: 'Điều chỉnh kế hoạch' } });
  const paths = async (query: Record<string, unknown>) =>
    (await ngoaiVu.call(listDuties, { query: { whose: 'mine', ...query } })).rows.map((row) => row.path);
  await act('withdraw');
  expect(await paths({})).not.toContain('III.2.c');
  expect(await paths({ state: 'withdrawn' })).toContain('III.2.c');
  await act('reinstate');
  expect(await paths({})).toContain('III.2.c');
});
