import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { closeAsk, makeAsks } from '../ask/ask.contract.ts';
import {
  addSentence,
  changeSentence,
  getConsolidation,
  issueConsolidation,
  listConsolidations,
  makeConsolidation,
} from '../consolidation.contract.ts';
import { consolidationWords } from '../consolidation.words.ts';
import { fillPeriod, indicatorOf } from '../filled-period.test-data.ts';
import { correctConsolidation } from '../out/out.contract.ts';
import { sayStanding } from '../say-standing.ts';
import { getBrief } from './brief.contract.ts';
import { pointsOf } from './points.ts';

let t: TestHouse;
let focal: Person;
let leader: Person;
let id: string;
let reports: { id: string }[];

const look = (who = leader) => who.call(getBrief, { params: { id } });
const issue = (one: string, number: string) =>
  focal.call(issueConsolidation, {
    params: { id: one },
    body: { number, date: '2026-11-26', signer: 'Nguyễn Văn Minh' },
  });
const indicators = [indicatorOf('doan-vao', { name: 'Đoàn vào', slot: 'I' })];
const common = { slots: ['I', 'II.1'], indicators };

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-26T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  leader = await t.as('lanhdao@example.vn');
  const before = await fillPeriod(t.house, t.tenantId, {
    ...common,
    name: '6 tháng cuối năm 2025',
    from: '2025-06-15',
    to: '2025-12-14',
    agencies: ['Sở Ngoại vụ'],
    said: [
      { paragraphs: [{ slot: 'I', text: 'Kỳ trước.' }], values: [{ indicator: 'doan-vao', amount: 10 }] },
    ],
  });
  const { id: first } = await focal.call(makeConsolidation, { body: { periodId: before.periodId } });
  await issue(first, '1');
  const now = await fillPeriod(t.house, t.tenantId, {
    ...common,
    definitionId: before.definitionId,
    name: '6 tháng đầu năm 2026',
    from: '2025-12-15',
    to: '2026-06-14',
    agencies: ['Sở Ngoại vụ', 'Sở Nội vụ'],
    said: [
      {
        paragraphs: [
          { slot: 'I', text: 'Đón 12 đoàn khách quốc tế.' },
          { slot: 'II.1', text: 'Kiến nghị bố trí kinh phí.' },
        ],
        values: [{ indicator: 'doan-vao', amount: 12 }],
      },
    ],
  });
  ({ reports } = now);
  ({ id } = await focal.call(makeConsolidation, { body: { periodId: now.periodId } }));
});
afterAll(() => t.close());

test('who did not report, figures against the last period, the closing words; a leader reads it, an agency does not', async () => {
  const brief = await look();
  expect(brief).toMatchObject({
    periodName: '6 tháng đầu năm 2026',
    agencies: { expected: 2, missing: ['Sở Nội vụ'] },
    before: '6 tháng cuối năm 2025',
    undecided: { count: 0 },
    asks: { open: 0, late: 0, answered: 0 },
    bare: { count: 0 },
    mayIssue: false,
  });
  expect(brief.indicators[0]!.total).toMatchObject({ said: '12 đoàn', moved: { by: 2, share: 20 } });
  expect(brief.dutiesBefore).not.toBeNull();
  expect(brief.conclusion).toMatchObject([
    { key: 'II.1', first: [{ text: expect.stringContaining('ố trí kinh phí') }] },
  ]);
  expect((await look(focal)).mayIssue).toBe(true);
  const agency = await t.as('ngoaivu@example.vn');
  expect((await agency.refused(getBrief, { params: { id } })).status).toBe(403);
  expect((await look(await t.as('thanhtra@example.vn'))).asks).toBeNull();
});

test('what is asked back, written by the editor or stands on nothing is told, until it is settled', async () => {
  const { ids } = await focal.call(makeAsks, {
    params: { id },
    body: { of: [{ agencyReportId: reports[0]!.id, indicator: 'doan-vao' }], words: 'Gồm đoàn của trường?' },
  });
  await focal.call(addSentence, { params: { id }, body: { slot: 'I', text: 'Câu biên tập.', after: null } });
  const { sentences } = await focal.call(getConsolidation, { params: { id } });
  const guests = sentences.find(({ text }) => text.includes('12 đoàn khách'))!;
  const source = guests.sources[0]!;
  const dropSource = source.kind === 'agency-report' ? source.paragraphId : '';
  const params = { id, sentenceId: guests.id };
  await focal.call(changeSentence, { params, body: { revision: guests.revision, dropSource } });
  const brief = await look();
  expect(brief).toMatchObject({
    asks: {
      open: 1,
      first: [{ agency: 'Sở Ngoại vụ', question: 'Gồm đoàn của trường?', dueOn: '2026-12-01' }],
    },
    editorial: { count: 1, first: [{ text: 'Câu biên tập.' }] },
    bare: { count: 1, first: [{ id: guests.id }] },
  });
  expect(pointsOf(brief)).toBe(3);
  await focal.call(closeAsk, { params: { id: ids[0]! }, body: { words: 'Đã rõ' } });
  const { revision } = await focal.call(changeSentence, {
    params,
    body: { revision: guests.revision + 1, isEditorial: true },
  });
  expect(revision).toBeGreaterThan(guests.revision);
  expect(pointsOf(await look())).toBe(1);
});

test('the list says its versions in words', async () => {
  await issue(id, '45');
  const { id: later } = await focal.call(correctConsolidation, {
    params: { id },
    body: { reason: 'Đính chính' },
  });
  const { consolidations } = await focal.call(listConsolidations, {});
  const said = (one: string) =>
    sayStanding(consolidationWords.vi, consolidations.find((row) => row.id === one)!);
  expect(said(later)).toBe('Bản sửa 1 của 45/BC-LHHN, Dự thảo');
  expect(said(id)).toBe('Đã ban hành 45/BC-LHHN, đang có bản sửa 1');
  expect(await leader.call(getBrief, { params: { id: later } })).toMatchObject({ corrects: '45/BC-LHHN' });
  await issue(later, '46');
  const again = await focal.call(listConsolidations, {});
  expect(sayStanding(consolidationWords.vi, again.consolidations.find((row) => row.id === id)!)).toBe(
    'Đã ban hành 45/BC-LHHN, đã thay bằng bản sửa 1',
  );
});
