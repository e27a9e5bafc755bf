import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whoAmI } from '#app/accounts/account.contract.ts';
import { confirmDuties, showDocument } from '#app/documents/document.contract.ts';
import { plan217, upload } from '#app/documents/document.test-data.ts';
import { listDuties } from '#app/duties/duty.contract.ts';
import { previewPublication, publish } from '#app/duties/publication.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { recentLedger, subjectLedger } from './ledger.contract.ts';

let t: TestHouse;
let focal: Person;
let document: string;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
  document = (await upload(t, focal, { file: 'plan-217.md', bytes: plan217('plan-217.md') })).id;
  const { revision } = await focal.call(showDocument, { params: { id: document } });
  await focal.call(confirmDuties, { params: { id: document }, body: { revision, confirmed: true } });
});
afterAll(() => t.close());

test('Plan 217 as it is read: 27 duties, all given out, told in the ledger', async () => {
  const { names } = await focal.call(previewPublication, { params: { id: document } });
  const decisions = names
    .filter((name) => name.mustBeDecided)
    .map(({ printed }) => ({ printed, agencyIds: [] }));
  const given = await focal.call(publish, { params: { id: document }, body: { decisions } });
  expect(given).toMatchObject({ duties: 27, unassigned: 0 });
  const inspector = await t.as('thanhtra@example.vn');
  const { lines } = await inspector.call(subjectLedger, {
    params: { subjectKind: 'document', subjectId: document },
  });
  expect(lines.map((line) => line.said.vi)).toEqual([
    'Lê Thị Thu Hà nhận văn bản 217/KH-UBND vào, đọc được 27 nhiệm vụ',
    'Lê Thị Thu Hà xác nhận 27 nhiệm vụ cùng lúc',
    `Lê Thị Thu Hà công bố 217/KH-UBND: 27 nhiệm vụ giao cho ${given.agencies} cơ quan`,
  ]);
});

test('the whole ledger: for the inspector and the administrator, in words, by kind and person', async () => {
  for (const email of ['daumoi@example.vn', 'lanhdao@example.vn', 'ngoaivu@example.vn']) {
    const person = await t.as(email);
    expect((await person.refused(recentLedger, { query: {} })).status).toBe(403);
  }
  const inspector = await t.as('thanhtra@example.vn');
  const first = await inspector.call(recentLedger, { query: {} });
  expect(first).toMatchObject({ hasMore: true });
  expect(first.lines).toHaveLength(50);
  const older = await inspector.call(recentLedger, { query: { before: first.lines.at(-1)!.id } });
  expect(older.lines[0]!.id).toBeLessThan(first.lines.at(-1)!.id);
  for (const line of [...first.lines, ...older.lines]) expect(line.said.vi).not.toMatch(/ghi sự kiện/);
  const duties = await inspector.call(recentLedger, { query: { subjectKind: 'duty' } });
  expect(new Set(duties.lines.map((line) => line.subjectKind))).toEqual(new Set(['duty']));
  const byLan = first.people.find((person) => person.name === 'Trần Ngọc Lan')!;
  const own = await inspector.call(recentLedger, { query: { person: byLan.id } });
  expect(own.lines.map((line) => line.said.vi)).toEqual(['Trần Ngọc Lan vào bằng liên kết dùng một lần']);
});

test('what happened to a person is read by that person, not by another', async () => {
  const lan = await t.as('ngoaivu@example.vn');
  const { viewer } = await lan.call(whoAmI, {});
  const params = { subjectKind: 'person', subjectId: viewer!.personId };
  expect((await lan.call(subjectLedger, { params })).lines.length).toBeGreaterThan(0);
  expect((await focal.refused(subjectLedger, { params })).status).toBe(404);
});

test('an edited line is found', async () => {
  const { rows } = await focal.call(listDuties, { query: {} });
  const params = { subjectKind: 'duty', subjectId: rows[0]!.id };
  expect((await focal.call(subjectLedger, { params })).brokenAt).toBeNull();
  await inTenant(t.owner, t.tenantId, (tx) =>
    sql`update event set payload = payload || '{"path": "IX.9"}' where subject_id = ${rows[0]!.id}`.execute(
      tx,
    ),
  );
  expect((await focal.call(subjectLedger, { params })).brokenAt).toBe(1);
});
