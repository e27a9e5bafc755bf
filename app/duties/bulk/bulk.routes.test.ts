import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEvents } from '#app/ledger/index.ts';
import { undoLine } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, showDuty } from '../duty.contract.ts';
import { dutyBook } from '../duty.events.ts';
import { insertProgress } from '../progress.store.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan } from '../publication.test-data.ts';
import { actOnMany, listBatches, offerForMany, undoBatch } from './bulk.contract.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let all: string[];

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-02T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  all = (await focal.call(listDuties, { query: {} })).rows.map(({ id }) => id);
  lan = await t.as('ngoaivu@example.vn');
});
afterAll(() => t.close());

const ownPart = async (dutyId: string) =>
  (await lan.call(showDuty, { params: { id: dutyId } })).parts.find(({ isOwn }) => isOwn);

test('each is done or refused by itself, in words; the line it made takes it back', async () => {
  const receive = { body: { dutyIds: all, action: 'receive' as const } };
  const { done, refused } = await lan.call(actOnMany, receive);
  expect(done.map(({ agencyName }) => agencyName)).toEqual(done.map(() => 'Sở Ngoại vụ'));
  expect(done.length).toBeGreaterThan(1);
  expect(done.length + refused.length).toBe(all.length);
  expect(refused[0]!.why).toMatch(/đang chờ tiếp nhận/);
  expect((await ownPart(done[0]!.dutyId))!.state).toBe('received');
  expect((await lan.call(actOnMany, receive)).done).toEqual([]);
  const { dutyId, seq } = done[0]!;
  await lan.call(undoLine, { params: { subjectKind: 'duty', subjectId: dutyId, seq } });
  expect((await ownPart(dutyId))!.state).toBe('assigned');
  await lan.call(actOnMany, receive);
});

test('what cannot be done does not hold up the others; who reported does not confirm; returning wants a reason', async () => {
  const own: { id: string; part: { id: string } }[] = [];
  for (const id of all) {
    const part = await ownPart(id);
    if (part) own.push({ id, part });
  }
  for (const { part } of own) {
    await inTenant(t.house.db, t.tenantId, async (tx) => {
      const author = await tx.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
      await insertProgress(
        tx,
        {
          assignmentId: part.id,
          note: 'Đã làm',
          doneOn: '2026-12-01',
          authorId: author.id,
          at: t.house.now(),
        },
        [],
      );
      await tx.updateTable('assignment').set({ state: 'in-progress' }).where('id', '=', part.id).execute();
    });
  }
  await lan.call(actOnAssignment, { params: { id: own[0]!.part.id }, body: { action: 'report-done' } });
  const many = (action: 'confirm' | 'return', reason?: string) => ({
    body: { dutyIds: own.map(({ id }) => id), action, ...(reason ? { reason } : {}) },
  });
  expect((await lan.call(actOnMany, many('confirm'))).done).toEqual([]);
  expect((await focal.refused(actOnMany, many('return'))).status).toBe(422);
  const returned = await focal.call(actOnMany, many('return', 'Thiếu minh chứng'));
  expect(returned.done.map(({ dutyId }) => dutyId)).toEqual([own[0]!.id]);
  expect(returned.refused).toHaveLength(own.length - 1);
  expect(await ownPart(own[0]!.id)).toMatchObject({ state: 'returned', reason: 'Thiếu minh chứng' });
});

const undo = (batch: string | null) => ({ params: { id: batch! }, body: {} });

const unknown = '00000000-0000-4000-8000-000000000000';

test('a duty that is not there is one line; the others are done', async () => {
  const pause = { dutyIds: [unknown, all[0]!], action: 'pause' as const, reason: 'Chờ hướng dẫn' };
  const { done, refused, batch } = await focal.call(actOnMany, { body: pause });
  expect(done.map(({ dutyId }) => dutyId)).toContain(all[0]);
  expect(refused).toMatchObject([
    { dutyId: unknown, label: '', why: expect.stringMatching(/Không tìm thấy/) },
  ]);
  expect((await lan.refused(undoBatch, undo(batch))).status).toBe(403);
  const back = await focal.call(undoBatch, undo(batch));
  expect(back.refused).toEqual([]);
  expect((await focal.call(showDuty, { params: { id: all[0]! } })).parts[0]!.state).not.toBe('paused');
});

test('a rehearsal tells how each line would fare and leaves nothing behind', async () => {
  const withdraw = { dutyIds: all, action: 'withdraw' as const, reason: 'Thử', rehearse: true };
  const before = await focal.call(showDuty, { params: { id: all[0]! } });
  const told = await focal.call(actOnMany, { body: withdraw });
  expect(told.done.length).toBeGreaterThan(0);
  expect(await focal.call(showDuty, { params: { id: all[0]! } })).toEqual(before);
});

test('deadlines of many move together, and go back together; a day moved since is not lost', async () => {
  const dueOn = '2027-03-31';
  const ids = all.slice(0, 3);
  const daysOf = async (id: string) =>
    (await focal.call(showDuty, { params: { id } })).parts.map((part) => part.dueOn);
  const before = await Promise.all(ids.map(daysOf));
  const change = (day: string, dutyIds = ids) =>
    focal.call(actOnMany, { body: { dutyIds, action: 'deadline', dueOn: day, reason: 'Theo kết luận họp' } });
  const { done, batch } = await change(dueOn);
  expect(done.map(({ dutyId }) => dutyId).sort()).toEqual([...ids].sort());
  expect(new Set((await Promise.all(ids.map(daysOf))).flat())).toContain(dueOn);
  expect((await change(dueOn)).done).toEqual([]);
  await change('2027-04-30', [ids[0]!]);
  const back = await focal.call(undoBatch, undo(batch));
  expect(back.refused.map(({ dutyId }) => dutyId)).toEqual([ids[0]]);
  expect(await Promise.all(ids.slice(1).map(daysOf))).toEqual(before.slice(1));
  const denied = await lan.refused(actOnMany, {
    body: { dutyIds: ids, action: 'deadline', dueOn, reason: 'Tự đổi' },
  });
  expect(denied.status).toBe(403);
  const past = await focal.refused(actOnMany, {
    body: { dutyIds: ids, action: 'deadline', dueOn: '2026-01-01', reason: 'Sai' },
  });
  expect(past.status).toBe(422);
});

