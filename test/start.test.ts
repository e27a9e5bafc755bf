import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { isAlive } from '#app/platform/embedded/instance-lock.ts';
import { databaseUrl, dropTestDatabase, makeTestDatabase } from './database.ts';
import { type Program, runProgram, startProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-start-'));
chmodSync(folder, 0o755);
const data = join(folder, 'data');
const running: Program[] = [];
afterAll(async () => {
  for (const program of running) program.child.kill('SIGTERM');
  await Promise.all(running.map((program) => program.ended));
  rmSync(folder, { recursive: true, force: true });
});

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

async function start(port: number): Promise<Program> {
  const program = await startProgram({ NHIPCAU_DATA: data, PORT: String(port) });
  running.push(program);
  return program;
}

/** The whole tree of a program dies at once, its database excepted: what `kill -9` leaves behind. */
async function killHard(program: Program): Promise<void> {
  const children = execFileSync('pgrep', ['-P', String(program.child.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
  for (const pid of [program.child.pid!, ...children]) process.kill(pid, 'SIGKILL');
  await program.ended;
}

const oneSentence = (text: string) => expect(text.trim().split('\n')).toHaveLength(1);

test('first start makes everything, a second one on the same folder is told, kill -9 is survived, Ctrl-C ends all', {
  timeout: 300_000,
}, async () => {
  const port = await freePort();
  const first = await start(port);
  expect(Object.keys(first.links).length).toBeGreaterThanOrEqual(5);
  expect((await fetch(`${first.origin}/healthz`)).status).toBe(200);

  const beside = { NHIPCAU_DATA: data, PORT: String(port) };
  expect((await runProgram(['verify'], beside)).out).toMatch(/nguyên vẹn/);
  expect(await runProgram(['backup'], beside)).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/backups\/nhipcau-.*\.tar\.zst\.age\n\d+ dòng, 0 tệp/),
  });

  const second = await runProgram(['start'], { NHIPCAU_DATA: data, PORT: String(await freePort()) });
  expect(second.code).toBe(1);
  expect(second.err).toMatch(/đang chạy trên thư mục dữ liệu/);
  oneSentence(second.err);

  const orphan = Number.parseInt(readFileSync(postmasterFile(first), 'utf8'), 10);
  await killHard(first);
  expect(isAlive(orphan)).toBe(true);
  const third = await start(port);
  expect(isAlive(orphan)).toBe(false);
  expect((await fetch(`${third.origin}/healthz`)).status).toBe(200);

  const blocked = await runProgram(['start'], { NHIPCAU_DATA: join(folder, 'other'), PORT: String(port) });
  expect(blocked).toMatchObject({ code: 1, out: '' });
  expect(blocked.err).toMatch(new RegExp(`Cổng ${port} đang được chương trình khác dùng`));

  const asked = Date.now();
  third.child.kill('SIGINT');
  expect((await third.ended).code).toBe(0);
  expect(Date.now() - asked).toBeLessThan(5_000);
  expect(existsSync(postmasterFile(third))).toBe(false);
});

/** The database may live outside the data folder when root's folders cannot be entered by its own user. */
function postmasterFile(_program: Program): string {
  const candidates = [
    join(data, 'postgres'),
    ...(existsSync('/var/lib/nhipcau')
      ? execFileSync('find', ['/var/lib/nhipcau', '-maxdepth', '2', '-name', 'postgres'], {
          encoding: 'utf8',
        })
          .trim()
          .split('\n')
      : []),
  ];
  return join(
    candidates.find((path) => existsSync(join(path, 'PG_VERSION'))) ?? candidates[0]!,
    'postmaster.pid',
  );
}

test('a data folder that cannot be written is named, and nothing is started', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const run = await runProgram(['start'], { NHIPCAU_DATA: join(file, 'data') });
  expect(run.code).toBe(1);
  expect(run.err).toMatch(/Không ghi được vào thư mục dữ liệu .*NHIPCAU_DATA/);
  oneSentence(run.err);
});

test.each([
  ['postgres://ai:gi@127.0.0.1:1/nhipcau', /Không có máy chủ PostgreSQL/],
  ['postgres://ai:gi@khong-co-may-nay.invalid/nhipcau', /Không tìm thấy tên máy chủ/],
  ['khong phai dia chi', /DATABASE_URL không đúng dạng/],
])('DATABASE_URL %s is answered with one sentence', async (url, sentence) => {
  const run = await runProgram(['migrate'], { NHIPCAU_DATA: join(folder, 'served'), DATABASE_URL: url });
  expect(run.code).toBe(1);
  expect(run.err).toMatch(sentence);
  oneSentence(run.err);
});

test('a wrong password and a missing database are told apart', async () => {
  const base = new URL(inject('ownerUrl'));
  const missing = await runProgram(['migrate'], {
    NHIPCAU_DATA: join(folder, 'served'),
    DATABASE_URL: new URL('/khong_co', base).href,
  });
  expect(missing.err).toMatch(/không có cơ sở dữ liệu/);
  base.password = 'sai';
  const refused = await runProgram(['migrate'], {
    NHIPCAU_DATA: join(folder, 'served'),
    DATABASE_URL: base.href,
  });
  expect(refused.err).toMatch(/Tên hoặc mật khẩu trong DATABASE_URL không đúng/);
});

test('data of a newer program is left untouched', async () => {
  await makeTestDatabase('newer', 'nhipcau_template');
  const url = databaseUrl('newer');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("insert into migration (name, hash) values ('9999_from_the_future.sql', 'x')");
  const run = await runProgram(['migrate'], { NHIPCAU_DATA: join(folder, 'served'), DATABASE_URL: url });
  expect(run.code).toBe(1);
  expect(run.err).toMatch(/phiên bản mới hơn của chương trình/);
  expect((await client.query('select count(*)::int as n from migration')).rows[0].n).toBeGreaterThan(1);
  await client.end();
  await dropTestDatabase('newer');
});

test('an operator makes a first administrator on a real server, once', async () => {
  await makeTestDatabase('served', 'nhipcau_template');
  const env = { NHIPCAU_DATA: join(folder, 'served'), DATABASE_URL: databaseUrl('served') };
  const args = [
    'init',
    '--province',
    'Tỉnh Đồng Tháp',
    '--name',
    'Trần Văn A',
    '--email',
    'quantri@dongthap.gov.vn',
  ];
  expect((await runProgram(args, env)).out).toMatch(
    /^http:\/\/127\.0\.0\.1:3000\/enter#[0-9a-f-]{36}\.[\w-]{43}\n$/,
  );
  expect((await runProgram(args, env)).err).toMatch(/đã có tỉnh/);
  expect((await runProgram(['verify'], env)).out).toMatch(/Tỉnh Đồng Tháp: .* nguyên vẹn/);
  expect((await runProgram(['link', 'khong@co.vn'], env)).err).toMatch(/Không có người dùng/);
  await dropTestDatabase('served');
});

test.each([
  [['read'], 2],
  [['read', 'khong-co-tep.md'], 1],
  [['read', 'package.json', '--lam-gi'], 2],
  [['khong-co-lenh'], 2],
  [['help'], 0],
])('bin/nhipcau %j exits %i', async (args, code) => {
  const run = await runProgram(args);
  expect(run.code).toBe(code);
  if (code) expect(run.out).toBe('');
});
