import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a browser loads at most 250 kB of script, after gzip, before the first page stands', {
  timeout: 240_000,
}, () => {
  // A process of its own: under the test runner React would be built for development, twice as large.
  const { NODE_ENV: _, ...env } = process.env;
  const script = join(import.meta.dirname, '../bench/script-size.ts');
  const said = execFileSync(process.execPath, [script], { encoding: 'utf8', env });
  expect(said).toMatch(/^ ok {2}first page: \d+\.\d kB/);
});