test('an agency cooperates from now on, instead of another where it does; undone, both are as before', async () => {
  const { rows } = await focal.call(listDuties, { query: {} });
  const withTwo = rows.find(({ parts }) =>
    parts.some(({ role, state }) => role === 'coordinator' && state !== 'completed'),
  )!;
  const old = withTwo.parts.find(({ role }) => role === 'coordinator')!;
  const agencies = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('agency').select(['id', 'name']).execute(),
  );
  const free = agencies.find(({ name }) => name === 'Ban Dân tộc')!;
  const body = {
    dutyIds: all,
    action: 'coordinator' as const,
    agencyId: free.id,
    insteadOf: old.agencyId,
    reason: 'Đổi đầu mối',
  };
  const { done, refused, batch } = await focal.call(actOnMany, { body });
  expect(done.filter(({ dutyId }) => dutyId === withTwo.id)).toHaveLength(2);
  expect(refused.length).toBeGreaterThan(0);
  const partsOf = async () => (await focal.call(showDuty, { params: { id: withTwo.id } })).parts;
  expect((await partsOf()).find(({ agencyId }) => agencyId === free.id)).toMatchObject({
    role: 'coordinator',
    state: 'assigned',
  });
  const back = await focal.call(undoBatch, undo(batch));
  expect(back.refused).toEqual([]);
  expect((await partsOf()).find(({ agencyId }) => agencyId === free.id)!.state).toBe('withdrawn');
  expect((await partsOf()).find(({ id }) => id === old.id)!.state).toBe(old.state);
});

test('a batch is kept under the name of who did it, over its pieces and days, and says what of it stands', async () => {
  const body = { action: 'deadline' as const, dueOn: '2027-06-30', reason: 'Theo công văn của Bộ' };
  const first = await focal.call(actOnMany, { body: { ...body, dutyIds: all.slice(0, 2) } });
  const second = await focal.call(actOnMany, {
    body: { ...body, dutyIds: all.slice(2, 4), batch: first.batch! },
  });
  expect(second.batch).toBe(first.batch);
  const foreign = await (await t.as('lanhdao@example.vn')).refused(actOnMany, {
    body: { ...body, dutyIds: all.slice(4, 5), batch: first.batch! },
  });
  expect(foreign.status).toBe(403);
  const rehearsed = await focal.call(actOnMany, {
    body: { ...body, dueOn: '2027-07-31', dutyIds: all, rehearse: true },
  });
  expect(rehearsed.batch).toBeNull();

  const kept = async () => (await focal.call(listBatches, {})).batches.find(({ id }) => id === first.batch)!;
  const lines = first.done.length + second.done.length;
  expect(await kept()).toMatchObject({ action: 'deadline', reason: body.reason, lines, standing: lines });
  expect((await kept()).first).toHaveLength(4);
  expect((await lan.call(listBatches, {})).batches.map(({ id }) => id)).not.toContain(first.batch);

  // One line taken back by itself is not taken back twice.
  const { dutyId, seq } = first.done[0]!;
  await focal.call(undoLine, { params: { subjectKind: 'duty', subjectId: dutyId, seq } });
  expect((await kept()).standing).toBe(lines - 1);
  const back = await focal.call(undoBatch, undo(first.batch));
  expect(back).toMatchObject({ refused: [], next: null });
  expect(back.done).toHaveLength(lines - 1);
  expect((await kept()).standing).toBe(0);
  expect((await focal.call(undoBatch, undo(first.batch))).done).toEqual([]);
});

test('offers count what the viewer may do, for chosen ones and for all that match', async () => {
  const mine = await lan.call(offerForMany, { body: { filter: { whose: 'mine' } } });
  expect(mine.dutyIds.length).toBe((await lan.call(listDuties, { query: { whose: 'mine' } })).total);
  expect(mine.offers.map(({ action }) => action)).not.toContain('deadline');
  const chosen = await focal.call(offerForMany, { body: { dutyIds: all } });
  expect(chosen.offers.find(({ action }) => action === 'deadline')?.duties).toBe(all.length);
  expect(chosen.coordinators[0]!.duties).toBeGreaterThan(0);
  expect(mine.coordinators).toEqual([]);
  expect(await differences()).toEqual([]);
});

/** Where rows say otherwise than their lines; the second test wrote behind the program's back, in duties of its agency. */
async function differences() {
  const own = new Set((await lan.call(listDuties, { query: { whose: 'mine' } })).rows.map(({ id }) => id));
  return inTenant(t.house.db, t.tenantId, async (tx) => {
    const { start, step, compare } = dutyBook.replay!;
    const states = new Map<string, unknown>();
    for (const id of all.filter((one) => !own.has(one)))
      states.set(id, (await listEvents(tx, 'duty', id)).reduce(step, start()));
    expect(states.size).toBeGreaterThan(0);
    return compare(tx, states);
  });
}
