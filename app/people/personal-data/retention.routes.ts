import { appendEvent } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import type { Job } from '#app/platform/jobs.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import data from '#data/personal-data.json' with { type: 'json' };
import { confirmErasure } from './personal-data.contract.ts';
import { mayKeepPersonalData } from './personal-data.policy.ts';
import { countPast, erasePast, getNotice, listTenants, markConfirmed, noteFound } from './retention.store.ts';
import { keptSince, type Retention } from './retention.ts';

/** Each night lists what is past its retention; nothing is erased until a person confirms it. */
export const retentionJob: Job = {
  name: 'personal-data.retention',
  at: '03:40',
  run: async (house, day) => {
    for (const tenantId of await listTenants(house.db))
      await inTenant(house.db, tenantId, async (tx) => {
        for (const group of data.groups as { key: string; retention: Retention }[]) {
          const before = keptSince(group.retention, day);
          if (before)
            await noteFound(tx, {
              group: group.key,
              foundOn: day,
              before,
              count: await countPast(tx, group.key, before),
            });
        }
      });
  },
};

export function retentionRoutes(web: Web, house: House): void {
  mount(web, house, confirmErasure, async ({ params, viewer, tx }) => {
    requirePolicy(mayKeepPersonalData, viewer, undefined);
    const notice = await getNotice(tx, params.id);
    const at = house.now();
    const erased = await erasePast(tx, notice.group, notice.before, at);
    await markConfirmed(tx, notice.id, viewer.personId, at, erased);
    await appendEvent(tx, at, {
      subjectKind: 'retention',
      subjectId: notice.id,
      kind: 'retention.erased',
      actorId: viewer.personId,
      payload: { group: notice.group, before: notice.before, count: erased },
    });
    return { erased };
  });
}
