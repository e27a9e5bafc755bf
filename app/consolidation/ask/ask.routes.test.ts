import { afterAll, beforeAll, expect, test } from 'vitest';
import { showToday } from '#app/home/home.contract.ts';
import { subjectLedger, undoLine } from '#app/ledger/ledger.contract.ts';
import { sendNoticesJob } from '#app/notices/index.ts';
import { listMyNotices } from '#app/notices/notice.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { getConsolidation, issueConsolidation, makeConsolidation } from '../consolidation.contract.ts';
import { fillPeriod, indicatorOf } from '../filled-period.test-data.ts';
import { decideFinding, listFindings } from '../findings/finding.contract.ts';
import { agencySources } from '../sentence.ts';
import {
  answerAsk,
  askFurther,
  closeAsk,
  getAsk,
  listAsks,
  listReportAsks,
  makeAsks,
} from './ask.contract.ts';

let t: TestHouse;
let focal: Person;
let leader: Person;
let own: Person;
let other: Person;
let id: string;
let report: string;

const asks = async () => (await focal.call(listAsks, { params: { id } })).asks;
const newest = async (who: Person) => (await who.call(listMyNotices, { query: { show: 'all' } })).rows[0];
const waiting = async (email: string, key: string) =>
  (await (await t.as(email)).call(showToday, {})).tasks.find((task) => task.key === key);
const signIn = async () => {
  [focal, leader, own, other] = [
    await t.as('daumoi@example.vn'),
    await t.as('lanhdao@example.vn'),
    await t.as('ngoaivu@example.vn'),
    await t.as('vanhoa@example.vn'),
  ];
};

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-26T02:00:00Z'));
  await signIn();
  const project =
    'Tiếp nhận Dự án “Nước sạch học đường” do Tổ chức Oxfam tài trợ tại xã Thới Thạnh, trị giá 2,6 tỷ đồng.';
  const made = await fillPeriod(t.house, t.tenantId, {
    name: '6 tháng đầu năm 2026',
    from: '2025-12-15',
    to: '2026-06-14',
    slots: ['I', 'II.1'],
    indicators: [indicatorOf('doan-vao', { name: 'Đoàn vào', slot: 'I' })],
    agencies: ['Sở Ngoại vụ', 'Sở Văn hóa, Thể thao và Du lịch'],
    said: [
      {
        paragraphs: [
          { slot: 'I', text: 'Đón 12 đoàn khách quốc tế.' },
          { slot: 'II.1', text: project },
        ],
        values: [{ indicator: 'doan-vao', amount: 12 }],
      },
      {
        paragraphs: [
          { slot: 'I', text: 'Tổ chức 03 ngày văn hóa.' },
          { slot: 'II.1', text: 'Dự án Nước sạch học đường tại xã Thới Thạnh, kinh phí 3,1 tỷ đồng.' },
        ],
      },
    ],
  });
  report = made.reports[0]!.id;
  ({ id } = await focal.call(makeConsolidation, { body: { periodId: made.periodId } }));
});
afterAll(() => t.close());

/** The sentence on guests and the place of its agency's paragraph. */
const guests = async () => {
  const { sentences } = await focal.call(getConsolidation, { params: { id } });
  const sentence = sentences.find(({ text }) => text.includes('12 đoàn khách'))!;
  const { agencyReportId, paragraphId } = agencySources(sentence.sources)[0]!;
  return { sentenceId: sentence.id, of: [{ agencyReportId, paragraphId }] };
};

test('a sentence questioned goes to its agency at its heading, with a clock of working days, and nobody else', async () => {
  const words = 'Số đoàn này có gồm đoàn của các trường không?';
  const denied = await own.refused(makeAsks, { params: { id }, body: { ...(await guests()), words } });
  expect(denied.status).toBe(403);
  await focal.call(makeAsks, { params: { id }, body: { ...(await guests()), words } });
  const { asks: mine } = await own.call(listReportAsks, { params: { id: report } });
  expect(mine).toMatchObject([
    {
      place: 'I',
      quote: 'Đón 12 đoàn khách quốc tế.',
      state: 'open',
      dueOn: '2026-12-01',
      mayAnswer: true,
      mayClose: false,
    },
  ]);
  expect(mine[0]!.turns).toMatchObject([{ kind: 'question', words }]);
  expect((await other.refused(listReportAsks, { params: { id: report } })).status).toBe(403);
  expect((await other.refused(getAsk, { params: { id: mine[0]!.id } })).status).toBe(403);
  for (const who of ['thanhtra@example.vn', 'quantri@example.vn'])
    expect((await (await t.as(who)).refused(listAsks, { params: { id } })).status).toBe(403);
  expect(await newest(own)).toMatchObject({ subjectKind: 'ask', step: 'asked:1', dueOn: '2026-12-01' });
  expect(await waiting('ngoaivu@example.vn', 'asks-to-answer')).toMatchObject({ count: 1 });
  expect((await waiting('vanhoa@example.vn', 'asks-to-answer'))?.count).toBe(0);
  const again = await focal.refused(makeAsks, { params: { id }, body: { ...(await guests()), words } });
  expect(again).toMatchObject({ status: 409, title: expect.stringContaining('Sở Ngoại vụ') });
});

