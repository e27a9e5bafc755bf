import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '#app/ledger/check-ledger.ts';
import { subjectLedger, undoLine } from '#app/ledger/ledger.contract.ts';
import { ledgerBooks } from '#app/main.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, listDutyFilters, showDuty } from '../duty.contract.ts';
import { actOnExtension, askExtension, listExtensions } from '../extension/extension.contract.ts';
import { actOnMilestone, addMilestone, listMilestones } from '../milestone/milestone.contract.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan } from '../publication.test-data.ts';
import { listOccurrences, setRhythm } from '../recurrence/recurrence.contract.ts';
import { setSignal } from '../signal/signal.contract.ts';

let t: TestHouse;
let focal: Person;
let ngoaiVu: Person;
let dutyId: string;
let partId: string;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-01T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  ngoaiVu = await t.as('ngoaivu@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  dutyId = rows.find(({ path }) => path === 'III.2.c')!.id;
  partId = (await part()).id;
  await act(ngoaiVu, { action: 'receive' });
});
afterAll(() => t.close());

const part = async (agency = 'Sở Ngoại vụ') =>
  (await focal.call(showDuty, { params: { id: dutyId } })).parts.find((one) => one.agencyName === agency)!;
const act = (
  person: Person,
  body: Parameters<typeof focal.call<typeof actOnAssignment>>[1]['body'],
  id = partId,
) => person.call(actOnAssignment, { params: { id }, body });
const lines = async (person: Person) =>
  (await person.call(subjectLedger, { params: { subjectKind: 'duty', subjectId: dutyId } })).lines;
const lastOf = async (person: Person, said: RegExp) =>
  (await lines(person)).findLast((line) => said.test(line.said.vi))!;
const params = (seq: number) => ({ subjectKind: 'duty', subjectId: dutyId, seq });
const undo = async (person: Person, said: RegExp) => {
  const line = await lastOf(person, said);
  expect([line.said.vi, line.mayUndo]).toEqual([line.said.vi, true]);
  await person.call(undoLine, { params: params(line.seq) });
};

test('a pause and a withdrawal by mistake: the clock goes on and the day has not moved', async () => {
  const { dueOn } = await part();
  await act(focal, { action: 'pause', reason: 'Nhầm phần việc' });
  expect(await part()).toMatchObject({ state: 'paused', stoppedOn: '2026-12-01' });
  t.setNow(new Date('2026-12-01T03:00:00Z'));
  await undo(focal, /tạm dừng phần việc/);
  expect(await part()).toMatchObject({ state: 'received', stoppedOn: null, dueOn });
  await act(focal, { action: 'withdraw', reason: 'Nhầm phần việc' });
  const line = await lastOf(ngoaiVu, /thu hồi phần việc/);
  expect(line.mayUndo).toBe(false);
  expect((await ngoaiVu.refused(undoLine, { params: params(line.seq) })).status).toBe(403);
  await undo(focal, /thu hồi phần việc/);
  expect(await part()).toMatchObject({ state: 'received', stoppedOn: null, dueOn });
});

test('work withdrawn out of a pause is not taken back by its line: a sentence says what to do', async () => {
  await act(focal, { action: 'pause', reason: 'Chờ bộ hướng dẫn' });
  await act(focal, { action: 'withdraw', reason: 'Bộ giao cơ quan khác' });
  const line = await lastOf(focal, /thu hồi phần việc/);
  expect((await focal.refused(undoLine, { params: params(line.seq) })).title).toMatch(/Khôi phục/);
  await act(focal, { action: 'reinstate', reason: 'Bộ giao lại' });
});

test('given to another agency by mistake: taken back until that agency has begun', async () => {
  await refuseAndReassign('Sở Tư pháp');
  await undo(focal, /chuyển phần việc của Sở Ngoại vụ sang Sở Tư pháp/);
  expect((await part()).state).toBe('refused');
  expect((await part('Sở Tư pháp')).state).toBe('withdrawn');
  await act(focal, { action: 'insist', reason: 'Đúng là việc của Sở Ngoại vụ' });
  await act(ngoaiVu, { action: 'receive' });
});

