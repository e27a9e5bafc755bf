import { randomBytes, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateX25519Identity } from 'age-encryption';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEntryLinkFor } from '#app/accounts/index.ts';
import { insertAgency } from '#app/agencies/index.ts';
import { insertFile } from '#app/files/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { openProgram } from '#app/main.ts';
import { inTenant, openDatabase } from '#app/platform/database.ts';
import { s3FileStore } from '#app/platform/file-store/s3.ts';
import { diskFileStore } from '#app/platform/file-store.ts';
import { applyMigrations, listMigrations, requireMigrated } from '#app/platform/migrate.ts';
import { sealWith } from '#app/platform/seal.ts';
import { databaseUrl, dropTestDatabase, makeTestDatabase } from '#test/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { openS3Server } from '#test/s3-server.ts';
import { PART } from './archive-writer.ts';
import { checkArchive } from './check-archive.ts';
import { walkLedger } from './drill.ts';
import { keysOf } from './keys.ts';
import { type Archive, makeArchive } from './make-archive.ts';
import { restoreArchive } from './restore-archive.ts';

let t: TestHouse;
const folder = mkdtempSync(join(tmpdir(), 'nhipcau-restored-'));
const quiet = () => {};
const made: string[] = [];
beforeAll(async () => {
  t = await openTestHouse();
  await addSecondProvince();
});
afterAll(async () => {
  await t.close();
  for (const name of made) await dropTestDatabase(name);
  rmSync(folder, { recursive: true, force: true });
});

async function emptyDatabase(): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await makeTestDatabase(name, 'template0');
  made.push(name);
  return databaseUrl(name);
}

async function addSecondProvince() {
  const other = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh Đồng Tháp', host: 'dongthap.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await inTenant(t.house.db, other.id, (tx) => addAgency(tx, 'Sở Ngoại vụ Đồng Tháp'));
  await sql`insert into job_run (name, day, started_at) values ('thử', '2026-11-21', now())`.execute(
    t.house.db,
  );
}

/** A row and its event in one transaction: a backup must have both or neither. */
async function addAgency(tx: Parameters<typeof insertAgency>[0], name: string) {
  const id = await insertAgency(tx, { kind: 'so', name, names: [], parentId: null } as never);
  await appendEvent(tx, t.house.now(), {
    subjectKind: 'backup-test',
    subjectId: id,
    kind: 'backup-test.added',
    actorId: null,
    payload: { name },
  });
}

async function addFile(bytes: Buffer, name: string): Promise<string> {
  const { sha256, size } = await t.house.files.put(Readable.from([bytes]));
  await inTenant(t.house.db, t.tenantId, (tx) =>
    insertFile(tx, {
      sha256,
      size,
      name,
      mediaType: 'application/pdf',
      uploadedBy: null,
      uploadedAt: t.house.now(),
    }),
  );
  return sha256;
}

const back = (now = new Date()): Promise<Archive> =>
  makeArchive({ installation: t.house.installation, files: t.house.files, now, report: quiet });
const pathOf = (archive: Archive) => join(archive.place, archive.name);

async function restore(archive: Archive, name: string) {
  const ownerUrl = await emptyDatabase();
  const files = diskFileStore(join(folder, name));
  const checked = await restoreArchive({
    path: pathOf(archive),
    keys: await keysOf(t.house.installation),
    ownerUrl: () => ownerUrl,
    keep: (content) => files.put(content),
    report: quiet,
  });
  return { ownerUrl, files, checked };
}

/** Looked at behind the program's back, with nothing of the backup's own code. */
async function fingerprints(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    );
    const found: Record<string, string> = {};
    for (const { name } of rows.filter((one) => !['migration', 'backup_run'].includes(one.name))) {
      await client.query(`alter table "${name}" no force row level security`);
      const { rows: sums } = await client.query(
        `select count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), '')) as h from "${name}" t`,
      );
      found[name] = `${sums[0].n} ${sums[0].h}`;
    }
    return found;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

