import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addSentence,
  issueConsolidation,
  makeConsolidation,
} from '#app/consolidation/consolidation.contract.ts';
import { fillPeriod } from '#app/consolidation/filled-period.test-data.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { countUnread, listMyNotices } from '#app/notices/notice.contract.ts';
import { pageOfNotice } from '#app/notices/say-notice.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as contract from './conversation.contract.ts';
import { tellFollowersJob } from './tell.ts';

let t: TestHouse;
let focal: Person;
let leader: Person;
let lan: Person;
let other: Person;
let consolidation: { kind: 'consolidation'; id: string };
let report: { kind: 'agency-report'; id: string };

const unread = async (who: Person) => (await who.call(countUnread, {})).unread;
const newest = async (who: Person) => (await who.call(listMyNotices, { query: { show: 'all' } })).rows[0];
type Subject = typeof consolidation | typeof report;
const write = (who: Person, params: Subject, body: { words: string; place?: string; mentions?: string[] }) =>
  who.call(contract.writeComment, { params, body });
const talk = (who: Person, params: Subject) => who.call(contract.showConversation, { params });
const find = async (who: Person, params: Subject, text: string) =>
  (await who.call(contract.findToMention, { params, query: { text } })).people;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-02T03:00:00Z'));
  [focal, leader, lan, other] = [
    await t.as('daumoi@example.vn'),
    await t.as('lanhdao@example.vn'),
    await t.as('ngoaivu@example.vn'),
    await t.as('vanhoa@example.vn'),
  ];
  const { periodId, reports } = await fillPeriod(t.house, t.tenantId, {
    name: '6 tháng đầu năm 2026',
    from: '2025-12-15',
    to: '2026-06-14',
    slots: ['I', 'II.1'],
    indicators: [],
    agencies: ['Sở Ngoại vụ'],
    said: [{ paragraphs: [{ slot: 'I', text: 'Đón 12 đoàn.' }] }],
  });
  const { id } = await focal.call(makeConsolidation, { body: { periodId } });
  consolidation = { kind: 'consolidation', id };
  report = { kind: 'agency-report', id: reports[0]!.id };
});
afterAll(() => t.close());

test('a comment stands at its heading; only who reads the report reads it, in the ledger too', async () => {
  const { id } = await write(leader, consolidation, { words: 'Số đoàn cần đối chiếu', place: 'II.1' });
  t.setNow(new Date('2026-12-02T03:01:00Z'));
  await write(focal, consolidation, { words: 'Sẽ đối chiếu' });
  expect((await talk(focal, consolidation)).comments).toMatchObject([
    { place: 'II.1', words: 'Số đoàn cần đối chiếu' },
    { place: null, words: 'Sẽ đối chiếu' },
  ]);
  const wrong = { params: consolidation, body: { words: 'Ở đâu', place: 'IX' } };
  expect((await focal.refused(contract.writeComment, wrong)).status).toBe(404);
  expect((await lan.refused(contract.showConversation, { params: consolidation })).status).toBe(403);
  expect(
    (await lan.refused(contract.setFollow, { params: consolidation, body: { follows: true } })).status,
  ).toBe(403);
  const line = { params: { subjectKind: 'comment', subjectId: id } };
  expect((await lan.refused(subjectLedger, line)).status).toBeGreaterThanOrEqual(403);
  expect((await leader.call(subjectLedger, line)).lines).toHaveLength(1);
  const inspector = await t.as('thanhtra@example.vn');
  expect(await talk(inspector, consolidation)).toMatchObject({ mayWrite: false });
});

test('an agency and those who oversee talk about its report; another agency neither reads nor is named', async () => {
  await write(lan, report, { words: 'Đã rà lại', place: 'figures' });
  expect((await talk(focal, report)).comments).toMatchObject([
    { place: 'figures', agencyName: 'Sở Ngoại vụ' },
  ]);
  expect((await other.refused(contract.showConversation, { params: report })).status).toBe(403);
  expect(await find(focal, report, 'Võ Hoàng Nam')).toEqual([]);
  const [named] = await find(focal, report, 'Trần Ngọc Lan');
  const nam = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('person').select('id').where('email', '=', 'vanhoa@example.vn').executeTakeFirstOrThrow(),
  );
  const before = await unread(other);
  const words = `Nhờ @${named!.name} và @Võ Hoàng Nam xem`;
  t.setNow(new Date('2026-12-02T03:02:00Z'));
  await write(focal, report, { words, place: 'I', mentions: [named!.personId, nam.id] });
  const told = (await newest(lan))!;
  expect(pageOfNotice(told)).toBe(`/reports/agency/${report.id}#talk-I`);
  expect(told).toMatchObject({
    subjectKind: 'report',
    subjectId: report.id,
    step: expect.stringMatching(/^mentioned:/),
    title: expect.stringContaining('mục I: “Nhờ'),
  });
  expect(await unread(other)).toBe(before);
  expect((await talk(lan, report)).comments.at(-1)!.mentions).toHaveLength(1);
});

test('a follower of a consolidation hears of its steps, not of each sentence; not once they may not read it', async () => {
  await leader.call(contract.setFollow, { params: consolidation, body: { follows: true } });
  const before = await unread(leader);
  await focal.call(addSentence, {
    params: { id: consolidation.id },
    body: { slot: 'I', text: 'Câu biên tập.', after: null },
  });
  await tellFollowersJob.run(t.house, '');
  expect(await unread(leader)).toBe(before);
  await focal.call(issueConsolidation, {
    params: { id: consolidation.id },
    body: { number: '9', date: '2026-12-02', signer: 'Nguyễn Văn Minh' },
  });
  await tellFollowersJob.run(t.house, '');
  expect(await unread(leader)).toBe(before + 1);
  expect(await newest(leader)).toMatchObject({
    subjectKind: 'consolidation',
    title: expect.stringContaining('ban hành báo cáo số 9'),
  });
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('membership').set({ valid_to: '2026-12-01' }).where('role', '=', 'leader').execute(),
  );
  await write(focal, consolidation, { words: 'Đã gửi UBND' });
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('membership').set({ valid_to: null }).where('role', '=', 'leader').execute(),
  );
  expect(await unread(leader)).toBe(before + 1);
});
