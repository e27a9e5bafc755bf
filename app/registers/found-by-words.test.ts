import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registers } from './declared/all.ts';
import { listRows } from './register.contract.ts';

let t: TestHouse;
let focal: Person;
let other: string;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
  const { id } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh khác', host: 'khac.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  other = id;
  // Half of 4,000 are of Laos, every hundredth of a hospital, one has a word of its own; long words are cut in the index.
  for (const tenant of [t.tenantId, other])
    await inTenant(t.house.db, tenant, async (tx) => {
      await sql`insert into agency (name, kind) select 'Sở Thử', 'so'`.execute(tx);
      await sql`insert into foreign_ngo (agency_id, state, state_on, created_at, changed_at, name, country, words)
        select (select id from agency where name = 'Sở Thử'), 'active', date '2026-11-23', now(), now() - n * interval '1 second',
          'Tổ chức ' || n, case n % 2 when 0 then 'LA' else 'US' end,
          'to chuc so' || n || case n % 2 when 0 then ' lao' else ' hoa ky' end || case when n % 100 = 0 then ' benhvien' else '' end
            || case n when 7 then ' ' || repeat('dai', 30) || ' cuoi' else '' end
        from generate_series(1, 4000) n`.execute(tx);
    });
  await sql`analyze foreign_ngo`.execute(t.owner);
});
afterAll(() => t.close());

const params = { register: 'foreign-ngo' };
const ask = (query: { q: string; filter?: string; page?: number }) => focal.call(listRows, { params, query });
const found = async (query: Parameters<typeof ask>[0]) => {
  const { rows, total, isMore } = await ask(query);
  return { titles: rows.map(({ title }) => title), total, isMore };
};

test('words in every second row: the latest changed first, counted up to a thousand', async () => {
  const wide = await found({ q: 'Tổ chức Lào' });
  expect(wide).toMatchObject({ total: 1000, isMore: true });
  expect(wide.titles.slice(0, 3)).toEqual(['Tổ chức 2', 'Tổ chức 4', 'Tổ chức 6']);
  expect((await found({ q: 'to chuc lao', page: 2 })).titles[0]).toBe('Tổ chức 102');
});

test('words in few rows: all of them, in order, and narrowed further like any list', async () => {
  const narrow = await found({ q: 'bệnhviện' });
  expect(narrow).toMatchObject({ total: 40, isMore: false });
  expect(narrow.titles).toEqual(Array.from({ length: 40 }, (_, n) => `Tổ chức ${(n + 1) * 100}`));
  expect(await found({ q: 'benhvien', filter: 'country:US' })).toMatchObject({ titles: [], total: 0 });
  expect(await found({ q: 'so1234' })).toEqual({ titles: ['Tổ chức 1234'], total: 1, isMore: false });
  expect(await found({ q: 'hoa so1234' })).toEqual({ titles: [], total: 0, isMore: false });
  expect((await found({ q: 'khong co' })).total).toBe(0);
});

test('each word that is asked begins a word of the row, whether few or many have it', async () => {
  expect((await found({ q: 'so123' })).total).toBe(11);
  expect((await found({ q: 'benhvie to' })).total).toBe(40);
  expect((await found({ q: 'enhvien' })).total).toBe(0);
  expect((await found({ q: 'ao' })).total).toBe(0);
  const long = 'dai'.repeat(30);
  for (const q of [long, long.slice(0, 70), `cuoi ${long.slice(0, 5)}`])
    expect((await found({ q })).titles).toEqual(['Tổ chức 7']);
  expect((await found({ q: `${long}x` })).titles).toEqual([]);
});

test('rows are found in the province of the transaction only, and only those that stand', async () => {
  const idsIn = async (tenant: string, word: string) => {
    const { rows } = await inTenant(t.house.db, tenant, (tx) =>
      sql<{
        ids: string[] | null;
      }>`select rows_with_words('foreign_ngo', array[${word}], 3000) as ids`.execute(tx),
    );
    return rows[0]!.ids;
  };
  const [here, there] = [await idsIn(t.tenantId, 'so77'), await idsIn(other, 'so77')];
  expect([here?.length, there?.length]).toEqual([11, 11]);
  expect(here!.filter((id) => there!.includes(id))).toEqual([]);
  expect(await idsIn(t.tenantId, 'to')).toBeNull();
  const withoutProvince = sql<{
    ids: string[];
  }>`select rows_with_words('foreign_ngo', '{so77}', 3000) as ids`;
  expect((await withoutProvince.execute(t.house.db)).rows).toEqual([{ ids: [] }]);
  await inTenant(t.house.db, other, (tx) =>
    sql`update foreign_ngo set removed_at = now() where name = 'Tổ chức 77'`.execute(tx),
  );
  expect(await idsIn(other, 'so77')).toHaveLength(10);
});

test('every register has its words in an index, and what is no register is not asked', async () => {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_indexes where indexdef like '%words_vector(words)%'`.execute(t.owner);
  expect(rows.map(({ name }) => name).sort()).toEqual(registers.map(({ table }) => table).sort());
  await expect(
    inTenant(t.house.db, t.tenantId, (tx) => sql`select rows_with_words('person', '{a}', 3000)`.execute(tx)),
  ).rejects.toThrow(/words/);
});
