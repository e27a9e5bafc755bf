import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnAssignment } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan, samples } from '#app/duties/publication.test-data.ts';
import { showFigures } from '#app/figures/figures.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { getPeriod, listPeriods, makeDefinition, openPeriod } from '#app/reports/report.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  applySuccession,
  type ChangeGiven,
  chooseSuccessor,
  draftSuccession,
  listSuccessions,
  showSuccession,
  undoSuccession,
} from './succession.contract.ts';

let t: TestHouse;
let admin: Person;
let focal: Person;
const ids = new Map<string, string>();

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2022-11-01T02:00:00Z'));
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    await tx.updateTable('membership').set({ valid_from: '2022-10-21' }).execute();
    for (const row of await tx.selectFrom('agency').select(['id', 'name']).execute())
      ids.set(row.name, row.id);
  });
  admin = await t.as('quantri@example.vn');
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

const idOf = (name: string) => ids.get(name)!;
test('placeholder', () => expect(idOf('Sở Ngoại vụ')).toBeTruthy());
