import { afterAll, expect, test } from 'vitest';
import { actOnAssignment, logProgress } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import { insertPlan } from '#app/duties/publication.test-data.ts';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person } from '#test/house.ts';
import { createRow } from './register.contract.ts';

const t = await openTestHouse();
afterAll(() => t.close());

test('a row of the agency that is linked to a duty is the product it names; the row of another agency is not', async () => {
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  const focal = await t.as('daumoi@example.vn');
  const own = await t.as('ngoaivu@example.vn');
  const other = await t.as('vanhoa@example.vn');
  const decisions = [{ printed: 'các tổ chức đoàn thể chính trị - xã hội', agencyIds: [] }];
  await focal.call(publish, { params: { id: await insertPlan(t) }, body: { decisions } });
  const { rows } = await focal.call(listDuties, { query: {} });
  const dutyId = rows.find((row) => row.path === 'III.2.c')!.id;
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('duty').set({ product: 'Danh mục đối tác' }).where('id', '=', dutyId).execute(),
  );
  const { parts } = await focal.call(showDuty, { params: { id: dutyId } });
  const { id } = parts.find((part) => part.agencyName === 'Sở Ngoại vụ')!;
  const act = { params: { id }, body: { action: 'report-done' as const } };
  await own.call(actOnAssignment, { params: { id }, body: { action: 'receive' } });
  const form = new FormData();
  form.set('note', 'Đã họp');
  const sent = new Response(form);
  const logged = await t.web.inject({
    method: 'POST',
    url: addressOf(logProgress, { params: { id } }),
    headers: { cookie: own.cookie, 'content-type': sent.headers.get('content-type')! },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  expect(logged.statusCode).toBe(200);

  const link = (person: Person, name: string) =>
    person.call(createRow, {
      params: { register: 'foreign-ngo' },
      body: { values: { name, country: 'NO', duties: [dutyId] } },
    });
  await link(other, 'Hội Chữ thập đỏ Na Uy');
  expect((await own.refused(actOnAssignment, act)).title).toMatch(/“Danh mục đối tác”.*gắn dòng sổ/);
  await link(own, 'Quỹ Châu Á');
  expect(await own.call(actOnAssignment, act)).toEqual({ state: 'awaiting-confirmation' });
});
