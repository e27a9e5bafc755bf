import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { inTenant } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import type { TestHouse } from '#test/house.ts';
import { sendNoticesJob } from './index.ts';

/** Plan 217 published by the focal officer today; `parts` by name of agency. */
export async function publishedParts(t: TestHouse) {
  const focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t);
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: plan }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  const parts = [];
  for (const { id, path } of rows)
    for (const part of (await focal.call(showDuty, { params: { id } })).parts)
      parts.push({ dutyId: id, path, assignmentId: part.id, agency: part.agencyName });
  return parts;
}

export const tick = (t: TestHouse) => runDueJobs(t.house, [sendNoticesJob]);

export const sentNotices = (t: TestHouse) =>
  inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .selectFrom('notice')
      .innerJoin('person', (join) =>
        join.onRef('person.tenant_id', '=', 'notice.tenant_id').onRef('person.id', '=', 'notice.person_id'),
      )
      .selectAll('notice')
      .select('person.email')
      .orderBy('seq')
      .execute(),
  );

/** Changes rows behind the program's back, as months of work would. */
export const setParts = (
  t: TestHouse,
  ids: string[],
  set: { due_on?: string | null; state?: 'assigned' | 'received' | 'completed'; stopped_on?: string | null },
) =>
  inTenant(t.owner, t.tenantId, (tx) =>
    tx.updateTable('assignment').set(set).where('id', 'in', ids).execute(),
  );
