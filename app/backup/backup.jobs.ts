import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { Problem } from '#app/platform/problem.ts';
import { beginRun } from './backup-room.ts';
import { findBirth, findLastRun } from './run.store.ts';
import { asSeen, isBackupDue, isDrillDue, type RunKind } from './run.ts';

/**
 * The nightly backup, at an hour that is a setting, and the weekly drill after it. Both run on in the background:
 * other jobs do not wait for them. What was done is remembered by the runs themselves.
 */
export const backupJob: Job = {
  name: 'backup.nightly',
  run: async (house) => {
    const now = house.now();
    const seen = async (kind: RunKind) => {
      const last = await findLastRun(house.db, kind);
      return last && asSeen(last, now);
    };
    const lastGood = await findLastRun(house.db, 'backup', { state: 'done' });
    const birth = await findBirth(house.db);
    if (isBackupDue(now, house.installation.backup.at, birth, lastGood, await seen('backup')))
      return begin(house, 'backup');
    const ofNight = await findLastRun(house.db, 'backup', { state: 'done', reason: 'nightly' });
    // After a backup of the night only: a drill loads the whole database once more.
    if (isDrillDue(now, ofNight, await seen('drill'))) return begin(house, 'drill');
  },
};

/** One that a person has just begun is good enough: the next tick looks again. */
async function begin(house: House, kind: RunKind): Promise<void> {
  await beginRun(house, kind, 'nightly').catch((error) => {
    if (!(error instanceof Problem)) throw error;
  });
}
