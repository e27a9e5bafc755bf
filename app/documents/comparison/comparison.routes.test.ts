import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listEvents } from '#app/ledger/index.ts';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { confirmDuties, correctDuty, showDocument } from '../document.contract.ts';
import { plan217, upload } from '../document.test-data.ts';
import { markPublished } from '../index.ts';
import * as contract from './comparison.contract.ts';

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
  ({ id } = await upload(t, focal, { text: web }));
});

const whole = plan217('plan-217.md').toString();
const web = plan217('plan-217-web.txt').toString();

async function send(by: { cookie: string }, given: { file: string; bytes: string } | { text: string }) {
  const form = new FormData();
  if ('text' in given) form.set('text', given.text);
  else form.set('file', new File([given.bytes], given.file));
  const body = new Response(form);
  const answer = await t.web.inject({
    method: 'POST',
    url: addressOf(contract.compareCopy, { params: { id } }),
    headers: { cookie: by.cookie, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, ...answer.json() };
}
const compare = async (text: string): Promise<string> => (await send(focal, { text })).id;
const show = (comparisonId: string) => focal.call(contract.showComparison, { params: { id, comparisonId } });
const document = () => focal.call(showDocument, { params: { id } });
type Choice = 'ours' | 'theirs' | 'own';
const decide = async (comparisonId: string, choices: [string, Choice, string?][], revision = 0) =>
  focal.call(contract.decideComparison, {
    params: { id, comparisonId },
    body: {
      revision,
      decisions: choices.map(([differenceId, choice, words]) => ({
        differenceId,
        choice,
        words: words ?? null,
      })),
    },
  });
const kinds = async () =>
  (await inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'document', id))).map((event) => event.kind);

test('the cut copy of Plan 217 beside the whole one: two misprints and the cut, each with a proposal', async () => {
  const sent = await send(focal, { file: 'KH 217.md', bytes: whole });
  const seen = await show(sent.id);
  expect(seen.counts).toEqual({ substance: 0, typo: 2, truncation: 1, spacing: 7 });
  const weighty = seen.differences.filter((one) => one.class !== 'spacing');
  expect(weighty.map((one) => [one.ours.words, one.theirs.words.slice(0, 11), one.likely])).toEqual([
    ['TH', 'THỂ', 'theirs'],
    ['đi', 'đối', 'theirs'],
    ['', 'c) Phối hợp', 'theirs'],
  ]);
  expect(weighty[2]!.theirs.wordCount).toBeGreaterThan(1500);
  expect(seen).toMatchObject({ otherName: 'KH 217.md', madeBy: 'Lê Thị Thu Hà', state: 'open' });
  const list = await focal.call(contract.listComparisons, { params: { id } });
  expect(list.map((one) => one.id)).toEqual([sent.id]);
  expect((await kinds()).at(-1)).toBe('document.copies-compared');
});

test('taking what is proposed makes one text, read again; confirmed duties stay confirmed', async () => {
  const before = await document();
  expect(before.duties).toHaveLength(6);
  const first = before.duties[0]!;
  await focal.call(correctDuty, {
    params: { id, dutyId: first.id },
    body: { revision: 0, coordinators: ['Sở Nội vụ'], reportTo: 'UBND thành phố' },
  });
  await focal.call(confirmDuties, { params: { id }, body: { revision: 1, confirmed: true } });
  const comparisonId = await compare(whole);
  const { differences } = await show(comparisonId);
  const wanted = differences.filter((one) => one.class !== 'spacing');
  const decided = await decide(
    comparisonId,
    wanted.map((one) => [one.id, 'theirs']),
  );
  expect(decided.log).toHaveLength(3);
  const answer = await focal.call(contract.applyComparison, {
    params: { id, comparisonId },
    body: { revision: 1, documentRevision: 2 },
  });
  expect(answer).toEqual({ state: 'applied', reopened: 0 });
  const after = await document();
  expect(after.text).toContain('NHIỆM VỤ CỤ THỂ');
  expect(after.text).not.toContain('[...]');
  expect(after).toMatchObject({ symbol: '217/KH-UBND', revision: 3 });
  expect(after.duties).toHaveLength(27);
  expect(after.duties.filter((duty) => duty.confirmed).map((duty) => duty.id)).toEqual(
    before.duties.map((duty) => duty.id),
  );
  expect(after.duties[0]).toMatchObject({
    coordinators: ['Sở Nội vụ'],
    reportTo: 'UBND thành phố',
    correctedBy: 'Lê Thị Thu Hà',
  });
  for (const duty of after.duties)
    expect(after.text.slice(...duty.span)).toContain(duty.text.split(' ').slice(0, 3).join(' '));
  expect(new Set(after.duties.map((duty) => duty.id)).size).toBe(27);
  expect(await show(comparisonId)).toMatchObject({ state: 'applied', closedBy: 'Lê Thị Thu Hà' });
  expect((await kinds()).slice(-3)).toEqual([
    'document.copies-compared',
    'document.copy-decided',
    'document.text-settled',
  ]);
});

