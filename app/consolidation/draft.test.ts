import { expect, test } from 'vitest';
import { slotShape } from '#app/reports/definition-shape.contract.ts';
import { draftSentences, type Filed } from './draft.ts';

const slots = [
  slotShape.parse({ key: 'I', level: 1, heading: 'Tình hình chung', writes: true, takes: null }),
];
const cells = { 'done-in-time': 0, 'done-late': 0, 'open-in-time': 12, 'open-late': 0, request: 0 };
const standing = {
  planLabel: 'Kế hoạch số 217/KH-UBND',
  figures: { asOf: '2027-06-14', duties: 12, cells },
  asOf: '2027-06-21',
  expected: 2,
  missing: [],
};
const said = (agency: string, text: string): Filed => ({
  kind: 'agency-report',
  slot: 'I',
  agencyReportId: agency,
  filing: 1,
  paragraphId: agency,
  agencyId: agency,
  agency,
  text,
  duties: [],
});
const toldOf = (...filed: Filed[]) =>
  draftSentences(slots, filed, standing)
    .filter(({ sources }) => sources[0]?.kind === 'agency-report')
    .map(({ text }) => text);

test('what two agencies say alike is one sentence about both', () => {
  expect(
    toldOf(said('Sở Nội vụ', 'Đã mở 02 lớp tập huấn.'), said('Sở Tư pháp', 'Đã mở 02 lớp tập huấn.')),
  ).toEqual(['Sở Nội vụ và Sở Tư pháp đều đã mở 02 lớp tập huấn.']);
});

test('a sentence that names its agency stays that agency’s own, however alike another is', () => {
  const of = (agency: string) =>
    `Tính đến ngày 14/06/2027, ${agency} được giao 06 nhiệm vụ theo Kế hoạch số 217.`;
  const told = [of('Sở Nội vụ'), of('Sở Y tế')];
  expect(toldOf(said('Sở Nội vụ', told[0]!), said('Sở Y tế', told[1]!))).toEqual(told);
});

test('without a plan the duties are those of the agencies; without duties nothing is counted', () => {
  const first = (duties: number) =>
    draftSentences(slots, [], { ...standing, planLabel: null, figures: { ...standing.figures, duties } })[0]!
      .text;
  expect(first(12)).toMatch(/^Các cơ quan được giao 12 nhiệm vụ\. Tính đến ngày 14\/06\/2027/);
  expect(first(0)).toMatch(/^Đến ngày 21\/06\/2027, 02\/02 cơ quan đã gửi báo cáo/);
});
