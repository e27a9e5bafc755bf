import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { changeDuty } from '../change-duty.ts';
import { listDuties } from '../duty.contract.ts';
import { publish } from '../publication.contract.ts';
import { insertPlan, samples } from '../publication.test-data.ts';
import { listOccurrences } from './recurrence.contract.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

test('new words of a deadline give their own rhythm, and words without one end the printed one', async () => {
  t.setNow(new Date('2026-12-01T02:00:00Z'));
  const focal = await t.as('daumoi@example.vn');
  const plan = await insertPlan(t, [
    { ...samples[0]!, coordinators: [], deadline: { text: 'định kỳ hằng tháng', span: null } },
  ]);
  await focal.call(publish, { params: { id: plan }, body: { decisions: [] } });
  const { id } = (await focal.call(listDuties, { query: {} })).rows[0]!;
  const present = () => focal.call(listOccurrences, { params: { id } });
  expect((await present()).rhythm?.words).toBe('định kỳ hằng tháng');
  const say = (words: string, dueOn: string | null) =>
    inTenant(t.house.db, t.tenantId, async (tx) => {
      const { id: actorId } = await tx
        .selectFrom('person')
        .select('id')
        .where('email', '=', 'daumoi@example.vn')
        .executeTakeFirstOrThrow();
      await changeDuty(tx, { at: t.house.now(), actorId }, id, {
        text: 'Phối hợp đón đoàn',
        deadlineWords: words,
        deadlineKind: null,
        dueOn,
        dueSource: 'stated',
        because: '99/KH-UBND',
      });
    });
  await say('định kỳ hằng quý', null);
  const quarterly = await present();
  expect(quarterly.rhythm?.words).toBe('định kỳ hằng quý');
  expect(quarterly.times.length).toBeGreaterThan(0);
  await say('trước ngày 15/3/2027', '2027-03-15');
  expect(await present()).toMatchObject({ rhythm: null, times: [] });
});
