import { inTenant } from '#app/platform/database.ts';
import type { Job } from '#app/platform/jobs.ts';
import { resumeEndedPauses } from './assignment.routes.ts';

/** Pauses that end today go on by themselves, early enough for the morning's list. */
export const resumePausesJob: Job = {
  name: 'duties.resume-pauses',
  at: '00:05',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, (tx) => resumeEndedPauses(tx, house));
  },
};
