import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listEvents } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import * as contract from '../document.contract.ts';
import { plan217, upload } from '../document.test-data.ts';

let t: TestHouse;
let focal: Awaited<ReturnType<TestHouse['as']>>;
let id: string;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());
beforeEach(async () => {
  await inTenant(t.house.db, t.tenantId, (tx) => tx.deleteFrom('document').execute());
  ({ id } = await upload(t, focal, { file: 'KH 217.md', bytes: plan217('plan-217.md') }));
});

const show = () => focal.call(contract.showDocument, { params: { id } });
const middle = ({ span }: { span: [number, number] }, text: string) =>
  text.indexOf(' ', Math.floor((span[0] + span[1]) / 2));

test('a duty is split in two and put back as it was', async () => {
  const before = await show();
  const duty = before.duties[3]!;
  const params = { id, dutyId: duty.id };
  const at = middle(duty, before.text);
  const { revision, duties } = await focal.call(contract.splitDuty, { params, body: { revision: 0, at } });
  expect(duties.map((one) => one.id)).toEqual([duty.id, 'd28']);
  expect((await show()).duties.map((one) => one.id).slice(2, 6)).toEqual([
    before.duties[2]!.id,
    duty.id,
    'd28',
    before.duties[4]!.id,
  ]);
  const { span, holders, coordinators, reportTo, product, confirmed } = duty;
  const fields = {
    span,
    holders,
    coordinators,
    deadline: duty.deadline?.text ?? null,
    reportTo,
    product,
    confirmed,
  };
  await focal.call(contract.correctDuty, { params, body: { revision, ...fields } });
  const new28 = { params: { id, dutyId: 'd28' }, body: { revision: revision + 1, removed: true } };
  await focal.call(contract.correctDuty, new28);
  const after = (await show()).duties.filter((one) => !one.removed);
  expect(after).toEqual(before.duties);
  const events = await inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'document', id));
  expect(events[1]).toMatchObject({
    kind: 'document.duty-split',
    payload: { dutyId: duty.id, path: duty.path, at, newId: 'd28' },
  });
});

test('two duties are merged; merging with another than the next is refused', async () => {
  const before = await show();
  const [one, two, three] = before.duties;
  const merge = (withId: string) => ({ params: { id, dutyId: one!.id }, body: { revision: 0, withId } });
  expect(await focal.refused(contract.mergeDuties, merge(three!.id))).toMatchObject({ status: 409 });
  const { duties } = await focal.call(contract.mergeDuties, merge(two!.id));
  expect(duties.map((duty) => [duty.id, duty.removed])).toEqual([
    [one!.id, false],
    [two!.id, true],
  ]);
  expect(duties[0]!.span).toEqual([one!.span[0], two!.span[1]]);
  expect((await focal.call(contract.listDocuments, { query: {} })).documents[0]!.dutyCount).toBe(26);
  const last = before.duties.at(-1)!;
  const body = { revision: 1, withId: one!.id };
  const refused = await focal.refused(contract.mergeDuties, { params: { id, dutyId: last.id }, body });
  expect(refused.title).toMatch(/nhiệm vụ cuối/);
});

test('a place outside the words, a stranger and a late second person are refused', async () => {
  const { duties } = await show();
  const [one, two] = duties;
  const split = (at: number, revision = 0) => ({ params: { id, dutyId: one!.id }, body: { revision, at } });
  expect(await focal.refused(contract.splitDuty, split(two!.span[0]))).toMatchObject({ status: 422 });
  const inside = one!.span[0] + 20;
  expect(await focal.refused(contract.splitDuty, split(inside, 4))).toMatchObject({ status: 409 });
  const leader = await t.as('lanhdao@example.vn');
  expect(await leader.refused(contract.splitDuty, split(inside))).toMatchObject({ status: 403 });
});
