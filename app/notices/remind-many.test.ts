import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { listDutyNotices } from './notice.contract.ts';
import { publishedParts, setParts } from './notices.test-data.ts';
import { remindMany } from './remind-many.contract.ts';

let t: TestHouse;
let focal: Person;
let parts: Awaited<ReturnType<typeof publishedParts>>;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-01T02:00:00Z'));
  parts = await publishedParts(t);
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

test('a rehearsal says whom it would reach and sends nothing; then each part once a day, or why not', async () => {
  const own = parts.filter(({ agency }) => agency === 'Sở Ngoại vụ');
  const dutyIds = own.map(({ dutyId }) => dutyId);
  await setParts(t, [own[0]!.assignmentId], { state: 'completed' });
  const told = async () => (await focal.call(listDutyNotices, { params: { id: dutyIds[1]! } })).rows.length;
  const rehearsed = await focal.call(remindMany, { body: { dutyIds, rehearse: true } });
  expect(await told()).toBe(0);
  const sent = await focal.call(remindMany, { body: { dutyIds } });
  expect(sent).toEqual(rehearsed);
  expect(await told()).toBeGreaterThan(0);
  const again = await focal.call(remindMany, { body: { dutyIds } });
  expect(again.done).toEqual([]);
  expect(again.refused.map(({ why }) => why)).toContainEqual(expect.stringMatching(/Hôm nay/));
  const lan = await t.as('ngoaivu@example.vn');
  expect((await lan.refused(remindMany, { body: { dutyIds } })).status).toBe(403);
});
