import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { reading } from './database.ts';

let t: TestHouse;
let other: string;
beforeAll(async () => {
  t = await openTestHouse();
  ({ id: other } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh khác', host: null })
    .returning('id')
    .executeTakeFirstOrThrow());
});
afterAll(() => t.close());

const countAgencies = async (tenantId: string) =>
  (await reading(t.house.db, tenantId).selectFrom('agency').select('id').execute()).length;

test('readers of two provinces on the same few connections never see each other', async () => {
  const own = await countAgencies(t.tenantId);
  expect(own).toBeGreaterThan(10);
  const asked = Array.from({ length: 400 }, (_, at) => (at * 7) % 3 === 0);
  const counts = await Promise.all(asked.map((isOwn) => countAgencies(isOwn ? t.tenantId : other)));
  expect(counts).toEqual(asked.map((isOwn) => (isOwn ? own : 0)));
  // A cookie may name whatever it likes.
  await expect(countAgencies('------------------------------------')).rejects.toThrow('uuid');
  expect(await countAgencies(t.tenantId)).toBe(own);
});

test('a reader writes nothing and holds nothing', async () => {
  const tx = reading(t.house.db, t.tenantId);
  await expect(tx.updateTable('person').set({ name: 'x' }).execute()).rejects.toThrow('read-only');
  await expect(tx.selectFrom('person').select('id').forUpdate().execute()).rejects.toThrow('read-only');
});

test('a statement that comes again is prepared once on its connection, whatever its values', async () => {
  const tx = reading(t.house.db, t.tenantId);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
    expect(
      (await sql<{ name: string }>`select ${name}::text as name, 'prepared once' as t`.execute(tx)).rows[0]!
        .name,
    ).toBe(name);
  const { rows } = await sql`select from pg_prepared_statements where statement like '%prepared once%'
    and statement not like '%pg_prepared%'`.execute(tx);
  expect(rows).toHaveLength(1);
});
