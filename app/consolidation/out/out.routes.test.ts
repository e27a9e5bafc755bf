import { createHash } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import readBook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '#app/ledger/index.ts';
import { ledgerBooks } from '#app/main.ts';
import { addressOf } from '#app/platform/contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  addSentence,
  changeSentence,
  getConsolidation,
  issueConsolidation,
  makeConsolidation,
  removeSentence,
} from '../consolidation.contract.ts';
import { fillPeriod, indicatorOf } from '../filled-period.test-data.ts';
import * as out from './out.contract.ts';

let t: TestHouse;
let focal: Person;
let leader: Person;
let foreign: Person;
let id: string;

const look = (one = id) => focal.call(getConsolidation, { params: { id: one } });
const get = (person: Person, name: out.OutName, one = id) =>
  t.web.inject({ method: 'GET', url: out.outAddress(one, name), headers: { cookie: person.cookie } });
const issue = (number: string, one = id) =>
  focal.call(issueConsolidation, {
    params: { id: one },
    body: { number, date: '2026-12-18', signer: 'Nguyễn Văn Minh' },
  });
const attach = (person: Person, name: string, bytes: Buffer | string) => {
  const edge = 'edge';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
  return t.web.inject({
    method: 'POST',
    url: addressOf(out.attachSigned, { params: { id } }),
    headers: {
      cookie: person.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
};

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-16T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  leader = await t.as('lanhdao@example.vn');
  foreign = await t.as('ngoaivu@example.vn');
  const { periodId } = await fillPeriod(t.house, t.tenantId, {
    name: '6 tháng cuối năm 2026',
    from: '2026-06-15',
    to: '2026-12-14',
    slots: ['1', '2'],
    indicators: [
      indicatorOf('doan-vao', { name: 'Đoàn vào', slot: '1' }),
      indicatorOf('dung-han', { name: 'Đúng hạn', rule: 'ratio', unit: '%', slot: '1' }),
    ],
    agencies: ['Sở Ngoại vụ', 'Sở Y tế', 'Sở Nội vụ'],
    said: [
      {
        paragraphs: [{ slot: '1', text: 'Đón 05 đoàn khách quốc tế.' }],
        values: [
          { indicator: 'doan-vao', amount: 5 },
          { indicator: 'dung-han', amount: 3, whole: 4 },
        ],
      },
      {
        paragraphs: [{ slot: '2', text: 'Khám bệnh cho 120 người nước ngoài.' }],
        values: [
          { indicator: 'doan-vao', amount: 7 },
          { indicator: 'dung-han', amount: 2, whole: 4 },
        ],
      },
    ],
  });
  ({ id } = await focal.call(makeConsolidation, { body: { periodId } }));
});
afterAll(() => t.close());

test('a draft prints as PDF; its envelope, signed copy and correction wait for issue', async () => {
  const pdf = await get(leader, 'document.pdf');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await get(focal, 'document.edxml')).statusCode).toBe(409);
  expect((await attach(focal, 'ky.pdf', '%PDF-1.7\n')).statusCode).toBe(409);
  const refused = await focal.refused(out.correctConsolidation, {
    params: { id },
    body: { reason: 'Sai số' },
  });
  expect(refused.status).toBe(409);
  expect((await get(focal, 'changes.docx')).statusCode).toBe(404);
  expect((await get(foreign, 'document.pdf')).statusCode).toBe(403);
});