async function refuseAndReassign(agency: string) {
  const agencyId = (await focal.call(listDutyFilters, {})).agencies.find(({ name }) => name === agency)!.id;
  await act(ngoaiVu, { action: 'refuse', reason: 'Không thuộc chức năng', agencyId });
  await act(focal, { action: 'reassign', agencyId });
}

test('an answer to an extension: granted and countered taken back, refused where a later step stands on it', async () => {
  const ask = (wantedOn: string) =>
    ngoaiVu.call(askExtension, {
      params: { id: partId },
      body: { wantedOn, reason: 'Chờ hướng dẫn của bộ' },
    });
  const answer = (
    person: Person,
    id: string,
    body: { action: 'grant' | 'counter' | 'accept'; day?: string },
  ) => person.call(actOnExtension, { params: { id }, body });
  const state = async (id: string) =>
    (await focal.call(listExtensions, { params: { id: dutyId } })).extensions.find((one) => one.id === id)!
      .state;
  const { dueOn } = await part();
  const { id } = await ask('2027-03-31');
  await answer(focal, id, { action: 'grant' });
  expect((await part()).dueOn).toBe('2027-03-31');
  await undo(focal, /đồng ý gia hạn/);
  expect([(await part()).dueOn, await state(id)]).toEqual([dueOn, 'open']);
  await answer(focal, id, { action: 'counter', day: '2027-02-26' });
  await answer(ngoaiVu, id, { action: 'accept' });
  const countered = await lastOf(focal, /đề nghị Sở Ngoại vụ lấy hạn/);
  expect((await focal.refused(undoLine, { params: params(countered.seq) })).title).toMatch(/bước sau trước/);
  await undo(ngoaiVu, /nhận hạn được đề nghị/);
  expect([(await part()).dueOn, await state(id)]).toEqual([dueOn, 'countered']);
  await undo(focal, /đề nghị Sở Ngoại vụ lấy hạn/);
  expect(await state(id)).toBe('open');
});

test('a judgement, a milestone and a rhythm go back to what they were', async () => {
  const judge = (signal: 'safe' | 'at-risk', sentence: string) =>
    ngoaiVu.call(setSignal, { params: { id: partId }, body: { signal, sentence } });
  await judge('safe', 'Đúng tiến độ');
  await judge('at-risk', 'Chưa có kinh phí');
  await undo(ngoaiVu, /nguy cơ/);
  expect((await part()).signal).toBe('safe');
  const { id } = await ngoaiVu.call(addMilestone, {
    params: { id: partId },
    body: { name: 'Trình dự thảo', dueOn: '2026-12-20' },
  });
  const milestones = async () =>
    (await focal.call(listMilestones, { params: { id: dutyId } })).parts.flatMap((one) => one.milestones);
  await ngoaiVu.call(actOnMilestone, { params: { id }, body: { action: 'reach' } });
  await undo(ngoaiVu, /đạt mốc/);
  expect(await milestones()).toMatchObject([{ id, reachedOn: null }]);
  await ngoaiVu.call(actOnMilestone, { params: { id }, body: { action: 'remove' } });
  await undo(ngoaiVu, /bỏ mốc/);
  expect(await milestones()).toHaveLength(1);

  const rhythm = async () => (await focal.call(listOccurrences, { params: { id: dutyId } })).rhythm?.words;
  const set = (words: string) =>
    focal.call(setRhythm, { params: { id: dutyId }, body: { words, byWindow: false } });
  await set('định kỳ hằng tháng');
  await set('định kỳ hằng quý');
  await undo(focal, /đặt kỳ thực hiện: “định kỳ hằng quý”/);
  expect(await rhythm()).toBe('định kỳ hằng tháng');
  await undo(focal, /đặt kỳ thực hiện: “định kỳ hằng tháng”/);
  expect(await rhythm()).toBeUndefined();
});

test('after all of it the rows are what the ledger says', async () => {
  expect((await checkLedger(t.house, t.tenantId, ledgerBooks)).findings).toEqual([]);
});
