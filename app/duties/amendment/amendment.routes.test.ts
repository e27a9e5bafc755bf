import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmDuties, showDocument } from '#app/documents/document.contract.ts';
import { upload } from '#app/documents/document.test-data.ts';
import { listEvents } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { smallPlan } from '#test/small-plan.ts';
import { listAlike } from '../alike/alike.contract.ts';
import { listMentions } from '../alike.store.ts';
import { actOnAssignment } from '../assignment.contract.ts';
import { listDuties, showDuty } from '../duty.contract.ts';
import { publish } from '../publication.contract.ts';
import { applyAmendment, previewAmendment } from './amendment.contract.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

async function takeIn(text: string): Promise<{ id: string; revision: number }> {
  const { id } = await upload(t, focal, { file: 'ke-hoach.md', bytes: text });
  const { revision } = await focal.call(showDocument, { params: { id } });
  await focal.call(confirmDuties, { params: { id }, body: { revision, confirmed: true } });
  return { id, revision: revision + 1 };
}

test('a plan replaced: kept, changed, withdrawn and new in one step, with history, and figures that add up', async () => {
  const before = await takeIn(
    smallPlan('301/KH-UBND', 10, 'Ủy ban nhân dân thành phố ban hành Kế hoạch.', [
      'Sở Ngoại vụ rà soát danh sách các đối tác nước ngoài của thành phố trước ngày 15/12/2026.',
      'Sở Tài chính bố trí kinh phí cho các hoạt động đối ngoại nhân dân trước ngày 20/12/2026.',
      'Công an thành phố bảo đảm an ninh, trật tự tại các hoạt động có yếu tố nước ngoài.',
    ]),
  );
  await focal.call(publish, { params: { id: before.id }, body: {} });
  const given = await focal.call(listDuties, { query: { document: before.id } });
  expect(given.total).toBe(3);
  const own = await t.as('ngoaivu@example.vn');
  const kept = await own.call(showDuty, { params: { id: given.rows[0]!.id } });
  await own.call(actOnAssignment, { params: { id: kept.parts[0]!.id }, body: { action: 'receive' } });

  const after = await takeIn(
    smallPlan('355/KH-UBND', 22, 'Kế hoạch này thay thế Kế hoạch số 301/KH-UBND ngày 10 tháng 11 năm 2026.', [
      'Sở Ngoại vụ rà soát danh sách các đối tác nước ngoài của thành phố trước ngày 15/12/2026.',
      'Sở Tài chính bố trí kinh phí cho các hoạt động đối ngoại nhân dân trước ngày 31/01/2027.',
      'Sở Ngoại vụ tập huấn kỹ năng ngoại giao văn hóa cho cán bộ cấp xã trước ngày 30/6/2027.',
    ]),
  );
  const params = { id: after.id };
  const shown = await focal.call(previewAmendment, { params, query: {} });
  expect([shown.of, shown.relation]).toEqual([before.id, 'replaces']);
  expect(shown.pairs.map(({ as }) => as)).toEqual(['kept', 'changed', 'withdrawn', 'new']);
  const body = {
    of: before.id,
    relation: 'replaces' as const,
    pairs: shown.pairs,
    reason: 'Thay bằng Kế hoạch 355/KH-UBND',
    revision: shown.revision,
  };
  expect(
    (await focal.refused(applyAmendment, { params, body: { ...body, pairs: body.pairs.slice(1) } })).status,
  ).toBe(422);
  expect((await own.refused(applyAmendment, { params, body })).status).toBe(403);
  expect(await focal.call(applyAmendment, { params, body })).toEqual({
    kept: 1,
    changed: 1,
    withdrawn: 1,
    given: 1,
  });

  const now = await focal.call(listDuties, { query: { document: after.id } });
  expect(now.total).toBe(3);
  expect(now.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-12-15', '2027-01-31', '2027-06-30']);
  const same = await focal.call(showDuty, { params: { id: kept.id } });
  expect([same.symbol, same.parts[0]!.state]).toEqual(['355/KH-UBND', 'received']);
  const changed = await focal.call(showDuty, { params: { id: given.rows[1]!.id } });
  expect([changed.firstDueOn, changed.parts[0]!.dueOn]).toEqual(['2026-12-20', '2027-01-31']);
  const ended = await focal.call(showDuty, { params: { id: given.rows[2]!.id } });
  expect(ended.parts.map(({ state, reason }) => [state, reason])).toEqual([['withdrawn', body.reason]]);
  const kinds = await inTenant(t.house.db, t.tenantId, async (tx) =>
    (await listEvents(tx, 'duty', given.rows[1]!.id)).map(({ kind }) => kind),
  );
  expect(kinds).toEqual(['duty.assigned', 'duty.carried-on', 'duty.amended']);
  const { cells } = await focal.call(listDuties, { query: {} });
  expect(Object.values(cells).reduce((sum, n) => sum + n, 0)).toBe(3);
  expect((await focal.refused(applyAmendment, { params, body })).status).toBe(409);
});

test('a new duty of the amending plan that another document gave before is shown, and named there instead of given twice', async () => {
  const training = 'Sở Ngoại vụ tập huấn kỹ năng lễ tân đối ngoại cho công chức cấp xã trước ngày 30/9/2027.';
  const elsewhere = await takeIn(
    smallPlan('401/KH-UBND', 10, 'Ủy ban nhân dân thành phố ban hành.', [training]),
  );
  await focal.call(publish, { params: { id: elsewhere.id }, body: {} });
  const [known] = (await focal.call(listDuties, { query: { document: elsewhere.id } })).rows;
  const survey = 'Sở Tài chính khảo sát nhu cầu hợp tác của doanh nghiệp với đối tác nước ngoài năm 2027.';
  const before = await takeIn(smallPlan('402/KH-UBND', 11, 'Ủy ban nhân dân thành phố ban hành.', [survey]));
  await focal.call(publish, { params: { id: before.id }, body: {} });
  const opening = 'Kế hoạch này thay thế Kế hoạch số 402/KH-UBND ngày 11 tháng 11 năm 2026.';
  const after = await takeIn(smallPlan('403/KH-UBND', 22, opening, [survey, training]));
  const params = { id: after.id };
  const shown = await focal.call(previewAmendment, { params, query: {} });
  expect(shown.pairs.map(({ as }) => as)).toEqual(['kept', 'new']);
  // What the plan replaces has its own list: only the other document's work is told.
  const { alike } = await focal.call(listAlike, { params, query: { apart: before.id } });
  expect(alike.map(({ id, match }) => [id, match.id])).toEqual([[shown.pairs[1]!.newId, known!.id]]);
  const body = {
    of: before.id,
    relation: 'replaces' as const,
    pairs: shown.pairs,
    same: [{ id: alike[0]!.id, dutyId: known!.id }],
    reason: 'Thay thế',
    revision: shown.revision,
  };
  expect(await focal.call(applyAmendment, { params, body })).toMatchObject({ kept: 1, given: 0 });
  expect((await focal.call(listDuties, { query: { document: after.id } })).total).toBe(1);
  const mentions = await inTenant(t.house.db, t.tenantId, (tx) => listMentions(tx, known!.id));
  expect(mentions).toEqual([expect.objectContaining({ documentId: after.id })]);
});