test('the frozen report is PDF/A-2b; annexes hold each table of figures', async () => {
  await issue('45');
  const pdf = await get(leader, 'document.pdf');
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.toString('latin1')).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
  const bytes = (await get(leader, 'annexes.xlsx')).rawPayload;
  const sheets = await readBook(bytes);
  const sheet = (name: string) => sheets.find((one) => one.sheet === name)!.data;
  expect(sheet('Chỉ tiêu')[0]!.slice(7)).toEqual(['Sở Ngoại vụ', 'Sở Y tế']);
  expect(sheet('Chỉ tiêu')[1]).toEqual([
    1,
    'Đoàn vào',
    'đoàn',
    'Cộng dồn các cơ quan',
    12,
    '12 đoàn',
    null,
    5,
    7,
  ]);
  expect(sheet('Chỉ tiêu')[2]).toEqual([
    2,
    'Đúng hạn',
    '%',
    'Tổng tử số chia tổng mẫu số',
    62.5,
    '62,5% (5/8)',
    null,
    '3/4',
    '2/4',
  ]);
  expect(sheet('Bốn ô nhiệm vụ')).toHaveLength(7);
  const reported = sheet('Cơ quan báo cáo');
  expect(reported.filter((row) => row[2] === 'Chưa gửi').map((row) => row[1])).toEqual(['Sở Nội vụ']);
  expect(reported.at(-1)!.slice(0, 3)).toEqual([null, 'Tổng số', '2/3']);
});

test('the provenance annex names for each sentence its agency, filing, hash and words', async () => {
  const [sheet] = await readBook((await get(leader, 'provenance.xlsx')).rawPayload);
  const { sentences } = await look();
  expect(
    new Set(
      sheet!.data
        .slice(1)
        .map((row) => row[2])
        .filter(Boolean),
    ).size,
  ).toBe(sentences.length);
  const told = sheet!.data.find((row) => row[3] === 'Sở Y tế')!;
  expect(told.slice(4, 8)).toEqual([1, '16/12/2026', 'x', 'Khám bệnh cho 120 người nước ngoài.']);
});

