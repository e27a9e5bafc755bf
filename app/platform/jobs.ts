import { sql } from 'kysely';
import type { House } from './house.ts';
import { officeDay } from './office-day.ts';

/**
 * Work the program does by itself. With `at` ('02:00', office time) it is done once a day, be the program restarted
 * or run twice; a run that failed or was cut off is tried again after an hour. Without `at` it is done at every tick
 * and must itself remember what is done. It takes its time from `house.now()` and goes through the provinces itself.
 */
export type Job = {
  /** Stable name, e.g. 'ledger.seal-heads'. */
  name: string;
  at?: string;
  run: (house: House, day: string) => Promise<void>;
};

const TICK = 30_000;
const RETRY_AFTER = 3_600_000;

/** Does the jobs whose time has come. One that fails is noted and does not hold the others up. */
export async function runDueJobs(house: House, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    house.installation.pulse.at = house.now();
    const day = dueDay(house.now(), job.at);
    if (!(await claim(house, job, day))) continue;
    try {
      await job.run(house, day);
      if (job.at) await finish(house, job, day, null);
    } catch (error) {
      // A failure at every tick would say the same each half minute: the job notes it in its own rows.
      if (job.at) await finish(house, job, day, (error as Error).message);
      else house.log?.error({ err: error, job: job.name }, 'job failed');
    }
  }
}

/** Ticks until stopped; ticks never overlap. `stop` waits for the one that runs. */
export function keepJobs(house: House, jobs: readonly Job[]): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const tick = () => {
    if (isBusy) return;
    isBusy = true;
    running = runDueJobs(house, jobs)
      .catch((error) => house.log?.error({ err: error }, 'jobs could not run'))
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(tick, TICK);
  tick();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** The latest day on which a daily job should have begun; today for one that ticks. */
export function dueDay(now: Date, at: string | undefined): string {
  const [hours = 0, minutes = 0] = (at ?? '00:00').split(':').map(Number);
  return officeDay(new Date(now.getTime() - (hours * 60 + minutes) * 60_000));
}

async function claim(house: House, job: Job, day: string): Promise<boolean> {
  if (!job.at) return true;
  const now = house.now();
  const { rows } = await sql`
    insert into job_run (name, day, started_at) values (${job.name}, ${day}, ${now})
    on conflict (name, day) do update
      set started_at = excluded.started_at, attempts = job_run.attempts + 1, finished_at = null, failure = null
      where (job_run.failure is not null or job_run.finished_at is null)
        and job_run.started_at < ${new Date(now.getTime() - RETRY_AFTER)}
    returning name`.execute(house.db);
  return rows.length > 0;
}

/** How each daily job last fared. */
export async function listLastRuns(
  db: House['db'],
): Promise<{ name: string; finishedAt: Date | null; failed: boolean }[]> {
  const { rows } = await sql<{ name: string; finishedAt: Date | null; failed: boolean }>`
    select distinct on (name) name, finished_at as "finishedAt", failure is not null as failed
    from job_run order by name, day desc`.execute(db);
  return rows;
}

const finish = (house: House, job: Job, day: string, failure: string | null) =>
  sql`update job_run set finished_at = ${house.now()}, failure = ${failure}
      where name = ${job.name} and day = ${day}`.execute(house.db);
