import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { registers } from '#app/registers/index.ts';
import { changeRow, createRow, removeRow, restoreRow } from '#app/registers/register.contract.ts';
import { foundBy, isFoundEverywhere } from '#libraries/register/index.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { rebuildEntries } from './index.ts';
import { search } from './search.contract.ts';

let t: TestHouse;
let focal: Person;
let other: Person;
let id: string;
const register = 'foreign-ngo';

beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
  other = await t.as('vanhoa@example.vn');
});
afterAll(() => t.close());

const rows = async (q: string, person = focal) =>
  (await person.call(search, { query: { q, kind: 'row' } })).groups[0]?.hits ?? [];
const titles = async (q: string, person?: Person) => (await rows(q, person)).map(({ title }) => title.text);

test('a row is found by title, number and other name, without marks, and leads to its page', async () => {
  const values = {
    name: 'Quỹ Châu Á',
    englishName: 'The Asia Foundation',
    country: 'US',
    certificate: '123/UB-HĐ',
  };
  ({ id } = await focal.call(createRow, { params: { register }, body: { values } }));
  for (const q of ['quy chau a', 'Quỹ Châu', '123/ub', '123ubhd', 'asia found'])
    expect([q, await titles(q, other)]).toEqual([q, ['Quỹ Châu Á']]);
  const [hit] = await rows('123/ub-hd');
  expect(hit).toMatchObject({
    to: `/registers/${register}/${id}`,
    line: { text: 'Tổ chức phi chính phủ nước ngoài: 123/UB-HĐ' },
  });
  expect((await rows('quy chau'))[0]!.line!.text).toMatch(/^Tổ chức phi chính phủ nước ngoài, /);
  expect((await focal.call(search, { query: { q: 'quy chau' } })).groups.map(({ kind }) => kind)).toContain(
    'row',
  );
});

test('what changes is found anew, what is set aside is not, and building anew finds the same', async () => {
  await focal.call(changeRow, {
    params: { register, id },
    body: { revision: 1, values: { name: 'Quỹ Á Châu', certificate: '456/UB-HĐ' } },
  });
  expect([await titles('123/ub'), await titles('456/ub')]).toEqual([[], ['Quỹ Á Châu']]);
  await focal.call(removeRow, { params: { register, id } });
  expect(await titles('456/ub')).toEqual([]);
  await focal.call(restoreRow, { params: { register, id } });
  expect(await titles('456/ub')).toEqual(['Quỹ Á Châu']);
  const entries = () =>
    inTenant(t.house.db, t.tenantId, async (tx) => {
      const asked = sql<{
        id: string;
      }>`select subject_id as id, register, words::text, at from search_entry where kind = 'row' order by 1`;
      return (await asked.execute(tx)).rows;
    });
  const before = await entries();
  expect(before).toHaveLength(1);
  await rebuildEntries(t.house);
  expect(await entries()).toEqual(before);
  expect(await titles('456/ub')).toEqual(['Quỹ Á Châu']);
});

test('what is restricted is found by nobody, not even by who may read it', async () => {
  const { agencies } = await focal.call(listAgencies, {});
  const idOf = (agency: string) => agencies.find(({ name }) => name === agency)!.id;
  const [sender, receiver] = [idOf('Sở Ngoại vụ'), idOf('Sở Nội vụ')];
  const own = await t.as('ngoaivu@example.vn');
  const subject = 'Đoàn khách thăm xã biên giới';
  const values = { subject, kind: 'notice', sender, receiver, sentOn: '2026-11-23' };
  await own.call(createRow, { params: { register: 'security-notice' }, body: { values } });
  for (const person of [own, focal, other]) expect(await titles('xa bien gioi', person)).toEqual([]);
});

test('search follows the tables of all registers that everybody reads, by the columns that they declare', async () => {
  const { rows: followed } = await sql<{ name: string; register: string; columns: string[] }>`
    select * from search_followed order by register`.execute(t.owner);
  const wanted = registers
    .filter(isFoundEverywhere)
    .map((one) => ({ name: one.table, register: one.name, columns: foundBy(one) }));
  expect(followed).toEqual(wanted.toSorted((a, b) => (a.register < b.register ? -1 : 1)));
  expect(registers.filter((one) => !isFoundEverywhere(one)).map(({ name }) => name)).toEqual([
    'security-notice',
  ]);
});
