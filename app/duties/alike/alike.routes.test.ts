import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { listDuties, showDuty } from '../duty.contract.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan, samples } from '../publication.test-data.ts';
import { listAlike } from './alike.contract.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

test('work that the same agency has is shown; said to be the same, it is counted once and names both documents', async () => {
  const first = await insertPlan(t, [samples[1]!], '301/KH-UBND');
  await focal.call(publish, { params: { id: first }, body: {} });
  const given = await focal.call(listDuties, { query: {} });
  expect(given.total).toBe(1);

  const elsewhere = await insertPlan(t, [{ ...samples[1]!, holders: ['Sở Ngoại vụ'] }], '302/KH-UBND');
  expect((await focal.call(listAlike, { params: { id: elsewhere }, query: {} })).alike).toEqual([]);

  const again = await insertPlan(t, [samples[1]!, samples[0]!], '303/KH-UBND');
  const { alike } = await focal.call(listAlike, { params: { id: again }, query: {} });
  expect(alike.map(({ match }) => [match.id, match.symbol])).toEqual([[given.rows[0]!.id, '301/KH-UBND']]);
  const same = alike.map(({ id, match }) => ({ id, dutyId: match.id }));
  const counts = await focal.call(publish, { params: { id: again }, body: { same } });
  expect(counts.duties).toBe(1);
  expect((await focal.call(listDuties, { query: {} })).total).toBe(2);
  const own = await t.as('ngoaivu@example.vn');
  expect((await own.refused(listAlike, { params: { id: elsewhere }, query: {} })).status).toBe(403);
  expect((await focal.call(showDuty, { params: { id: given.rows[0]!.id } })).symbol).toBe('301/KH-UBND');
});
