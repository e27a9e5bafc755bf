import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { checkServerVersion } from '#app/platform/migrate.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

type TableRow = { name: string; enabled: boolean; forced: boolean; owner: string; key: string | null };

const listTables = async (): Promise<TableRow[]> => {
  const { rows } = await sql<TableRow>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`.execute(t.owner);
  return rows;
};

test('every table is fenced by forced row-level security and keyed by its province first', async () => {
  const tables = (await listTables()).filter(({ name }) => name !== 'migration');
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter((table) => !table.enabled || !table.forced).map(({ name }) => name)).toEqual([]);
  expect(
    tables.filter(({ name, key }) => name !== 'tenant' && key !== 'tenant_id').map(({ name }) => name),
  ).toEqual([]);
});

test('the app role owns nothing, cannot see without a province, and cannot rewrite the ledger', async () => {
  expect((await listTables()).filter(({ owner }) => owner === 'nhipcau_app')).toEqual([]);
  expect(await t.house.db.selectFrom('agency').selectAll().execute()).toEqual([]);
  const attempt = inTenant(t.house.db, t.tenantId, (tx) => sql`update event set payload = '{}'`.execute(tx));
  await expect(attempt).rejects.toThrow(/permission denied/);
  const removal = inTenant(t.house.db, t.tenantId, (tx) => sql`delete from event`.execute(tx));
  await expect(removal).rejects.toThrow(/permission denied/);
});

test('another province sees none of the rows of this one, in any table', async () => {
  const { id: other } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh khác', host: 'khac.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { name } of (await listTables()).filter(
    (table) => !['migration', 'tenant'].includes(table.name),
  )) {
    const { rows } = await inTenant(t.house.db, other, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(tx),
    );
    expect([name, rows[0]!.n]).toEqual([name, 0]);
  }
  const write = inTenant(t.house.db, other, (tx) =>
    sql`insert into agency (tenant_id, kind, name) values (${t.tenantId}, 'so', 'Sở lạc')`.execute(tx),
  );
  await expect(write).rejects.toThrow(/row-level security/);
});

test('searching folds case, diacritics and đ', async () => {
  const { rows } = await sql<{ f: string }>`select fold('Đối NGOẠI nhân dân') as f`.execute(t.owner);
  expect(rows[0]!.f).toBe('doi ngoai nhan dan');
});

test('a server older than PostgreSQL 15 is refused in one sentence', () => {
  expect(() => checkServerVersion(140_011)).toThrow('PostgreSQL 14 quá cũ: cần bản 15 trở lên');
  expect(() => checkServerVersion(150_000)).not.toThrow();
});
