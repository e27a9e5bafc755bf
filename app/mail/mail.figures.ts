import { inTenant } from '#app/platform/database.ts';
import type { Figure } from '#app/platform/metrics.ts';
import { countMail } from './mail.store.ts';

/** Letters of all provinces that still wait or were given up. */
export const mailFigures: Figure[] = [
  {
    name: 'mails',
    help: 'Letters that wait to be sent, or failed.',
    labels: ['state'],
    read: async ({ db }) => {
      const sums = { waiting: 0, failed: 0 };
      for (const { id } of await db.selectFrom('tenant').select('id').execute())
        for (const { state, many } of await inTenant(db, id, countMail))
          if (state === 'waiting' || state === 'failed') sums[state] += Number(many);
      return Object.entries(sums).map(([state, value]) => ({ labels: { state }, value }));
    },
  },
];
