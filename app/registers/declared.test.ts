import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerContract } from '#libraries/register/src/register-contract.test-data.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { registers } from './declared/all.ts';
import { compareTables } from './table.store.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ example: false });
});
afterAll(() => t.close());

for (const register of registers) registerContract(register);

test('every declaration agrees with its table', async () => {
  expect(await compareTables(t.owner)).toEqual([]);
});

test('a column that is missing or of another type is named', async () => {
  const { sql } = await import('kysely');
  await sql`alter table foreign_ngo drop column english_name, alter column short_name type bytea using null`.execute(
    t.owner,
  );
  expect(await compareTables(t.owner)).toEqual([
    'foreign-ngo: table foreign_ngo, column english_name is missing: write a migration that adds it',
    'foreign-ngo: table foreign_ngo, column short_name is bytea, the declaration wants text',
  ]);
});
