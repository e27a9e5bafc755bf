import { inTenant } from '#app/platform/database.ts';
import type { Job } from '#app/platform/jobs.ts';
import { deleteOldLinks } from './entry-link.store.ts';
import { deleteEnded } from './session.store.ts';
import { getRules } from './sign-in-rules/sign-in-rules.store.ts';
import { deleteOldSsoAttempts } from './single-sign-on/sso.store.ts';

const DAY = 24 * 3_600_000;

/** Ended sessions and dead links are personal data without a purpose. Attempts are kept as the register of retention says. */
export const tidyAccountsJob: Job = {
  name: 'accounts.tidy',
  at: '03:10',
  run: async (house) => {
    const now = house.now();
    const ago = (ms: number) => new Date(now.getTime() - ms);
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, async (tx) => {
        await deleteEnded(tx, now, ago((await getRules(tx)).absoluteHours * 3_600_000));
        await deleteOldLinks(tx, ago(30 * DAY));
        await deleteOldSsoAttempts(tx, now);
      });
  },
};
