import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { sortedBy, sortIndexes } from '#libraries/register/index.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registers } from './declared/all.ts';
import { orderOf, stands } from './narrow-rows.store.ts';
import { listRows } from './register.contract.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
  // Every third has no day, many have the same, names in Vietnamese order are not those of bytes.
  await inTenant(t.house.db, t.tenantId, (tx) =>
    sql`insert into foreign_ngo (agency_id, state, state_on, created_at, changed_at, name, country, expires_on)
      select (select id from agency limit 1), 'active', date '2026-11-23', now(), now(),
        (array['Ánh', 'An', 'Đức', 'Dung', 'Em', 'Ân'])[1 + n % 6] || ' ' || n / 2, 'LA',
        case when n % 3 > 0 then date '2026-01-01' + n % 40 end
      from generate_series(1, 130) n`.execute(tx),
  );
});
afterAll(() => t.close());

const params = { register: 'foreign-ngo' };

/** All pages of a list, one after the other. */
async function pagesOf(sort: string) {
  const pages = [];
  for (const page of [1, 2, 3]) pages.push(await focal.call(listRows, { params, query: { sort, page } }));
  expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
    [50, 130],
    [50, 130],
    [30, 130],
  ]);
  return pages.flatMap(({ rows }) => rows);
}

const day = (shown: string | undefined) => shown?.split('/').reverse().join('-') ?? null;
const inVietnamese = new Intl.Collator('vi').compare;

test.each(['name', '-name', 'expiresOn', '-expiresOn'])(
  'sorted by %s, its pages hold each row once, in order',
  async (sort) => {
    const rows = await pagesOf(sort);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(130);
    const sign = sort.startsWith('-') ? -1 : 1;
    const names = rows.map(({ title }) => title);
    if (sort.endsWith('name')) expect(names).toEqual(names.toSorted((a, b) => sign * inVietnamese(a, b)));
    if (!sort.endsWith('expiresOn')) return;
    const days = rows.map(({ shown }) => day(shown.expiresOn));
    const dated = days.filter((one) => one !== null);
    expect(days.slice(dated.length).every((one) => one === null)).toBe(true);
    expect(days.slice(0, dated.length)).toEqual(
      dated.toSorted((a, b) => sign * (a < b ? -1 : a > b ? 1 : 0)),
    );
  },
);

test('by what holds few values a list is not sorted: the latest changed stand first, as without asking', async () => {
  const { rows } = await focal.call(listRows, { params, query: {} });
  for (const sort of ['country', '-certificateKind', 'phone', 'nothing'])
    expect((await focal.call(listRows, { params, query: { sort } })).rows).toEqual(rows);
});

test('by whatever a list can be sorted, it is read out of an index, from either end', async () => {
  const sorting: string[] = [];
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    for (const register of registers)
      for (const field of sortedBy(register))
        for (const down of [false, true]) {
          const { rows } = await sql<{ 'QUERY PLAN': string }>`
            explain select t.id from ${sql.table(register.table)} t where ${stands}
            order by ${orderOf(register, { field, down })} limit 50`.execute(tx);
          if (rows.some((line) => line['QUERY PLAN'].includes('Sort')))
            sorting.push(`${register.name} ${field}${down ? ', down' : ''}`);
        }
  });
  expect(sorting).toEqual([]);
});

test('every table has the indexes of its declaration', async () => {
  const { rows } = await sql<{ text: string }>`
    select lower(indexdef) as text from pg_indexes where schemaname = 'public'`.execute(t.owner);
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^create index .*?on (public\.)?/, '')
      .replace(' using btree', '')
      .replace(/ asc\b/, '');
  const found = new Set(
    rows.map(({ text }) =>
      plain(text)
        .replace(/where .*/, '')
        .trim(),
    ),
  );
  const lacking = registers
    .flatMap(sortIndexes)
    .map((line) =>
      plain(line)
        .replace(/where .*/s, '')
        .trim(),
    )
    .filter((one) => !found.has(one));
  expect(lacking).toEqual([]);
});