const schemaOf = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`
    select conrelid::regclass::text as t, conname as n, pg_get_constraintdef(oid) as d from pg_constraint where connamespace = 'public'::regnamespace
    union all select oid::regclass::text, 'fence', relrowsecurity || ' ' || relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
    order by 1, 2`);
  await client.end();
  return rows;
};

test('a backup made while people work is one moment: each row has its event; a restored province can be entered', {
  timeout: 120_000,
}, async () => {
  const words = 'Báo cáo kết quả tiếp đoàn';
  const sealed = t.house.seal.close('JBSWY3DPEHPK3PXP', 'thử');
  const small = await addFile(Buffer.from(words), 'báo cáo.pdf');
  const big = await addFile(randomBytes(3 * PART + 17), 'ảnh chụp.pdf');
  const empty = await addFile(Buffer.alloc(0), 'trống.txt');
  const link = await makeEntryLinkFor(t.house, t.tenantId, 'daumoi@example.vn');

  let working = true;
  let written = 0;
  const work = (async () => {
    while (working) await inTenant(t.house.db, t.tenantId, (tx) => addAgency(tx, `Phòng thử ${++written}`));
  })();
  while (written < 20) await new Promise((done) => setTimeout(done, 10));
  const archive = await back();
  working = false;
  await work;

  const { ownerUrl, files, checked } = await restore(archive, 'moving');
  expect(archive).toMatchObject({
    files: 3,
    fileBytes: 3 * PART + 17 + Buffer.byteLength(words),
    unusable: 0,
  });
  for (const sha256 of [small, big, empty])
    expect((await buffer(files.read(sha256))).equals(await buffer(t.house.files.read(sha256)))).toBe(true);

  const owner = openDatabase(ownerUrl, undefined, 1);
  const db = openDatabase(ownerUrl, 'nhipcau_app', 4);
  const torn = await inTenant(db, t.tenantId, (tx) =>
    sql<{ rows: number; events: number }>`
      select (select count(*)::int from agency where name like 'Phòng thử %') as rows,
        (select count(*)::int from event where kind = 'backup-test.added') as events`.execute(tx),
  );
  // The twentieth may have been begun and not yet committed.
  expect(torn.rows[0]!.rows).toBeGreaterThanOrEqual(19);
  expect(torn.rows[0]!.rows).toBe(torn.rows[0]!.events);
  expect(await walkLedger(t.house, ownerUrl, checked.header.tenants)).toBeGreaterThan(20);

  const web = await openProgram({ ...t.house, db, files });
  const entered = await web.inject({
    method: 'POST',
    url: '/api/enter',
    payload: { token: link!.split('#')[1] },
  });
  expect(entered.statusCode).toBe(200);
  await inTenant(db, t.tenantId, (tx) => addAgency(tx, 'Sở sau khôi phục'));
  expect(sealWith(checked.header.sealKey).open(sealed, 'thử')).toBe('JBSWY3DPEHPK3PXP');
  await web.close();
  await Promise.all([db.destroy(), owner.destroy()]);
});

test('restored: every table equal in count and content, guards and keys as they were, and the same archive again', {
  timeout: 120_000,
}, async () => {
  const archive = await back();
  const { ownerUrl, checked } = await restore(archive, 'still');
  expect(await fingerprints(ownerUrl)).toEqual(await fingerprints(t.house.installation.ownerUrl));
  expect(await schemaOf(ownerUrl)).toEqual(await schemaOf(t.house.installation.ownerUrl));
  const again = await makeArchive({
    installation: { ...t.house.installation, ownerUrl },
    files: t.house.files,
    now: new Date(Date.now() + 5_000),
    report: quiet,
  });
  const second = await checkArchive(pathOf(again), await keysOf(t.house.installation));
  expect(second.manifest).toEqual({ ...checked.manifest, headerSha256: second.manifest.headerSha256 });
});

