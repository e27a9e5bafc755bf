import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as contract from '../document.contract.ts';
import { plan217, upload } from '../document.test-data.ts';
import { type ExportForm, exportPath } from './export.contract.ts';

let t: TestHouse;
let focal: Person;
let id: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-22T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  id = (await upload(t, focal, { file: 'KH 217.md', bytes: plan217('plan-217.md') })).id;
});
afterAll(() => t.close());

const take = (form: ExportForm, cookie = focal.cookie) =>
  t.web.inject({ method: 'GET', url: exportPath(id, form), headers: { cookie } });

test('JSON: the reading with spans that point into its text, corrections included, left-out duties not', async () => {
  const before = await focal.call(contract.showDocument, { params: { id } });
  const [first, second] = before.duties;
  const changed = await focal.call(contract.correctDuty, {
    params: { id, dutyId: first!.id },
    body: { revision: 0, holders: ['Liên hiệp Hữu nghị'] },
  });
  await focal.call(contract.correctDuty, {
    params: { id, dutyId: second!.id },
    body: { revision: changed.revision, removed: true },
  });
  const answer = await take('json');
  expect(answer.headers['content-disposition']).toBe('attachment; filename="217-KH-UBND.json"');
  const reading = answer.json();
  expect(reading.document).toMatchObject({ symbol: '217/KH-UBND', kind: 'Kế hoạch', date: '2022-10-21' });
  expect(reading.duties).toHaveLength(26);
  expect(reading.duties[0]).toMatchObject({ holders: ['Liên hiệp Hữu nghị'], corrected: true, lead: true });
  expect(reading.citations).toHaveLength(10);
  for (const { symbol, mentions } of reading.citations)
    for (const { span } of mentions) expect(reading.text.slice(...span)).toBe(symbol);
  for (const { start, span } of reading.duties)
    expect(reading.text.slice(...span)).toContain(start.split(' ').slice(0, 3).join(' '));
});

test('XLSX: three sheets, a frozen heading, widths, wrapped cells, every duty on its row', async () => {
  const answer = await take('xlsx');
  expect(answer.headers['content-type']).toMatch(/spreadsheetml/);
  const files = unzipSync(new Uint8Array(answer.rawPayload));
  const file = (name: string) => strFromU8(files[name]!);
  expect(
    [...file('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((found) => found[1]),
  ).toEqual(['Nhiệm vụ', 'Mục lục', 'Viện dẫn']);
  for (const sheet of ['sheet1', 'sheet2', 'sheet3']) {
    expect(file(`xl/worksheets/${sheet}.xml`)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(file(`xl/worksheets/${sheet}.xml`)).toMatch(/<col [^>]*width="\d/);
  }
  expect(file('xl/styles.xml')).toMatch(/wrapText="(?:1|true)"/);
  const duties = rowsOf(files, 'sheet1');
  expect(duties[0]!.slice(0, 10)).toEqual([
    'STT',
    'Mục',
    'Nội dung',
    'Chủ trì',
    'Phối hợp',
    'Vai trò',
    'Đề nghị',
    'Thời hạn',
    'Gửi báo cáo',
    'Sản phẩm',
  ]);
  expect(duties[0]!.slice(10)).toEqual([
    'Rõ người',
    'Rõ việc',
    'Rõ thời gian',
    'Rõ trách nhiệm',
    'Rõ sản phẩm',
    'Rõ thẩm quyền',
  ]);
  expect(duties).toHaveLength(1 + 26);
  expect(duties[1]!.slice(0, 2)).toEqual(['1', 'III.1.a']);
  expect(duties[1]![3]).toBe('Liên hiệp Hữu nghị');
  const mttq = duties.find((row) => row[1] === 'III.10.c')!;
  expect(mttq.slice(3, 7)).toEqual([
    'Ủy ban Mặt trận Tổ quốc Việt Nam thành phố',
    'Liên hiệp các Tổ chức hữu nghị thành phố',
    'Phối hợp',
    'Có',
  ]);
  expect(rowsOf(files, 'sheet2').at(1)!.slice(0, 3)).toEqual(['1', 'I', 'I.']);
  const cited = rowsOf(files, 'sheet3');
  expect(cited).toHaveLength(11);
  expect(cited[1]).toEqual(['1', '12-CT/TW', 'Chỉ thị', '05/01/2022', 'Ban Bí thư', 'Có', '17']);
});

test('Akoma Ntoso: the corrected header, made today', async () => {
  const answer = await take('akn.xml');
  expect(answer.headers['content-disposition']).toBe('attachment; filename="217-KH-UBND.akn.xml"');
  expect(answer.body).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<akomaNtoso xmlns="[^"]+\/akn\/3.0">/,
  );
  expect(answer.body).toContain('<FRBRnumber value="217/KH-UBND"/>');
  expect(answer.body).toContain('showAs="Liên hiệp Hữu nghị"');
  expect(answer.body).toContain('<FRBRdate date="2026-11-22" name="xuat"/>');
});

test('who may not see the document may not take it; a stranger is told to sign in', async () => {
  const agency = await t.as('ngoaivu@example.vn');
  for (const form of ['json', 'xlsx', 'akn.xml'] as const) {
    expect((await take(form, agency.cookie)).statusCode).toBe(403);
    expect((await take(form, '')).statusCode).toBe(401);
  }
  const unknown = await t.web.inject({
    method: 'GET',
    url: exportPath('00000000-0000-4000-8000-000000000000', 'json'),
    headers: { cookie: focal.cookie },
  });
  expect(unknown.statusCode).toBe(404);
});

/** Cells of a sheet as a reader of the file sees them, empty ones as ''. */
function rowsOf(files: Record<string, Uint8Array>, sheet: string): string[][] {
  const shared = files['xl/sharedStrings.xml'];
  const strings = shared
    ? [...strFromU8(shared).matchAll(/<si>(.*?)<\/si>/gs)].map((found) => textOf(found[1]!))
    : [];
  return [...strFromU8(files[`xl/worksheets/${sheet}.xml`]!).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(
    (row) =>
      [...row[1]!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes, inner = '']) =>
        attributes!.includes('t="s"') ? strings[Number(textOf(inner))]! : textOf(inner),
      ),
  );
}

const textOf = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
