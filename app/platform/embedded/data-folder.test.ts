import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepareDataFolder } from './data-folder.ts';
import { lockFolder } from './instance-lock.ts';
import { requireSameMajor } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a full disk is named before anything is written', () => {
  expect(() => prepareDataFolder(folder, () => 150 * 1024 * 1024)).toThrow(
    /đã đầy \(cần ít nhất 200 MB trống\)/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('a cluster of another PostgreSQL is left untouched', () => {
  writeFileSync(join(folder, 'PG_VERSION'), '19\n');
  expect(() => requireSameMajor(folder)).toThrow(/là của PostgreSQL 19, chương trình này dùng 18/);
  writeFileSync(join(folder, 'PG_VERSION'), '18\n');
  expect(() => requireSameMajor(folder)).not.toThrow();
});

test('the lock of a process that is gone is taken over, that of a living one is not', () => {
  writeFileSync(join(folder, 'nhipcau.lock'), JSON.stringify({ pid: 999_999_999, started: '1' }));
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(/đang chạy trên thư mục dữ liệu/);
  release();
  lockFolder(folder)();
});

test('a lock file that was cut short by a crash does not lock anybody out', () => {
  writeFileSync(join(folder, 'nhipcau.lock'), '{"pid":');
  lockFolder(folder)();
});
