// All benchmarks, one after the other: npm run bench
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

for (const name of [
  'read.ts',
  'matching.ts',
  'duties.ts',
  'export.ts',
  'registers.ts',
  'sessions.ts',
  'search.ts',
  'script-size.ts',
  'events.ts',
  'scroll.ts',
  'consolidation.ts',
]) {
  console.log(`\n== bench/${name}`);
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, name), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  if (status) process.exitCode = 1;
}
