import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseUrl, dropTestDatabase, makeTestDatabase } from '#test/database.ts';
import { runProgram } from '#test/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-commands-'));
chmodSync(folder, 0o755);
const made: string[] = [];
const at = (data: string, database: string) => ({
  NHIPCAU_DATA: join(folder, data),
  DATABASE_URL: databaseUrl(database),
});
async function makeDatabase(name: string) {
  await makeTestDatabase(name, 'template0');
  made.push(name);
}
let archive = '';
const source = at('cũ', 'backup_source');
const identity = join(source.NHIPCAU_DATA, 'backup-identity.txt');

beforeAll(async () => {
  await makeDatabase('backup_source');
  await makeDatabase('backup_target');
  const run = await runProgram(
    ['init', '--province', 'Tỉnh An Giang', '--name', 'Trần Văn A', '--email', 'a@angiang.gov.vn'],
    source,
  );
  expect(run.err).toBe('');
  const backup = await runProgram(['backup'], source);
  expect(backup).toMatchObject({ code: 0, err: '' });
  archive = backup.out.split('\n')[0]!;
}, 120_000);
afterAll(async () => {
  for (const name of made) await dropTestDatabase(name);
  rmSync(folder, { recursive: true, force: true });
});

test('what cannot be restored is refused in one sentence, and nothing is made', {
  timeout: 120_000,
}, async () => {
  const target = at('mới', 'backup_target');
  const refused = async (args: string[], env: Record<string, string> = {}) => {
    const run = await runProgram(['restore', ...args], { ...target, ...env });
    expect([run.code, run.out]).toEqual([1, '']);
    return run.err.trim().split('\n').at(-1);
  };
  expect(await refused([archive])).toMatch(/^Cần khóa để mở bản sao lưu: thêm --identity/);
  expect(await refused([archive, '--identity', 'không-có.txt'])).toMatch(/^Không có tệp khóa/);
  expect(await refused(['không-có.age', '--identity', identity])).toMatch(/^Không đọc được tệp/);
  expect(existsSync(target.NHIPCAU_DATA)).toBe(false);
  expect(
    await refused([archive, '--identity', identity], {
      NHIPCAU_KEY: 'một khóa khác hẳn của máy khác, đủ dài',
    }),
  ).toMatch(/^NHIPCAU_KEY khác khóa của bản sao lưu/);
  expect(readdirSync(target.NHIPCAU_DATA)).not.toContain('seal.key');
  expect((await runProgram(['restore'], target)).code).toBe(2);
});

test('restored on another machine: same rows, same key, and its people get in', async () => {
  const target = at('mới', 'backup_target');
  const run = await runProgram(['restore', archive, '--identity', identity], target);
  expect(run.code).toBe(0);
  expect(run.out).toMatch(
    /Đã khôi phục bản sao lưu lúc .*: \d+ dòng, 0 tệp, đúng từng bảng\.\nTỉnh An Giang: .* nguyên vẹn/,
  );
  const key = (data: string) => readFileSync(join(folder, data, 'seal.key'), 'utf8').trim();
  expect(key('mới')).toBe(key('cũ'));
  expect((await runProgram(['link', 'a@angiang.gov.vn'], target)).out).toMatch(/\/enter#/);
  const again = await runProgram(['restore', archive, '--identity', identity], target);
  expect(again.err.trim().split('\n').at(-1)).toMatch(/^CSDL này đã có dữ liệu nên không khôi phục đè lên/);
}, 120_000);

test('settings are printed with their values, secrets only as given; a wrong one is named', {
  timeout: 120_000,
}, async () => {
  const run = await runProgram(['settings'], {
    ...source,
    NHIPCAU_KEY: 'khóa bí mật không ai được thấy trên màn hình',
    NHIPCAU_BACKUP_AT: '03:30',
  });
  expect(run.out).toMatch(/^NHIPCAU_BACKUP_AT = 03:30\n {4}giờ sao lưu hằng đêm/m);
  expect(run.out).toMatch(/^NHIPCAU_KEY = \(đã đặt, không in\)$/m);
  expect(run.out).toMatch(/^PORT = 3000 \(mặc định\)$/m);
  expect(run.out).not.toMatch(/không ai được thấy|postgres:\/\//);
  for (const [name, value, said] of [
    ['NHIPCAU_BACKUP_AT', '25:00', /NHIPCAU_BACKUP_AT=25:00 không hợp lệ/],
    ['NHIPCAU_BACKUP_KEEP', '7', /NHIPCAU_BACKUP_KEEP=7 không hợp lệ/],
    [
      'NHIPCAU_BACKUP_PASSPHRASE',
      'ngắn',
      /^NHIPCAU_BACKUP_PASSPHRASE phải có từ 16 ký tự trở lên: hãy đặt lại\.$/,
    ],
  ] as const) {
    const wrong = await runProgram(['settings'], { ...source, [name]: value });
    expect([wrong.code, wrong.err.trim()]).toEqual([1, expect.stringMatching(said)]);
  }
});
