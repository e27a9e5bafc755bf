import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addName } from '#app/agencies/record/record.contract.ts';
import { raiseDifficulty } from '#app/difficulties/difficulty.contract.ts';
import { listDuties, listDutyFilters, showDuty } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { rebuildEntries } from './index.ts';
import { type SearchKind, search } from './search.contract.ts';

let t: TestHouse;
let dutyId: string;

beforeAll(async () => {
  t = await openTestHouse();
  const focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  dutyId = rows.find((row) => row.path === 'III.2.c')!.id;
});
afterAll(() => t.close());

const find = async (q: string, email = 'daumoi@example.vn') =>
  (await (await t.as(email)).call(search, { query: { q, most: 20 } })).groups;
const titles = async (kind: SearchKind, q: string, email?: string) =>
  (await find(q, email)).find((group) => group.kind === kind)?.hits.map(({ title }) => title.text) ?? [];
/** What is shown as having matched. */
const shownMarks = async (kind: SearchKind, q: string) => {
  const hit = (await find(q)).find((group) => group.kind === kind)!.hits[0]!;
  const marks = ({ text, marks: places }: { text: string; marks: [number, number][] }) =>
    places.map(([from, to]) => text.slice(from, to));
  return { title: marks(hit.title), line: hit.line && marks(hit.line) };
};

test.each(['217/kh', '217 / KH-UBND', '217kh', '217 kh ubnd', '217/KH-'])(
  'a document and its duties by number, however it is spaced: %s',
  async (q) => {
    expect(await titles('document', q)).toEqual(['217/KH-UBND']);
  },
);

test('duties by words with and without diacritics, while typing, and by path', async () => {
  for (const q of ['can doi', 'cân đối', 'chu tri phoi hop co quan lien quan can d', 'III.5'])
    expect([q, (await titles('duty', q))[0]]).toEqual([q, 'III.5, 217/KH-UBND']);
  expect(await titles('duty', 'cân đối vũ trụ')).toEqual([]);
  expect((await shownMarks('duty', 'CAN ĐỐI')).line?.slice(0, 2)).toEqual(['cân', 'đối']);
});

test('agencies by a name they once had and by abbreviations', async () => {
  const focal = await t.as('daumoi@example.vn');
  const { id } = (await focal.call(listDutyFilters, {})).agencies.find(
    ({ name }) => name === 'Sở Tài chính',
  )!;
  await focal.call(addName, {
    params: { id },
    body: { name: 'Sở Bưu chính và Viễn thông', kind: 'former' },
  });
  for (const q of ['so bc&vt', 'Sở BCVT', 'sbcvt', 'so buu chinh vien th', 'sobuuchinh'])
    expect([q, await titles('agency', q)]).toEqual([q, ['Sở Tài chính']]);
  for (const q of ['so tt&tt', 'Sở TTTT', 'so thong tin va truyen'])
    expect([q, (await titles('agency', q))[0]]).toEqual([q, 'Sở Thông tin và Truyền thông']);
  const [hit] = (await find('so buu chinh'))[0]!.hits;
  expect(hit).toMatchObject({ byOtherName: true, line: { text: 'Sở Bưu chính và Viễn thông' } });
  expect((await shownMarks('agency', 'so buu chinh')).line).toEqual(['Sở', 'Bưu', 'chính']);
  expect((await shownMarks('agency', 'so bc&vt')).line).toEqual(['Sở Bưu chính và Viễn thông']);
});

test('a difficulty is found by who may read it, and not by another agency', async () => {
  const ngoaiVu = await t.as('ngoaivu@example.vn');
  const { parts } = await ngoaiVu.call(showDuty, { params: { id: dutyId } });
  const part = parts.find(({ agencyName }) => agencyName === 'Sở Ngoại vụ')!;
  await ngoaiVu.call(raiseDifficulty, {
    params: { id: part.id },
    body: { cause: 'kinh-phi', words: 'Chưa được cấp kinh phí đón đoàn Campuchia' },
  });
  for (const email of [
    'ngoaivu@example.vn',
    'daumoi@example.vn',
    'lanhdao@example.vn',
    'thanhtra@example.vn',
  ])
    expect([email, await titles('difficulty', 'don doan campuchia', email)]).toEqual([
      email,
      ['Sở Ngoại vụ'],
    ]);
  for (const email of ['noivu@example.vn', 'vanhoa@example.vn', 'ninhkieu@example.vn'])
    expect([email, await find('don doan campuchia', email)]).toEqual([email, []]);
});

test('a document that is not published is found by those who may see it', async () => {
  await insertPlan(t, [], '998/KH-UBND');
  expect(await titles('document', '998/kh')).toEqual(['998/KH-UBND']);
  expect(await titles('document', '998/kh', 'noivu@example.vn')).toEqual([]);
});

