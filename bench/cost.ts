import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from '#app/platform/database.ts';

/** What work cost: seconds on the clock and of the processor (of the program, of the database), memory in MB. */
export type Cost = {
  seconds: number;
  cpu: number;
  databaseCpu: number;
  /** Held just before. */
  idle: number;
  /** Held at most meanwhile. */
  peak: number;
};

type Told = { cpu: number; rss: number; peak: number };

/** In a measured process: told 'cost', it answers what it has used and held so far and forgets the most it held. */
export function tellCost(): void {
  process.on('message', (asked) => {
    if (asked !== 'cost') return;
    const { user, system } = process.cpuUsage();
    const { VmRSS: rss, VmHWM: peak } = memoryOf('self');
    process.send?.({ cpu: (user + system) / 1e6, rss, peak } satisfies Told);
    // Linux: the high-water mark begins anew.
    writeFileSync('/proc/self/clear_refs', '5');
  });
}

/** Runs `work` and tells what it cost `child`, a process that called `tellCost`, and the database it asks. */
export async function costOf(
  child: ChildProcess,
  owner: Database,
  work: () => Promise<unknown>,
): Promise<Cost> {
  const [before, atFirst] = [await ask(child), await databaseCpu(owner)];
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const [after, atLast] = [await ask(child), await databaseCpu(owner)];
  return {
    seconds,
    cpu: after.cpu - before.cpu,
    databaseCpu: atLast - atFirst,
    idle: before.rss,
    peak: after.peak,
  };
}

async function ask(child: ChildProcess): Promise<Told> {
  child.send('cost');
  const [told] = (await once(child, 'message')) as [Told];
  return told;
}

/** Megabytes, by the names of /proc/<pid>/status. */
export function memoryOf(pid: number | 'self'): { VmRSS: number; VmHWM: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { VmRSS: of('VmRSS'), VmHWM: of('VmHWM') };
}

/** Seconds of the processor that all open connections have used; a connection's own process is found by its number. */
async function databaseCpu(owner: Database): Promise<number> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(
    owner,
  );
  // Fields 14 and 15 of /proc/<pid>/stat, in hundredths; the name in brackets has no blanks here.
  const used = rows.map(({ pid }) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' '));
  return used.reduce((sum, fields) => sum + (Number(fields[13]) + Number(fields[14])) / 100, 0);
}
