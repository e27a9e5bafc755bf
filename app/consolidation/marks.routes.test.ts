import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkOfficialDocx } from '#app/letters/index.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  addSentence,
  changeSentence,
  documentAddress,
  getConsolidation,
  makeConsolidation,
} from './consolidation.contract.ts';
import { fillPeriod } from './filled-period.test-data.ts';
import { mergeSentences } from './matrix/matrix.contract.ts';

let t: TestHouse;
let focal: Person;
let id: string;

const opening = 'Tổ chức hội nghị có 120 đại biểu tham dự, kết quả cụ thể:';
const bold = (text: string, words: string) => {
  const begin = text.indexOf(words);
  return { kind: 'bold' as const, begin, end: begin + words.length };
};
const look = () => focal.call(getConsolidation, { params: { id } });
const find = async (words: string) => (await look()).sentences.find(({ text }) => text.includes(words))!;
const marked = ({ text, marks }: { text: string; marks: { kind: string; begin: number; end: number }[] }) =>
  marks.map(({ kind, begin, end }) => [kind, text.slice(begin, end)]);

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-16T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const { periodId } = await fillPeriod(t.house, t.tenantId, {
    name: '6 tháng cuối năm 2026',
    from: '2026-06-15',
    to: '2026-12-14',
    slots: ['1', '2'],
    indicators: [],
    agencies: ['Sở Ngoại vụ', 'Sở Nội vụ', 'Sở Tư pháp'],
    said: [
      {
        paragraphs: [
          { slot: '1', text: opening, marks: [bold(opening, '120 đại biểu')] },
          { slot: '1', text: 'vận động được 03 dự án mới;', form: 'point' },
          { slot: '1', text: 'ký 01 bản ghi nhớ.', form: 'point', marks: [bold('ký 01 bản ghi nhớ.', '01')] },
        ],
      },
      { paragraphs: [{ slot: '1', text: 'Tổ chức hội nghị có 120 đại biểu tham dự, kết quả cụ thể.' }] },
      { paragraphs: [{ slot: '2', text: 'vận động kiều bào đóng góp', form: 'point' }] },
    ],
  });
  ({ id } = await focal.call(makeConsolidation, { body: { periodId } }));
});
afterAll(() => t.close());

test('a list stays whole as its agency wrote it; bold words stay bold behind the name put in front', async () => {
  const told = (await look()).sentences.filter(({ sources }) => sources[0]?.kind === 'agency-report');
  expect(told.map((one) => [one.form, one.text, marked(one)])).toEqual([
    [
      'text',
      'Sở Ngoại vụ tổ chức hội nghị có 120 đại biểu tham dự, kết quả cụ thể:',
      [['bold', '120 đại biểu']],
    ],
    ['point', 'vận động được 03 dự án mới;', []],
    ['point', 'ký 01 bản ghi nhớ.', [['bold', '01']]],
    ['text', 'Sở Nội vụ tổ chức hội nghị có 120 đại biểu tham dự, kết quả cụ thể.', []],
    // Points that nothing opens are sentences of their agency.
    ['text', 'Sở Tư pháp vận động kiều bào đóng góp.', []],
  ]);
});

test('the editor sets bold, italic and points; marks move with the words, also where sentences are merged', async () => {
  const sentence = await find('Sở Nội vụ tổ chức');
  const params = { id, sentenceId: sentence.id };
  const marks = [{ ...bold(sentence.text, 'kết quả cụ thể'), kind: 'italic' as const }];
  const { revision } = await focal.call(changeSentence, {
    params,
    body: { revision: sentence.revision, marks },
  });
  const text = sentence.text.replace('Sở Nội vụ', 'Sở Nội vụ và các quận');
  const changed = await focal.call(changeSentence, { params, body: { revision, text } });
  expect(marked(changed)).toEqual([['italic', 'kết quả cụ thể']]);
  const added = await focal.call(addSentence, {
    params: { id },
    body: { slot: '2', text: 'Kiến nghị   bố trí kinh phí;', after: null, form: 'point' },
  });
  expect(added).toMatchObject({ text: 'Kiến nghị bố trí kinh phí;', form: 'point' });
  const both = `Nhìn chung: ${text} Các nơi làm tốt.`;
  const other = await find('kiều bào');
  const merged = await focal.call(mergeSentences, {
    params: { id, sentenceId: sentence.id },
    body: { others: [other.id], text: both },
  });
  expect(marked(merged)).toEqual([['italic', 'kết quả cụ thể']]);
});

test('DOCX prints them so, in good form; PDF is made of the same', async () => {
  const answer = await t.web.inject({
    method: 'GET',
    url: documentAddress(id),
    headers: { cookie: focal.cookie },
  });
  const xml = strFromU8(unzipSync(answer.rawPayload)['word/document.xml']!);
  const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run]) => ({
    text: /<w:t[^>]*>([^<]*)</.exec(run!)?.[1],
    bold: /<w:b\/>/.test(run!),
    italic: /<w:i\/>/.test(run!),
  }));
  expect(runs).toContainEqual({ text: '120 đại biểu', bold: true, italic: false });
  expect(runs).toContainEqual({ text: 'kết quả cụ thể', bold: false, italic: true });
  const lines = xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split('\n');
  expect(lines).toContain('a) vận động được 03 dự án mới;');
  expect(lines).toContain('b) ký 01 bản ghi nhớ.');
  expect((await checkOfficialDocx(answer.rawPayload)).map(({ box }) => box)).toEqual(['7a']);
  const pdf = await t.web.inject({
    method: 'GET',
    url: `/api/consolidations/${id}/document.pdf`,
    headers: { cookie: focal.cookie },
  });
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});
