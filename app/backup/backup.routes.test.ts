import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recentLedger } from '#app/ledger/ledger.contract.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { nameOfArchive } from './archive-name.ts';
import { showBackups, startBackup, startDrill } from './backup.contract.ts';
import { backupJob } from './backup.jobs.ts';

/** A drill loads a whole database; machines that test are busy. */
const LONG = { timeout: 180_000 };

let t: TestHouse;
let admin: Person;
beforeAll(async () => {
  t = await openTestHouse();
  admin = await t.as('quantri@example.vn');
});
afterAll(() => t.close());

const look = () => admin.call(showBackups, {});
async function ended() {
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; ) {
    const seen = await look();
    if (!seen.running) return seen;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the run did not end');
}
const databases = async () =>
  (
    await sql<{ name: string }>`select datname as name from pg_database where datname like '%_drill'`.execute(
      t.owner,
    )
  ).rows;

test('only the administrator sees and runs backups', async () => {
  for (const email of ['daumoi@example.vn', 'lanhdao@example.vn', 'thanhtra@example.vn']) {
    const person = await t.as(email);
    for (const route of [showBackups, startBackup, startDrill])
      expect(await person.refused(route, {})).toMatchObject({
        status: 403,
        title: expect.stringMatching(/chỉ quản trị/),
      });
  }
});

test('before the first backup the page says so, and a drill says what it needs', async () => {
  expect(await look()).toMatchObject({ lastGood: null, lastDrill: null, isOld: true, recent: [] });
  await admin.call(startDrill, {});
  expect((await ended()).failed[0]?.failure).toBe('Chưa có bản sao lưu nào để diễn tập: hãy sao lưu trước.');
});

test(
  'a backup and a drill from the page: one at a time, told in the ledger, the scratch database gone',
  LONG,
  async () => {
    await admin.call(startBackup, {});
    expect(await admin.refused(startDrill, {})).toMatchObject({ status: 409 });
    const made = await ended();
    expect(made.lastGood).toMatchObject({ reason: 'asked', isThere: true, unusable: 0 });
    expect(made.lastGood!.rows).toBeGreaterThan(50);
    expect(made.isOld).toBe(false);
    await admin.call(startDrill, {});
    const drilled = await ended();
    expect(drilled.failed).toEqual([]);
    expect(drilled.lastDrill).toMatchObject({ archive: made.lastGood!.archive, rows: made.lastGood!.rows });
    expect(await databases()).toEqual([]);
    const { lines } = await admin.call(recentLedger, { query: { subjectKind: 'backup' } });
    expect(lines.map((line) => line.said.vi)).toEqual([
      expect.stringMatching(/cho diễn tập khôi phục$/),
      expect.stringMatching(/cho sao lưu ngay$/),
      expect.stringMatching(/cho diễn tập khôi phục$/),
    ]);
  },
);

test('a line of the ledger changed behind the program’s back makes the drill fail', LONG, async () => {
  await sql`alter table event disable trigger user`.execute(t.owner).catch(() => {});
  const change = (name: string) =>
    t.owner.transaction().execute(async (tx) => {
      await sql`alter table event no force row level security`.execute(tx);
      await sql`update event set payload = payload || jsonb_build_object('sửa', ${name}::text)
        where ctid = (select min(ctid) from event)`.execute(tx);
      await sql`alter table event force row level security`.execute(tx);
    });
  await change('lén');
  await admin.call(startBackup, {});
  await ended();
  await admin.call(startDrill, {});
  const { failed } = await ended();
  expect(failed[0]).toMatchObject({
    kind: 'drill',
    failure: expect.stringMatching(/Nhật ký trong bản sao lưu hỏng/),
  });
  expect(await databases()).toEqual([]);
  await t.owner.transaction().execute(async (tx) => {
    await sql`alter table event no force row level security`.execute(tx);
    await sql`update event set payload = payload - 'sửa'`.execute(tx);
    await sql`alter table event force row level security`.execute(tx);
  });
});

test('what went wrong is one plain sentence; the last good one stays', async () => {
  const { backup } = t.house.installation;
  const right = backup.folder;
  const blocked = join(t.house.installation.dataFolder, 'một-tệp');
  writeFileSync(blocked, '');
  backup.folder = join(blocked, 'con');
  const good = (await look()).lastGood;
  await admin.call(startBackup, {});
  const seen = await ended();
  backup.folder = right;
  expect(seen.failed.find((run) => run.kind === 'backup')?.failure).toMatch(
    /^Không ghi được vào thư mục sao lưu .*NHIPCAU_BACKUP_FOLDER\.$/,
  );
  expect(seen.lastGood?.id).toBe(good?.id);
});

test(
  'by itself: at night, once; the drill after it; old archives go, other files stay; after 26 hours the page warns',
  LONG,
  async () => {
    const { folder } = t.house.installation.backup;
    mkdirSync(folder, { recursive: true });
    const old = nameOfArchive(new Date('2024-03-05T02:00:00+07:00'));
    writeFileSync(join(folder, old), '');
    writeFileSync(join(folder, 'ghi-chú.txt'), '');
    const older = nameOfArchive(new Date('2024-03-05T01:00:00+07:00'));
    writeFileSync(join(folder, older), '');
    const tomorrow = officeDay(new Date(Date.now() + 2 * 86_400_000));
    const at = (time: string) => new Date(`${tomorrow}T${time}:00+07:00`);
    t.setNow(at('02:00'));
    admin = await t.as('quantri@example.vn');
    const before = (await look()).recent.length;
    await runDueJobs(t.house, [backupJob]);
    const made = await ended();
    expect(made.lastGood).toMatchObject({ reason: 'nightly', startedAt: at('02:00').toISOString() });
    t.setNow(at('02:31'));
    await runDueJobs(t.house, [backupJob]);
    await ended();
    await runDueJobs(t.house, [backupJob]);
    await ended();
    const names = readdirSync(folder);
    expect([old, older, 'ghi-chú.txt'].filter((name) => names.includes(name))).toEqual([old, 'ghi-chú.txt']);

    t.setNow(new Date(at('02:00').getTime() + 8 * 86_400_000));
    admin = await t.as('quantri@example.vn');
    expect((await look()).isOld).toBe(true);
    await runDueJobs(t.house, [backupJob]);
    await ended();
    await runDueJobs(t.house, [backupJob]);
    const last = await ended();
    expect(last.lastDrill).toMatchObject({ reason: 'nightly', archive: last.lastGood!.archive });
    expect(last.recent.length).toBeGreaterThan(before);
    rmSync(join(folder, last.lastGood!.archive!));
    expect((await look()).lastGood?.isThere).toBe(false);
  },
);
