import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { listDuties, listDutyFilters, showDuty } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  actOnDifficulty,
  difficultyFigures,
  findAnswers,
  listDifficulties,
  listDutyDifficulties,
  raiseDifficulty,
  showDifficulty,
} from './difficulty.contract.ts';

let t: TestHouse;
let focal: Person;
let leader: Person;
let ngoaiVu: Person;
let noiVu: Person;
let dutyId: string;
let partId: string;

beforeAll(async () => {
  t = await openTestHouse();
  await goTo('2026-12-30T03:00:00Z');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  dutyId = rows.find((row) => row.path === 'III.2.c')!.id;
  partId = (await shown()).parts.find((part) => part.agencyName === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

/** Sessions end in time: whoever comes back on another day signs in again. */
async function goTo(instant: string) {
  t.setNow(new Date(instant));
  focal = await t.as('daumoi@example.vn');
  leader = await t.as('lanhdao@example.vn');
  ngoaiVu = await t.as('ngoaivu@example.vn');
  noiVu = await t.as('noivu@example.vn');
}
const idOf = async (name: string) =>
  (await focal.call(listDutyFilters, {})).agencies.find((agency) => agency.name === name)!.id;
const shown = () => focal.call(showDuty, { params: { id: dutyId } });
const raise = (words: string, cause = 'kinh-phi') =>
  ngoaiVu.call(raiseDifficulty, { params: { id: partId }, body: { cause, words } });
type Body = Parameters<typeof focal.call<typeof actOnDifficulty>>[1]['body'];
const act = (person: Person, id: string, body: Body) =>
  person.call(actOnDifficulty, { params: { id }, body });
const waiting = async (person: Person) =>
  (await person.call(listDifficulties, { query: {} })).rows.map((row) => row.id);

test('raised: the clock stands, the reply has a day in working days, and it waits with the focal officer only', async () => {
  const { id, replyDueOn } = await raise('Chưa được cấp kinh phí đón đoàn Campuchia');
  expect(replyDueOn).toBe('2027-01-05');
  expect((await shown()).parts.find((part) => part.id === partId)?.stoppedOn).toBe('2026-12-30');
  expect(await waiting(focal)).toEqual([id]);
  expect(await waiting(leader)).toEqual([]);
  expect(await waiting(ngoaiVu)).toEqual([]);
  const own = await ngoaiVu.call(listDifficulties, { query: { box: 'own' } });
  expect(own.rows[0]).toMatchObject({
    clock: 'còn 3 ngày làm việc, trừ 1/1/2027',
    isLate: false,
    actions: ['take-back'],
  });
  expect((await noiVu.call(listDifficulties, { query: { box: 'all' } })).rows).toEqual([]);
  expect((await noiVu.refused(showDifficulty, { params: { id } })).status).toBe(403);
  expect(
    (
      await ngoaiVu.refused(actOnDifficulty, {
        params: { id },
        body: { action: 'answer', words: 'Tự trả lời' },
      })
    ).status,
  ).toBe(403);
});

test('passed up with a proposal, answered by the leader after five days: the clock goes on and the work of the answer is given out', async () => {
  const [id] = (await waiting(focal)) as [string];
  expect(
    (await focal.refused(actOnDifficulty, { params: { id }, body: { action: 'pass-up' } })).title,
  ).toMatch(/đề xuất/);
  await act(focal, id, { action: 'pass-up', words: 'Đề xuất tạm ứng từ nguồn dự phòng' });
  expect(await waiting(focal)).toEqual([]);
  await goTo('2027-01-04T03:00:00Z');
  const { parts } = await shown();
  const agencyId = await idOf('Sở Nội vụ');
  await act(leader, id, {
    action: 'answer',
    words: 'Đồng ý tạm ứng; giao Sở Nội vụ bố trí',
    followUp: {
      text: 'Bố trí kinh phí tạm ứng đón đoàn Campuchia',
      agencyIds: [agencyId],
      dueOn: '2027-01-10',
    },
  });
  expect(parts.find((part) => part.id === partId)?.stoppedOn).toBe('2026-12-30');
  expect((await shown()).parts.find((part) => part.id === partId)?.stoppedOn).toBeNull();
  const { followUpId } = await leader.call(showDifficulty, { params: { id } });
  const made = await noiVu.call(showDuty, { params: { id: followUpId! } });
  expect(made).toMatchObject({ dueOn: '2027-01-10', text: 'Bố trí kinh phí tạm ứng đón đoàn Campuchia' });
  expect(made.parts[0]).toMatchObject({ agencyId, state: 'assigned' });
  const { lines } = await focal.call(subjectLedger, { params: { subjectKind: 'duty', subjectId: dutyId } });
  expect(lines.map((line) => line.said.vi).join('\n')).toMatch(
    /nêu khó khăn[\s\S]*lên UBND kèm đề xuất[\s\S]*trả lời khó khăn/,
  );
});

test('the answer is found again for the like of it, and one answer settles several', async () => {
  const { answers } = await noiVu.call(findAnswers, {
    query: { cause: 'kinh-phi', words: 'chua duoc cap kinh phi don doan' },
  });
  expect(answers.map((one) => one.answer)).toEqual(['Đồng ý tạm ứng; giao Sở Nội vụ bố trí']);
  const first = await raise('Nghị định mới chưa có hướng dẫn hồ sơ', 'huong-dan');
  const second = await raise('Chưa có hướng dẫn hồ sơ theo nghị định mới', 'huong-dan');
  const { alike } = await focal.call(showDifficulty, { params: { id: first.id } });
  expect(alike.map((one) => one.id)).toEqual([second.id]);
  await act(focal, first.id, { action: 'answer', words: 'Áp dụng hướng dẫn tạm thời', alsoFor: [second.id] });
  expect(await waiting(focal)).toEqual([]);
  const { difficulties } = await ngoaiVu.call(listDutyDifficulties, { params: { id: dutyId } });
  expect(difficulties.filter((one) => one.answer === 'Áp dụng hướng dẫn tạm thời')).toHaveLength(2);
});

test('the clock goes on only when the last of two is gone; a due day moves by the days waited', async () => {
  const one = await raise('Chờ Sở Tài chính góp ý dự toán', 'phoi-hop');
  const two = await raise('Chưa có biên chế phiên dịch tiếng Khmer', 'nhan-luc');
  await act(ngoaiVu, one.id, { action: 'take-back' });
  expect((await shown()).parts.find((part) => part.id === partId)?.stoppedOn).toBe('2027-01-04');
  await act(focal, two.id, { action: 'answer', words: 'Mượn phiên dịch của Ban Dân tộc' });
  expect((await shown()).parts.find((part) => part.id === partId)?.stoppedOn).toBeNull();
});

test('what the focal agency itself meets waits with the leadership at once', async () => {
  const { rows } = await focal.call(listDuties, { query: {} });
  const part = rows.flatMap((row) => row.parts).find((one) => one.agencyName.startsWith('Liên hiệp'))!;
  const { id } = await focal.call(raiseDifficulty, {
    params: { id: part.id },
    body: { cause: 'khac', words: 'Chưa đủ biên chế' },
  });
  expect(await waiting(focal)).toEqual([]);
  expect(await waiting(leader)).toEqual([id]);
  await act(focal, id, { action: 'take-back' });
});

test('asked directly of the body with authority: its people answer, the focal officer does not', async () => {
  const ask = (authorityId: string) => ({
    params: { id: partId },
    body: { cause: 'kinh-phi', words: 'Xin hướng dẫn quyết toán đoàn ra', authorityId },
  });
  const { agencyId } = (await shown()).parts.find((part) => part.id === partId)!;
  expect((await ngoaiVu.refused(raiseDifficulty, ask(agencyId))).title).toMatch(/chính là cơ quan/);
  const { id } = await ngoaiVu.call(raiseDifficulty, ask(await idOf('Sở Nội vụ')));
  expect(await waiting(noiVu)).toEqual([id]);
  expect(await waiting(focal)).toEqual([]);
  await act(noiVu, id, { action: 'answer', words: 'Quyết toán theo định mức hiện hành' });
});

test('an answer is taken back while nobody has acted on it: all it settled waits again, its work is withdrawn', async () => {
  const partNow = async () => (await shown()).parts.find((part) => part.id === partId)!;
  const first = await raise('Chưa thống nhất danh sách khách mời', 'phoi-hop');
  const second = await raise('Danh sách khách mời chưa thống nhất', 'phoi-hop');
  const before = await partNow();
  await goTo('2027-01-06T03:00:00Z');
  const followUp = { text: 'Chốt danh sách khách mời', agencyIds: [await idOf('Sở Nội vụ')], dueOn: null };
  await act(focal, first.id, {
    action: 'answer',
    words: 'Sẽ họp thống nhất',
    alsoFor: [second.id],
    followUp,
  });
  expect((await partNow()).stoppedOn).toBeNull();
  const { followUpId, actions } = await focal.call(showDifficulty, { params: { id: second.id } });
  expect(actions).toEqual(['recall']);
  const recall = { params: { id: second.id }, body: { action: 'recall' as const } };
  expect((await ngoaiVu.refused(actOnDifficulty, recall)).status).toBe(403);

  await act(focal, second.id, { action: 'recall' });
  expect((await waiting(focal)).toSorted()).toEqual([first.id, second.id].toSorted());
  const { stoppedOn, dueOn } = before;
  expect(await partNow()).toMatchObject({ stoppedOn, dueOn });
  const given = await focal.call(showDuty, { params: { id: followUpId! } });
  expect(given.parts.map(({ state }) => state)).toEqual(['withdrawn']);

  await act(focal, first.id, { action: 'answer', words: 'Đã họp, chốt 40 khách', alsoFor: [second.id] });
  await ngoaiVu.call(actOnAssignment, { params: { id: partId }, body: { action: 'receive' } });
  expect((await focal.call(showDifficulty, { params: { id: first.id } })).actions).toEqual([]);
  expect((await focal.refused(actOnDifficulty, { ...recall, params: { id: first.id } })).status).toBe(409);
});

test('figures: by level with mean days, by cause with repeats', async () => {
  const { levels, causes } = await leader.call(difficultyFigures, {});
  expect(levels.find((one) => one.level === 'committee')).toMatchObject({
    answered: 1,
    open: 0,
    meanDays: 5,
  });
  expect(causes.find((one) => one.cause === 'huong-dan')).toMatchObject({ count: 2, agencies: 1 });
  expect((await ngoaiVu.refused(difficultyFigures, {})).status).toBe(403);
});
