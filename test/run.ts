// The whole check of the project, from a fresh clone: format, lint, types, architecture, library and server
// tests, and the journeys in a real browser. Ends with the plain line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './journeys/chromium.ts';

type Counts = { passed: number; failed: number };

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', name);
const scratch = mkdtempSync(join(tmpdir(), 'nhipcau-check-'));

/** A tool that is right or wrong as a whole counts as one. */
function tool(title: string, command: string, args: string[]): Counts {
  process.stdout.write(`\n== ${title}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** Tests count one by one; a file that cannot even be loaded counts as one failure. */
function tests(title: string, args: string[]): Counts {
  process.stdout.write(`\n== ${title}\n`);
  const report = join(scratch, `${title.replace(/\W+/g, '-')}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 || status !== 0 ? 1 : 0);
  return { passed: numPassedTests, failed };
}

function journeys(): Counts {
  if (!findChromium()) {
    process.stdout.write(
      '\n== journeys\nKhông có Chromium để chạy thử trên trình duyệt: cài bằng  apt-get install -y chromium  hoặc đặt CHROMIUM tới tệp chạy của Chromium/Chrome.\n',
    );
    return { passed: 0, failed: 1 };
  }
  return tests('journeys in the browser', ['--config', 'test/journeys/vitest.config.ts']);
}

const node = process.execPath;
const steps: (() => Counts)[] = [
  () => tool('format and lint', node, [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
  () => tool('types', node, [bin('typescript/bin/tsc'), '-p', '.']),
  () =>
    tool('promises nobody waits for', node, [
      bin('oxlint/bin/oxlint'),
      '--type-aware',
      '-A',
      'all',
      '-D',
      'typescript/no-floating-promises',
      'app',
      'libraries',
      'test',
      'bench',
    ]),
  () => tests('libraries, rules and server', []),
  journeys,
];
const counts = steps.map((step) => step());
rmSync(scratch, { recursive: true, force: true });
const sum = (key: keyof Counts) => counts.reduce((total, one) => total + one[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') ? 1 : 0;
