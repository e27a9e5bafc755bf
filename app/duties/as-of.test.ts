import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { dutiesAsOf } from './as-of.store.ts';
import { assignmentStates } from './assignment.ts';
import { insertDuty, refreshDuty } from './duty.store.ts';
import { insertPlan } from './publication.test-data.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T03:00:00Z'));
});
afterAll(() => t.close());

/** The same dice every time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

test('asked as of today, SQL folds every duty from its parts as the rule does', async () => {
  const plan = await insertPlan(t);
  const roll = dice(217);
  const columns = ['id', 'state', 'completed_on', 'due_on', 'stopped_on'] as const;
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const agencies = await tx.selectFrom('agency').select('id').limit(4).execute();
    for (let position = 1; position <= 150; position++) {
      const parts = agencies.slice(0, roll(5)).map(({ id }) => ({
        agencyId: id,
        printedName: 'Cơ quan',
        role: roll(2) ? ('holder' as const) : ('coordinator' as const),
        leads: roll(2) === 1,
      }));
      const dutyId = await insertDuty(tx, dutyAt(plan, position), parts, t.house.now());
      for (const { id } of await tx
        .selectFrom('assignment')
        .select('id')
        .where('duty_id', '=', dutyId)
        .execute()) {
        const state = assignmentStates[roll(assignmentStates.length)]!;
        const done = state === 'completed' || state === 'awaiting-confirmation';
        const day = `2026-11-1${roll(9)}`;
        await tx
          .updateTable('assignment')
          .set({
            state,
            completed_at: done ? new Date(`${day}T20:00:00Z`) : null,
            due_on: roll(3) ? day : null,
            stopped_on: !done && roll(2) ? day : null,
          })
          .where('id', '=', id)
          .execute();
      }
      await refreshDuty(tx, dutyId);
    }
    const stored = await tx.selectFrom('duty').select(columns).orderBy('position').execute();
    const folded = await dutiesAsOf(tx, officeDay(t.house.now()))
      .selectFrom('duty')
      .select(columns)
      .orderBy('position')
      .execute();
    expect(folded).toEqual(stored);
    expect(new Set(stored.map((duty) => duty.state)).size).toBeGreaterThan(6);
  });
});

const dutyAt = (documentId: string, position: number) => ({
  documentId,
  position,
  path: '',
  text: 'Việc',
  span: [0, 4] as [number, number],
  isRequest: false,
  deadlineWords: null,
  deadlineKind: null,
  dueOn: null,
  dueSource: null,
  reportTo: null,
  product: null,
  taskGroups: [],
  unnamedHolders: [],
  unnamedCoordinators: [],
});
