import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dropLetter,
  listLetters,
  numberLetter,
  saveLetter,
  showLetter,
} from '#app/correspondence/correspondence.contract.ts';
import { withdrawAnsweredJob } from '#app/correspondence/index.ts';
import { raiseDifficulty } from '#app/difficulties/difficulty.contract.ts';
import { showToday } from '#app/home/home.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { saveLadder, showLadder, tryLadder } from './notice.contract.ts';
import { publishedParts, sentNotices, setParts, tick } from './notices.test-data.ts';

let t: TestHouse;
let focal: Person;
let parts: Awaited<ReturnType<typeof publishedParts>>;
let vanHoa: typeof parts;
const VAN_HOA = 'Sở Văn hóa, Thể thao và Du lịch';
const named = [VAN_HOA, 'Sở Ngoại vụ', 'Sở Nội vụ'];

const goTo = async (instant: string) => {
  t.setNow(new Date(instant));
  focal = await t.as('daumoi@example.vn');
};
const letters = async () =>
  (await focal.call(listLetters, { query: {} })).letters.filter((one) => one.fromLadder);
const to = async (agency: string) => (await letters()).filter((one) => one.addressees.includes(agency));
const answered = () => runDueJobs(t.house, [withdrawAnsweredJob]);
const shown = (id: string) => focal.call(showLetter, { params: { id } });
const onHome = async () =>
  (await focal.call(showToday, {})).tasks.find(({ key }) => key === 'letters-to-issue');

beforeAll(async () => {
  t = await openTestHouse();
  await goTo('2026-11-23T02:00:00Z');
  parts = await publishedParts(t);
  // Three duties with one agency: two taken over from bodies that nobody here signs in for.
  const free = parts.filter(({ agency }) => !named.includes(agency) && !agency.includes('Mặt trận'));
  const give = async (agency: string, dutyIds: string[]) => {
    const { assignmentId } = parts.find((one) => one.agency === agency)!;
    await inTenant(t.owner, t.tenantId, async (tx) => {
      const to = await tx
        .selectFrom('assignment')
        .select('agency_id')
        .where('id', '=', assignmentId)
        .executeTakeFirstOrThrow();
      await tx.updateTable('assignment').set(to).where('id', 'in', dutyIds).execute();
    });
  };
  const held = new Set(parts.filter(({ agency }) => named.includes(agency)).map(({ dutyId }) => dutyId));
  const others = [
    ...new Map(free.filter(({ dutyId }) => !held.has(dutyId)).map((one) => [one.dutyId, one])).values(),
  ];
  await give(VAN_HOA, [others[0]!.assignmentId, others[1]!.assignmentId]);
  for (const one of others.slice(0, 2)) one.agency = VAN_HOA;
  vanHoa = parts.filter(({ agency }) => agency === VAN_HOA);
  await setParts(
    t,
    parts.map(({ assignmentId }) => assignmentId),
    { due_on: null, state: 'received' },
  );
  await setParts(
    t,
    vanHoa.slice(0, 3).map(({ assignmentId }) => assignmentId),
    { due_on: '2026-12-01' },
  );
});
afterAll(() => t.close());

test('the dry run names the letters that would be drafted, one an agency and day', async () => {
  const { ladder } = await focal.call(showLadder, {});
  const { letters: tried } = await focal.call(tryLadder, { body: ladder });
  expect(tried).toHaveLength(1);
  expect(tried[0]).toMatchObject({
    on: '2026-12-10',
    agencyName: VAN_HOA,
    level: 'focal-officer',
    people: ['Lê Thị Thu Hà'],
  });
  expect(tried[0]!.duties).toHaveLength(3);
  expect(await letters()).toEqual([]);
});

test('a letter is laid before those who issue letters only, and only about what is late or silent', async () => {
  const { ladder } = await focal.call(showLadder, {});
  for (const rung of [
    { when: 'overdue' as const, days: 7, level: 'doer' as const, channel: 'letter' as const },
    { when: 'before-due' as const, days: 7, level: 'leader' as const, channel: 'letter' as const },
  ])
    expect((await focal.refused(saveLadder, { body: { ...ladder, rungs: [rung] } })).status).toBe(422);
});

test('at the rung one letter to the agency is drafted, waits on the home page, and nothing leaves', async () => {
  await goTo('2026-12-09T02:00:00Z');
  await tick(t);
  expect(await letters()).toEqual([]);
  await goTo('2026-12-10T02:00:00Z');
  await tick(t);
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    addressees: [VAN_HOA],
    state: 'draft',
    symbol: null,
    changedBy: null,
    fromLadder: { open: 3, all: 3 },
  });
  expect(await onHome()).toMatchObject({ count: 1, items: [{ id: letter!.id, title: VAN_HOA }] });
  const full = await shown(letter!.id);
  expect(full.duties).toHaveLength(3);
  expect(full.defects.filter(({ box }) => !box.startsWith('7'))).toEqual([]);
  const told = (await sentNotices(t)).filter((one) => one.subject_kind === 'letter');
  expect(told.map((one) => [one.email, one.subject_id])).toEqual([['daumoi@example.vn', letter!.id]]);
  await tick(t);
  await goTo('2026-12-11T02:00:00Z');
  await tick(t);
  expect(await letters()).toHaveLength(1);
});

