import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { checkServerVersion } from '#app/platform/migrate.ts';
import { fillEmptyTables } from '#test/access/a-row-of-each-table.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

/** These belong to the installation: what it did by itself, its migrations, and the names of its provinces. */
const ofInstallation = ['backup_run', 'job_run', 'migration', 'tenant'];

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
  const withoutProvince = tables.filter(({ key }) => key !== 'tenant_id').map(({ name }) => name);
  expect(withoutProvince).toEqual(ofInstallation.filter((name) => name !== 'migration'));
});

test('the app role owns nothing, cannot see without a province, and cannot rewrite the ledger', async () => {
  expect((await listTables()).filter(({ owner }) => owner === 'nhipcau_app')).toEqual([]);
  expect(await t.house.db.selectFrom('agency').selectAll().execute()).toEqual([]);
  const attempt = inTenant(t.house.db, t.tenantId, (tx) => sql`update event set payload = '{}'`.execute(tx));
  await expect(attempt).rejects.toThrow(/permission denied/);
  const removal = inTenant(t.house.db, t.tenantId, (tx) => sql`delete from event`.execute(tx));
  await expect(removal).rejects.toThrow(/permission denied/);
});

test('a row of any table is out of reach of another province: not seen, changed, removed or planted', async () => {
  const { id: other } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh khác', host: 'khac.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const tables = (await listTables())
    .map(({ name }) => name)
    .filter((name) => !ofInstallation.includes(name));
  await fillEmptyTables(t.owner, t.tenantId, tables);
  const reached: string[] = [];
  for (const name of tables) {
    const table = sql.table(name);
    const from = (tenantId: string, statement: ReturnType<typeof sql>) =>
      inTenant(t.house.db, tenantId, (tx) => statement.execute(tx)).then(
        ({ rows }) => rows.length,
        ({ message }: Error) => message,
      );
    const attempts: Record<string, ReturnType<typeof sql>> = {
      see: sql`select 1 from ${table}`,
      change: sql`update ${table} set tenant_id = tenant_id returning 1`,
      remove: sql`delete from ${table} returning 1`,
    };
    expect([name, await from(t.tenantId, attempts.see!)]).not.toEqual([name, 0]);
    for (const [what, statement] of Object.entries(attempts)) {
      const found = await from(other, statement);
      if (found !== 0 && !/permission denied/.test(String(found))) reached.push(`${what} ${name}: ${found}`);
    }
    const planted = await from(
      other,
      sql`insert into ${table} (tenant_id) values (${t.tenantId}) returning 1`,
    );
    // The fence is asked before what is missing in the row is noticed.
    if (!/row-level security|permission denied/.test(String(planted)))
      reached.push(`plant ${name}: ${planted}`);
  }
  expect(reached).toEqual([]);
});

test('searching folds case, diacritics and đ', async () => {
  const { rows } = await sql<{ f: string }>`select fold('Đối NGOẠI nhân dân') as f`.execute(t.owner);
  expect(rows[0]!.f).toBe('doi ngoai nhan dan');
});

test('a server older than PostgreSQL 15 is refused in one sentence', () => {
  expect(() => checkServerVersion(140_011)).toThrow('PostgreSQL 14 quá cũ: cần bản 15 trở lên');
  expect(() => checkServerVersion(150_000)).not.toThrow();
});
