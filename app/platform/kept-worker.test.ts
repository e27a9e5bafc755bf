import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { keptWorker } from './kept-worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-kept-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'doubling.worker.ts');
writeFileSync(
  file,
  `import { answerTasks } from '${pathToFileURL(join(import.meta.dirname, 'kept-worker.ts')).href}';
answerTasks((task: number) => {
  if (task === 13) throw new Error('thirteen');
  if (task === 0) process.exit();
  while (task === 99);
  return task * 2;
});`,
);
const doubling = (longest: number) =>
  keptWorker<number, number>(pathToFileURL(file), { name: 'the doubling', longest });

test('tasks are answered each by its own, and a fault is the fault of its task', async () => {
  const double = doubling(60_000);
  const all = await Promise.allSettled([double(1), double(13), double(21)]);
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
    2,
    'thirteen',
    42,
  ]);
});

test('a thread that ends tells those who wait; whoever comes next gets another', async () => {
  const double = doubling(60_000);
  await expect(double(0)).rejects.toThrow('the doubling ended');
  expect(await double(3)).toBe(6);
});

test('a thread that is stuck is ended', async () => {
  await expect(doubling(1)(99)).rejects.toThrow('the doubling took too long');
});