test('more duties join the draft that waits; an answer takes its duty out, the last one withdraws it', async () => {
  const [first, second, third] = vanHoa;
  const { id } = (await to(VAN_HOA))[0]!;
  const agency = await t.as('vanhoa@example.vn');
  await agency.call(raiseDifficulty, {
    params: { id: first!.assignmentId },
    body: { cause: 'kinh-phi', words: 'Chưa được cấp kinh phí' },
  });
  await answered();
  const shorter = await shown(id);
  expect(shorter).toMatchObject({ state: 'draft', fromLadder: { open: 2, all: 3 } });
  expect(shorter.answered).toMatchObject([{ dutyId: first!.dutyId, answer: 'difficulty' }]);
  expect(shorter.duties.map((one) => one.id)).not.toContain(first!.dutyId);
  await setParts(t, [second!.assignmentId], { state: 'completed' });
  await setParts(t, [third!.assignmentId], { stopped_on: '2026-12-11' });
  await answered();
  const gone = await shown(id);
  expect(gone).toMatchObject({ state: 'withdrawn', symbol: null });
  expect(gone.answered.map((one) => one.answer).sort()).toEqual(['difficulty', 'done', 'waits']);
  expect(await onHome()).toMatchObject({ count: 0 });
  const { lines } = await focal.call(subjectLedger, { params: { subjectKind: 'letter', subjectId: id } });
  expect(JSON.stringify(lines)).toContain('rút dự thảo vì đã có trả lời');
  const refused = await focal.refused(saveLetter, {
    params: { id },
    body: { revision: gone.revision, content: gone.content },
  });
  expect(refused.status).toBe(409);
});

test('a request is written of politely, never as late', async () => {
  const asked = parts.find(({ agency }) => agency.includes('Mặt trận'))!;
  await inTenant(t.owner, t.tenantId, (tx) =>
    tx.updateTable('duty').set({ is_request: true }).where('id', '=', asked.dutyId).execute(),
  );
  await goTo('2026-12-14T02:00:00Z');
  await setParts(t, [asked.assignmentId], { due_on: '2026-12-03' });
  await tick(t);
  const [letter] = await to(asked.agency);
  const { content, title } = await shown(letter!.id);
  expect(title).toMatch(/^đề nghị thông tin tình hình phối hợp/);
  expect(JSON.stringify(content)).not.toMatch(/quá hạn|qua thời hạn|đôn đốc|thời hạn ngày|chưa có báo cáo/i);
  const notice = (await sentNotices(t)).find((one) => one.subject_id === letter!.id);
  expect(notice?.is_request).toBe(true);
});

test('edited words stay: what was answered is named beside them, and a number waits until it was seen', async () => {
  const own = parts.filter(({ agency }) => agency === 'Sở Ngoại vụ').slice(0, 2);
  expect(own).toHaveLength(2);
  const ids = own.map(({ assignmentId }) => assignmentId);
  await setParts(t, ids, { due_on: '2026-12-08' });
  await goTo('2026-12-17T02:00:00Z');
  await tick(t);
  const { id } = (await to('Sở Ngoại vụ'))[0]!;
  const before = await shown(id);
  const content = {
    ...before.content,
    title: 'đôn đốc lần hai',
    signature: { ...before.content.signature, name: 'Nguyễn Thị Lan' },
  };
  const { revision } = await focal.call(saveLetter, {
    params: { id },
    body: { revision: before.revision, content },
  });
  await setParts(t, [ids[0]!], { state: 'completed' });
  const body = { revision, date: '2026-12-17' };
  expect((await focal.refused(numberLetter, { params: { id }, body })).title).toContain('vừa trả lời');
  await answered();
  const told = await shown(id);
  expect(told).toMatchObject({ title: 'đôn đốc lần hai', state: 'draft', revision });
  expect(told.answered).toHaveLength(1);
  expect((await focal.call(numberLetter, { params: { id }, body })).symbol).toMatch(/LHHN/);
});

test('a draft that was dropped is not drafted again for the same step', async () => {
  const part = parts.find(({ agency }) => agency === 'Sở Nội vụ')!;
  await setParts(t, [part.assignmentId], { due_on: '2026-12-09' });
  await goTo('2026-12-18T02:00:00Z');
  await tick(t);
  const [letter] = await to(part.agency);
  await focal.call(dropLetter, { params: { id: letter!.id } });
  await goTo('2026-12-21T02:00:00Z');
  await tick(t);
  expect(await to(part.agency)).toEqual([]);
});