test('an archive of an older schema is brought to this version', { timeout: 120_000 }, async () => {
  const oldUrl = await emptyDatabase();
  const client = new pg.Client({ connectionString: oldUrl });
  await client.connect();
  const old = listMigrations().slice(0, 12);
  await applyMigrations(client, old);
  await client.query("insert into tenant (id, name) values ($1, 'Tỉnh Hậu Giang')", [t.tenantId]);
  await client.query("select set_config('app.tenant', $1, false)", [t.tenantId]);
  await client.query("insert into agency (kind, name) values ('so', 'Sở Thông tin và Truyền thông')");
  await client.end();
  const archive = await makeArchive({
    installation: { ...t.house.installation, ownerUrl: oldUrl },
    files: t.house.files,
    now: new Date(Date.now() + 3_000),
    report: quiet,
  });
  const { ownerUrl, checked } = await restore(archive, 'old');
  expect(checked.header.migrations).toHaveLength(12);
  await requireMigrated(ownerUrl);
  const db = openDatabase(ownerUrl, 'nhipcau_app', 1);
  const names = await inTenant(db, t.tenantId, (tx) => tx.selectFrom('agency').select('name').execute());
  await db.destroy();
  expect(names).toEqual([{ name: 'Sở Thông tin và Truyền thông' }]);
});

test('files of an S3 store come along and go back', { timeout: 120_000 }, async () => {
  const s3 = await openS3Server();
  const store = s3FileStore(s3.settings, join(folder, 'spool'));
  for await (const { sha256 } of t.house.files.list()) await store.put(t.house.files.read(sha256));
  const archive = await makeArchive({
    installation: t.house.installation,
    files: store,
    now: new Date(Date.now() + 12_000),
    report: quiet,
  });
  expect(archive).toMatchObject({ files: 3, unusable: 0 });
  const ownerUrl = await emptyDatabase();
  const { manifest } = await restoreArchive({
    path: pathOf(archive),
    keys: await keysOf(t.house.installation),
    ownerUrl: () => ownerUrl,
    keep: (content) => store.put(content),
    report: quiet,
  });
  for (const { sha256, size } of manifest.files) expect(await store.size(sha256)).toBe(size);
  store.close();
  await s3.close();
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error) => error.message as string,
  );
const hurt = (archive: Archive, change: (copy: string) => void): Archive => {
  const name = `hỏng-${randomUUID()}.age`;
  copyFileSync(pathOf(archive), join(archive.place, name));
  change(join(archive.place, name));
  return { ...archive, name };
};
const flip = (file: string, at: number) => {
  const bytes = readFileSync(file);
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  writeFileSync(file, bytes);
};

test('a flipped byte anywhere, a cut end, a foreign key: refused in one sentence, and nothing is left behind', {
  timeout: 120_000,
}, async () => {
  const archive = await back();
  const size = archive.size;
  const ownerUrl = await emptyDatabase();
  const files = diskFileStore(join(folder, 'refused'));
  const keys = await keysOf(t.house.installation);
  const attempt = (path: string, with_ = keys) =>
    refusal(
      restoreArchive({
        path,
        keys: with_,
        ownerUrl: () => ownerUrl,
        keep: (content) => files.put(content),
        report: quiet,
      }),
    );
  for (const at of [0, 40, 200, 1000, Math.floor(size / 2), size - 70_000, -1].filter((n) => n < size))
    expect([at, await attempt(pathOf(hurt(archive, (copy) => flip(copy, at))))]).toEqual([
      at,
      expect.stringMatching(/hỏng|Khóa này không mở được/),
    ]);
  for (const left of [0, 100, Math.floor(size / 2), size - 1])
    expect([left, await attempt(pathOf(hurt(archive, (copy) => truncateSync(copy, left))))]).toEqual([
      left,
      expect.stringMatching(/hỏng/),
    ]);
  const stranger = { recipients: [], identities: [await generateX25519Identity()], passphrase: undefined };
  expect(await attempt(pathOf(archive), stranger)).toMatch(/Khóa này không mở được bản sao lưu/);
  expect(await attempt(join(folder, 'không-có.age'))).toMatch(/Không đọc được tệp/);
  expect(await fingerprints(ownerUrl)).toEqual({});
  expect(existsSync(join(folder, 'refused'))).toBe(false);
});

