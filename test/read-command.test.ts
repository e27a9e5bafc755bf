import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from './program.ts';

const example = (name: string) => join(import.meta.dirname, '../data/example', name);

test.each([
  ['plan-217.md', 27],
  ['plan-217-web.txt', 6],
])('reading %s prints JSON alone: %i duties', async (name, duties) => {
  const run = await runProgram(['read', example(name), '--json']);
  expect(run.code).toBe(0);
  const reading = JSON.parse(run.out);
  expect(reading.duties).toHaveLength(duties);
  expect(reading.document).toMatchObject({
    kind: 'Kế hoạch',
    date: '2022-10-21',
    issuer: 'Ủy ban nhân dân thành phố Cần Thơ',
  });
});

test('without --json a table of duties by agency is printed', async () => {
  const { out, code } = await runProgram(['read', example('plan-217.md')]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Kế hoạch 217 ?\/KH-UBND, ngày 21\/10\/2022\n/);
  expect(out).toMatch(/\nCông an thành phố \(1\)\n {2}III\.9 /);
  expect(out).toMatch(/đề nghị/);
});

test('a file that cannot be read is answered with one sentence and exit code 1', async () => {
  const { out, err, code } = await runProgram(['read', example('..')]);
  expect([out, code]).toEqual(['', 1]);
  expect(err).toMatch(/là thư mục: hãy chỉ ra một tệp văn bản/);
});