test('people are found by the administrator, the head of their agency, and themselves', async () => {
  const seen = async (email: string) => (await titles('person', 'dang thi mai', email)).length;
  expect(await seen('quantri@example.vn')).toBe(1);
  expect(await seen('noivu@example.vn')).toBe(1);
  expect(await seen('daumoi@example.vn')).toBe(0);
  expect(await seen('ngoaivu@example.vn')).toBe(0);
});

test('what changes is found by its new words at once and no longer by the old ones; erased people not at all', async () => {
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    await sql`update document set symbol = '218/KH-UBND' where symbol = '998/KH-UBND'`.execute(tx);
    await sql`update person set name = 'Đặng Thị Mơ' where email = 'noivu@example.vn'`.execute(tx);
  });
  expect(await titles('document', '998')).toEqual([]);
  expect(await titles('document', '218/kh')).toEqual(['218/KH-UBND']);
  expect(await titles('person', 'dang thi mo', 'quantri@example.vn')).toEqual(['Đặng Thị Mơ']);
  await inTenant(t.house.db, t.tenantId, (tx) =>
    sql`update person set erased_at = now() where email = 'noivu@example.vn'`.execute(tx),
  );
  expect(await titles('person', 'dang thi mo', 'quantri@example.vn')).toEqual([]);
});

const entriesOf = (tenantId: string | null) =>
  (tenantId ? inTenant(t.house.db, tenantId, (tx) => asked.execute(tx)) : asked.execute(t.house.db)).then(
    ({ rows }) => rows.length,
  );
const entries = (tsquery: string, kind: string, word: string) =>
  sql`select * from search_entries(${tsquery}::tsquery, ${tsquery}::tsquery,
    ${JSON.stringify([{ words: [word], last: null }])}::jsonb, ${JSON.stringify([{ kind, all: true, readers: [] }])}::jsonb, 50)`;
const asked = entries("'so'", 'agency', 'so');

test('the function that searches past the fence answers for the province of the transaction alone', async () => {
  const { id: other } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh khác', host: 'khac.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect(await entriesOf(t.tenantId)).toBeGreaterThan(5);
  expect(await entriesOf(other)).toBe(0);
  expect(await entriesOf(null)).toBe(0);
  // Whatever is asked, also by negation or by the word that marks another province.
  const crafted = [`!'không có'`, `'agency ${t.tenantId}'`, `'agency ${t.tenantId}' | !'x'`];
  for (const tsquery of crafted)
    for (const kind of ['agency', `agency ${t.tenantId}' | 'x`])
      for (const word of ['so', `x') | ('agency ${t.tenantId}`]) {
        const { rows } = await inTenant(t.house.db, other, (tx) => entries(tsquery, kind, word).execute(tx));
        expect([tsquery, kind, word, rows]).toEqual([tsquery, kind, word, []]);
      }
});

test('only the program may call it, and its search path is its own', async () => {
  const { rows } = await sql<{ acl: string; config: string[]; definer: boolean }>`
    select proacl::text as acl, proconfig as config, prosecdef as definer from pg_proc where proname = 'search_entries'`.execute(
    t.owner,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.definer).toBe(true);
  expect(rows[0]!.config).toContain('search_path=pg_catalog, public, pg_temp');
  expect(rows[0]!.acl).toMatch(/nhipcau_app=X/);
  expect(rows[0]!.acl).not.toMatch(/[{,]=X/);
});

test('entries written anew are the entries that were kept, and a wide question beyond the newest is answered', async () => {
  const all = () =>
    inTenant(t.house.db, t.tenantId, async (tx) => {
      const { rows } = await sql`select * from search_entry order by kind, subject_id`.execute(tx);
      return rows;
    });
  const kept = await all();
  expect(await rebuildEntries(t.house)).toContainEqual({ name: 'Thành phố Cần Thơ', entries: kept.length });
  expect(await all()).toEqual(kept);
  await inTenant(t.house.db, t.tenantId, (tx) =>
    sql`insert into document (symbol, title, issuer, issued_on, text, reading, state, created_by, created_at, published_at)
      select n || '/TB-VP', 'Thông báo số ' || n, 'Văn phòng', date '2020-01-01', '', '{}', 'published',
        (select id from person limit 1), timestamptz '2020-01-01' + n * interval '1 hour', timestamptz '2020-01-01' + n * interval '1 hour'
      from generate_series(1, 1450) n`.execute(tx),
  );
  expect((await titles('document', 'thong bao so')).slice(0, 2)).toEqual(['1450/TB-VP', '1449/TB-VP']);
  // By the index: a whole word before those that only begin so, and whatever word is the rare one.
  for (const q of ['thong bao so 17', '17/tb', 'tb 17', 'thong bao 17/tb-v', '17tbvp'])
    expect([q, (await titles('document', q))[0]]).toEqual([q, '17/TB-VP']);
  expect(await titles('document', 'thong bao so 17/xy')).toEqual([]);
});