test('the agency answers in words; who asked is told, asks further, and closes; closing is taken back', async () => {
  const { id: ask } = (await asks())[0]!;
  const answer = { words: 'Chưa gồm 02 đoàn của trường; xin được sửa báo cáo.', wantsReturn: true };
  expect((await other.refused(answerAsk, { params: { id: ask }, body: answer })).status).toBe(403);
  await own.call(answerAsk, { params: { id: ask }, body: answer });
  expect(await newest(focal)).toMatchObject({ subjectKind: 'ask', step: 'ask-answered:2' });
  expect(await waiting('daumoi@example.vn', 'asks-to-close')).toMatchObject({ count: 1 });
  expect((await asks())[0]).toMatchObject({ state: 'answered', isLate: false, clock: null });
  const further = { words: 'Hai đoàn nào?', dueOn: '2026-11-30' };
  expect(await leader.call(askFurther, { params: { id: ask }, body: further })).toMatchObject({
    state: 'open',
    dueOn: '2026-11-30',
  });
  await own.call(answerAsk, { params: { id: ask }, body: { words: 'Trường Nhật và trường Pháp.' } });
  expect(await newest(leader)).toMatchObject({ step: 'ask-answered:4' });
  expect((await own.refused(closeAsk, { params: { id: ask }, body: {} })).status).toBe(403);
  expect(await focal.call(closeAsk, { params: { id: ask }, body: {} })).toMatchObject({ state: 'closed' });
  expect((await own.refused(answerAsk, { params: { id: ask }, body: answer })).status).toBe(409);
  const params = { subjectKind: 'ask', subjectId: ask };
  const { lines } = await focal.call(subjectLedger, { params });
  expect(lines.map(({ kind }) => kind)).toEqual([
    'ask.asked',
    'ask.answered',
    'ask.asked-further',
    'ask.answered',
    'ask.closed',
  ]);
  await focal.call(undoLine, { params: { ...params, seq: lines.at(-1)!.seq } });
  expect(await focal.call(getAsk, { params: { id: ask } })).toMatchObject({ state: 'answered' });
  expect((await asks())[0]!.turns).toHaveLength(4);
});

test('a figure is questioned too; after its day it is late, its agency is reminded, and dropping it needs a reason', async () => {
  const of = [{ agencyReportId: report, indicator: 'doan-vao' }];
  const body = { of, words: 'Đếm cả đoàn quá cảnh?', dueOn: '2026-12-01' };
  const past = await focal.refused(makeAsks, { params: { id }, body: { ...body, dueOn: '2026-11-25' } });
  expect(past.status).toBe(422);
  const { ids } = await focal.call(makeAsks, { params: { id }, body });
  const [ask] = ids as [string];
  expect(await own.call(getAsk, { params: { id: ask } })).toMatchObject({
    place: 'figures',
    placeName: 'Đoàn vào',
    quote: 'Đoàn vào: 12 đoàn',
  });
  t.setNow(new Date('2026-11-30T02:00:00Z'));
  await signIn();
  await sendNoticesJob.run(t.house, '');
  expect(await newest(own)).toMatchObject({ step: 'ask-due:1:doer', title: '6 tháng đầu năm 2026' });
  expect(await focal.call(getAsk, { params: { id: ask } })).toMatchObject({ isLate: false });
  t.setNow(new Date('2026-12-04T02:00:00Z'));
  await signIn();
  await sendNoticesJob.run(t.house, '');
  expect(await newest(focal)).toMatchObject({ step: 'ask-late:3:focal-officer' });
  expect(await focal.call(getAsk, { params: { id: ask } })).toMatchObject({ isLate: true });
  expect((await focal.refused(closeAsk, { params: { id: ask }, body: {} })).status).toBe(422);
  await focal.call(closeAsk, { params: { id: ask }, body: { words: 'Đã có số ở biên bản.' } });
});

test('a finding put off by asking waits for its decision again once its questions are closed', async () => {
  const find = async () => (await focal.call(listFindings, { params: { id } })).findings[0]!;
  const finding = await find();
  const params = { id, findingId: finding.id };
  const bare = await focal.refused(decideFinding, { params, body: { decision: 'ask' } });
  expect(bare.status).toBe(422);
  const reports = finding.told.map(({ agencyReportId }) => agencyReportId!);
  const ask = { words: 'Trị giá nào đúng?', agencyReportIds: [...new Set(reports)] };
  await focal.call(decideFinding, { params, body: { decision: 'ask', ask } });
  const made = (await asks()).filter(({ findingId }) => findingId === finding.id);
  expect(made.map(({ agency }) => agency).sort()).toEqual(['Sở Ngoại vụ', 'Sở Văn hóa, Thể thao và Du lịch']);
  await focal.call(closeAsk, { params: { id: made[0]!.id }, body: { words: 'Đã rõ' } });
  expect(await find()).toMatchObject({ decision: 'ask' });
  await focal.call(closeAsk, { params: { id: made[1]!.id }, body: { words: 'Đã rõ' } });
  expect(await find()).toMatchObject({ decision: null });
});

test('nothing is asked of an issued report; what is open may still be answered', async () => {
  await focal.call(issueConsolidation, {
    params: { id },
    body: { number: '7', date: '2026-12-04', signer: 'Nguyễn Văn Minh' },
  });
  const of = [{ agencyReportId: report, indicator: 'doan-vao' }];
  expect(
    (await focal.refused(makeAsks, { params: { id }, body: { of, words: 'Còn gì không?' } })).status,
  ).toBe(409);
});
