import { inTenant } from '#app/platform/database.ts';
import type { Job } from '#app/platform/jobs.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { resumeEndedPauses } from './assignment.routes.ts';
import { foldTallies } from './duty-lines.store.ts';

/** Pauses that end today go on by themselves, early enough for the morning's list. */
export const resumePausesJob: Job = {
  name: 'duties.resume-pauses',
  at: '00:05',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, (tx) => resumeEndedPauses(tx, house));
  },
};

/** Counts of the list are kept as rows that are only added; once there are many, one row is made of each kind. */
export const foldTalliesJob: Job = {
  name: 'duties.fold-tallies',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, (tx) => foldTallies(tx, officeDay(house.now())));
  },
};