test('the signed PDF is kept with its hash; sending is noted with day and way', async () => {
  expect((await attach(focal, 'ky.pdf', 'không phải PDF')).statusCode).toBe(422);
  expect((await attach(leader, 'ky.pdf', '%PDF-1.7\n%%EOF\n')).statusCode).toBe(403);
  const content = '%PDF-1.7\nđã ký\n%%EOF\n';
  const attached = await attach(focal, '45-BC-ky.pdf', content);
  expect(attached.statusCode, attached.body).toBe(200);
  t.setNow(new Date('2026-12-18T08:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  const body = { sentOn: '2026-12-18', way: 'axis' as const, sentTo: 'UBND thành phố Cần Thơ' };
  const early = await focal.refused(out.recordSending, {
    params: { id },
    body: { ...body, sentOn: '2026-12-17' },
  });
  expect(early.title).toMatch(/trước ngày ban hành/);
  const late = await focal.refused(out.recordSending, {
    params: { id },
    body: { ...body, sentOn: '2026-12-19' },
  });
  expect(late.title).toMatch(/sau hôm nay/);
  await focal.call(out.recordSending, { params: { id }, body });
  const shown = await focal.call(out.showOut, { params: { id } });
  expect(shown.signed[0]!.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect(shown.sendings).toMatchObject([{ sentOn: '2026-12-18', way: 'axis' }]);
  const file = await t.web.inject({
    method: 'GET',
    url: `/api/files/${shown.signed[0]!.id}`,
    headers: { cookie: focal.cookie },
  });
  expect(file.json().place.address).toBe(`/consolidation/${id}`);
});

test('the envelope has the parts of QCVN 102:2016 and carries the signed copy', async () => {
  const { body } = await get(focal, 'document.edxml');
  const xml = new DOMParser().parseFromString(body, 'text/xml');
  const root = xml.documentElement!;
  const children = (node: { childNodes: ArrayLike<{ nodeName: string }> }) =>
    Array.from(node.childNodes, (one) => one.nodeName);
  const text = (name: string) => xml.getElementsByTagName(name)[0]!.textContent;
  expect([root.nodeName, root.namespaceURI]).toEqual(['edXML', 'http://www.mic.gov.vn/TBT/QCVN_102_2016']);
  expect(children(root)).toEqual(['edXMLEnvelope', 'AttachmentEncoded']);
  expect(children(xml.getElementsByTagName('edXMLHeader')[0]!)).toEqual([
    'MessageHeader',
    'TraceHeaderList',
    'DigitalSignature',
  ]);
  expect([...new Set(children(xml.getElementsByTagName('MessageHeader')[0]!))]).toEqual([
    'From',
    'To',
    'Code',
    'PromulgationInfo',
    'DocumentType',
    'Subject',
    'Content',
    'SignerInfo',
    'DueDate',
    'ToPlaces',
    'OtherInfo',
    'SteeringType',
    'DocumentId',
  ]);
  expect([text('CodeNumber'), text('PromulgationDate')]).toEqual(['45', '2026/12/18']);
  const reference = xml.getElementsByTagName('Reference')[0]!;
  expect(reference.getAttribute('xlink:href')).toBe(`cid:${text('ContentId')}`);
  expect(Buffer.from(text('ContentTransferEncoded')!, 'base64').toString()).toMatch(/đã ký/);
});

test('a correction is a version of its own with a list of changes; the issued one stays', async () => {
  const first = await look();
  const { id: second } = await focal.call(out.correctConsolidation, {
    params: { id },
    body: { reason: 'Sở Y tế đính chính số người' },
  });
  const draft = await look(second);
  expect(draft).toMatchObject({ version: 2, state: 'draft', letter: { number: null } });
  expect(draft.letter.opening).toMatch(
    /^Báo cáo này sửa đổi, thay thế Báo cáo số 45\/BC-LHHN ngày 18\/12\/2026\./,
  );
  expect(draft.sentences.map(({ text }) => text)).toEqual(first.sentences.map(({ text }) => text));
  const again = await focal.refused(out.correctConsolidation, {
    params: { id },
    body: { reason: 'Lần nữa' },
  });
  expect(again.title).toMatch(/đang được sửa đổi/);
  const doctor = draft.sentences.find(({ text }) => /khám bệnh/i.test(text))!;
  const guests = draft.sentences.find(({ text }) => /đón 05/i.test(text))!;
  await focal.call(changeSentence, {
    params: { id: second, sentenceId: doctor.id },
    body: { revision: doctor.revision, text: 'Khám bệnh cho 102 người nước ngoài.' },
  });
  await focal.call(removeSentence, {
    params: { id: second, sentenceId: guests.id },
    body: { reason: 'Kể trùng' },
  });
  const added = { slot: '2', text: 'Bổ sung một ý.', after: null };
  await focal.call(addSentence, { params: { id: second }, body: added });
  const { of, changes } = await focal.call(out.listChanges, { params: { id: second } });
  expect(of?.id).toBe(id);
  expect(changes.map(({ is, before, after, reason }) => [is, before, after, reason])).toEqual([
    ['left-out', guests.text, '', 'Kể trùng'],
    ['changed', doctor.text, 'Khám bệnh cho 102 người nước ngoài.', null],
    ['added', '', 'Bổ sung một ý.', null],
    ['form', first.letter.opening, draft.letter.opening, null],
  ]);
  await focal.call(changeSentence, {
    params: { id: second, sentenceId: (await look(second)).sentences.at(-1)!.id },
    body: { revision: 0, isEditorial: true },
  });
  await issue('46', second);
  const docx = unzipSync((await get(focal, 'changes.docx', second)).rawPayload)['word/document.xml']!;
  expect(strFromU8(docx)).toContain('Khám bệnh cho 102 người nước ngoài.');
  expect((await look()).sentences).toEqual(first.sentences);
  expect((await get(focal, 'document.pdf')).statusCode).toBe(200);
  const { versions } = await focal.call(out.showOut, { params: { id } });
  expect(versions.map(({ version, state, symbol }) => [version, state, symbol])).toEqual([
    [1, 'issued', '45/BC-LHHN'],
    [2, 'issued', '46/BC-LHHN'],
  ]);
  expect((await checkLedger(t.house, t.tenantId, ledgerBooks)).findings).toEqual([]);
});