test('a duty whose words changed is to be confirmed again, the others are not', async () => {
  await focal.call(confirmDuties, { params: { id }, body: { revision: 0, confirmed: true } });
  const { duties } = await document();
  const at = web.indexOf('tập huấn, bồi dưỡng');
  const comparisonId = await compare(`${web.slice(0, at)}mở lớp tập huấn, bồi dưỡng${web.slice(at + 19)}`);
  const [one] = (await show(comparisonId)).differences;
  expect(one).toMatchObject({ class: 'substance', detail: 'added', theirs: { words: 'mở lớp' } });
  await decide(comparisonId, [[one!.id, 'own', 'tổ chức lớp']]);
  const answer = await focal.call(contract.applyComparison, {
    params: { id, comparisonId },
    body: { revision: 1, documentRevision: 1 },
  });
  expect(answer).toEqual({ state: 'applied', reopened: 1 });
  const after = await document();
  expect(after.text).toContain('tổ chức tổ chức lớp tập huấn');
  expect(after.duties.filter((duty) => !duty.confirmed)).toHaveLength(1);
  expect(after.duties.map((duty) => duty.id)).toEqual(duties.map((duty) => duty.id));
});

test('two people at once, a text changed since, an empty choice: each is told', async () => {
  const comparisonId = await compare(whole);
  const params = { id, comparisonId };
  await decide(comparisonId, [['k9', 'ours']]);
  const late = {
    params,
    body: { revision: 0, decisions: [{ differenceId: 'k9', choice: 'theirs' as const }] },
  };
  expect(await focal.refused(contract.decideComparison, late)).toMatchObject({ status: 409, revision: 1 });
  const blank = {
    params,
    body: { revision: 1, decisions: [{ differenceId: 'k9', choice: 'own' as const }] },
  };
  expect((await focal.refused(contract.decideComparison, blank)).title).toMatch(/Chưa có chữ nào/);
  const layout = (await show(comparisonId)).differences.find((one) => !one.choosable)!;
  const none = {
    params,
    body: { revision: 1, decisions: [{ differenceId: layout.id, choice: 'ours' as const }] },
  };
  expect((await focal.refused(contract.decideComparison, none)).status).toBe(422);
  const other = await compare(whole);
  await decide(other, [['k9', 'theirs']]);
  const body = { revision: 1, documentRevision: 0 };
  await focal.call(contract.applyComparison, { params: { id, comparisonId: other }, body });
  const stale = { params, body: { revision: 1, documentRevision: 1 } };
  expect((await focal.refused(contract.applyComparison, stale)).title).toMatch(/đã đổi sau lần so sánh/);
  const again = { params: { id, comparisonId: other }, body: { revision: 1, documentRevision: 1 } };
  expect((await focal.refused(contract.applyComparison, again)).title).toMatch(/đã kết thúc/);
});

test('a published document stays as it is: the choices are kept as a proposal', async () => {
  const comparisonId = await compare(whole);
  await decide(comparisonId, [['k9', 'theirs']]);
  await inTenant(t.house.db, t.tenantId, (tx) => markPublished(tx, id, new Date('2022-10-24T02:00:00Z')));
  const { text, revision } = await document();
  const params = { id, comparisonId };
  const body = { revision: 1, documentRevision: revision };
  expect(await focal.call(contract.applyComparison, { params, body })).toEqual({
    state: 'proposed',
    reopened: 0,
  });
  expect(await document()).toMatchObject({ text, revision });
  expect((await show(comparisonId)).log).toHaveLength(1);
  expect((await kinds()).at(-1)).toBe('document.text-proposed');
});

test('agencies and inspectors decide nothing; a secret copy is refused and leaves no words', async () => {
  const comparisonId = await compare(whole);
  const params = { id, comparisonId };
  const inspector = await t.as('thanhtra@example.vn');
  expect((await inspector.call(contract.showComparison, { params })).id).toBe(comparisonId);
  const given = {
    params,
    body: { revision: 0, decisions: [{ differenceId: 'k9', choice: 'ours' as const }] },
  };
  expect((await inspector.refused(contract.decideComparison, given)).status).toBe(403);
  const agency = await t.as('ngoaivu@example.vn');
  expect((await agency.refused(contract.showComparison, { params })).status).toBe(403);
  expect((await send(agency, { text: whole })).status).toBe(403);
  const secret = await send(focal, { text: 'ỦY BAN NHÂN DÂN\nMẬT\nSố: 05/KH-UBND\n\nKế hoạch đặc biệt.' });
  expect(secret.status).toBe(422);
  const events = await inTenant(t.house.db, t.tenantId, (tx) => tx.selectFrom('event').selectAll().execute());
  expect(events.filter((event) => event.kind === 'document.refused-as-secret')).toHaveLength(1);
  expect(JSON.stringify(events)).not.toContain('đặc biệt');
});