test('a database with people in it, one of another program, and an archive of a newer program are refused', {
  timeout: 120_000,
}, async () => {
  const archive = await back();
  const keys = await keysOf(t.house.installation);
  const into = (ownerUrl: string) =>
    refusal(
      restoreArchive({
        path: pathOf(archive),
        keys,
        ownerUrl: () => ownerUrl,
        keep: t.house.files.put,
        report: quiet,
      }),
    );
  expect(await into(t.house.installation.ownerUrl)).toMatch(/đã có dữ liệu/);
  const foreign = await emptyDatabase();
  const client = new pg.Client({ connectionString: foreign });
  await client.connect();
  await client.query('create table của_người_khác (a int)');
  await client.end();
  expect(await into(foreign)).toMatch(/bảng của chương trình khác/);

  await sql`insert into migration (name, hash) values ('9999_from_the_future.sql', ${'0'.repeat(64)})`.execute(
    t.owner,
  );
  const newer = await back();
  await sql`delete from migration where name like '9999%'`.execute(t.owner);
  const keysAgain = await keysOf(t.house.installation);
  const target = await emptyDatabase();
  expect(
    await refusal(
      restoreArchive({
        path: pathOf(newer),
        keys: keysAgain,
        ownerUrl: () => target,
        keep: t.house.files.put,
        report: quiet,
      }),
    ),
  ).toMatch(/phiên bản mới hơn của chương trình \(9999_from_the_future\.sql\)/);
  expect(await fingerprints(target)).toEqual({});
});

test('a file lost from the store is told of, the rest is kept; a failing backup leaves no file', {
  timeout: 120_000,
}, async () => {
  const lost = await addFile(randomBytes(500), 'mất.pdf');
  rmSync(join(t.house.installation.dataFolder, lost.slice(0, 2), lost));
  const archive = await back();
  expect(archive).toMatchObject({ unusable: 1, files: 3 });
  await inTenant(t.house.db, t.tenantId, (tx) => sql`delete from file where sha256 = ${lost}`.execute(tx));

  const { folder: place } = t.house.installation.backup;
  const before = readdirSync(place);
  const broken = {
    ...t.house.files,
    has: async () => true,
    read: () =>
      Readable.from(
        (async function* () {
          yield randomBytes(100);
          throw new Error('the disk died');
        })(),
      ),
  };
  const attempt = makeArchive({
    installation: t.house.installation,
    files: broken as never,
    now: new Date(),
    report: quiet,
  });
  await expect(attempt).rejects.toThrow('the disk died');
  expect(readdirSync(place)).toEqual(before);
});

test('a passphrase instead of keys; without it the archive stays shut', { timeout: 120_000 }, async () => {
  const installation = {
    ...t.house.installation,
    backup: { ...t.house.installation.backup, passphrase: 'mật khẩu của tủ sắt tầng hai' },
  };
  const archive = await makeArchive({
    installation,
    files: t.house.files,
    now: new Date(Date.now() + 9_000),
    report: quiet,
  });
  expect((await checkArchive(pathOf(archive), await keysOf(installation))).manifest.files.length).toBe(3);
  const wrong = { recipients: [], identities: [], passphrase: 'một mật khẩu khác hẳn' };
  expect(await refusal(checkArchive(pathOf(archive), wrong))).toMatch(/Khóa này không mở được/);
  expect(await refusal(checkArchive(pathOf(archive), await keysOf(t.house.installation)))).toMatch(
    /Khóa này không mở được/,
  );
});
