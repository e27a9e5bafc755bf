import { afterAll, beforeAll, expect, test } from 'vitest';
import { undoLine } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, showDuty } from '../duty.contract.ts';
import { insertProgress } from '../progress.store.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan } from '../publication.test-data.ts';
import { actOnMany } from './bulk.contract.ts';

let t: TestHouse;
let focal: Person;
let lan: Person;
let all: string[];

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T03:00:00Z'));
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
          doneOn: '2026-11-22',
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
