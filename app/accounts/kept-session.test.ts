import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { whoAmI } from './account.contract.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

const everySession = sql`delete from session`;

test('a session that this program ends is refused at the very next request', async () => {
  const focal = await t.as('daumoi@example.vn');
  expect((await focal.call(whoAmI, {})).viewer).not.toBeNull();
  await inTenant(t.house.db, t.tenantId, (tx) => everySession.execute(tx));
  expect((await focal.call(whoAmI, {})).viewer).toBeNull();
});

test('one that another program ends is refused after a second', async () => {
  const focal = await t.as('daumoi@example.vn');
  expect((await focal.call(whoAmI, {})).viewer).not.toBeNull();
  await inTenant(t.owner, t.tenantId, (tx) => everySession.execute(tx));
  await setTimeout(1100);
  expect((await focal.call(whoAmI, {})).viewer).toBeNull();
});
