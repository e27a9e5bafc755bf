import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writePlan } from './fixtures/plan-document.ts';
import { type IntakeProgress, IntakeRefusal, readFile } from './index.ts';
import { readInWorker } from './read-in-worker.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const encode = (text: string) => new TextEncoder().encode(text);
const flat = (text: string) => text.replace(/<br>|\s+/g, ' ');

/** What a file is refused for; 'read' when it is taken. */
async function refusalOf(bytes: Uint8Array, name = 'tep'): Promise<string> {
  return readFile(bytes, name).then(
    () => 'read',
    (refusal: unknown) => (refusal instanceof IntakeRefusal ? refusal.code : String(refusal)),
  );
}

function docxOf(document: Uint8Array, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({ 'word/document.xml': document, ...more });
}

test('a PDF reads as its DOCX does: lines, table over the page break, footnote', async () => {
  const steps: IntakeProgress[] = [];
  const pdf = await readFile(fixture('plan.pdf'), 'plan.pdf', { onProgress: (step) => steps.push(step) });
  const docx = await readFile(await writePlan(), 'plan.docx');
  expect(flat(pdf.text)).toBe(flat(docx.text));
  expect(pdf.form).toBe('pdf');
  expect(pdf.pages).toHaveLength(2);
  expect(pdf.text.slice(pdf.pages![1]!.begin)).toMatch(/^.{0,60}5 \|/s);
  expect(steps.at(-1)).toEqual({ page: 2, pages: 2, recognised: false });
});

test('Word 97 documents in TCVN3 and VNI fonts', async () => {
  for (const name of ['tcvn3.doc', 'vni.doc']) {
    const { text, form, notes } = await readFile(fixture(name), name);
    expect(form).toBe('doc');
    expect(notes).toHaveLength(1);
    expect(text).toBe(
      'ỦY BAN NHÂN DÂN TỈNH HÒA AN\n\nCăn cứ Luật Tổ chức chính quyền địa phương; xét đề nghị của Giám đốc Sở Ngoại vụ tại Tờ trình số 15/TTr-SNgV, những kết quả kỳ này rõ ràng, mỗi xã đều hưởng ứng.\n\n| Nhiệm vụ | Cơ quan chủ trì |\n| --- | --- |\n| Xây dựng đề án | Sở Ngoại vụ |',
    );
  }
});

test('a Word 97 document with header, list and merged table', async () => {
  const { text } = await readFile(fixture('plan.doc'), 'plan.doc');
  expect(text).toContain('TỈNH HÒA AN\nSố: 15/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(text).toContain('\n\na) Chủ trì, phối hợp với Sở Văn hóa');
  expect(text).toMatch(/\| 2 \| .* \| {2}\|\n/);
});

test('HTML: lists with labels, tables with spans, nothing of the site', async () => {
  const html =
    '<!doctype html><nav>Trang chủ</nav><ol type=I><li>Mục đích<ol><li value=3>Ba</ol></ol><p>Sở A<br>Sở B<script>x()</script></p><table><tr><td rowspan=2>1</td><td>a</td></tr><tr><td>b</td></tr></table>';
  const { text, form } = await readFile(encode(html), 'trang.html');
  expect(form).toBe('html');
  expect(text).toBe('I. Mục đích\n\n3. Ba\n\nSở A\nSở B\n\n| 1 | a |\n| --- | --- |\n|  | b |');
});

test('a picture is recognised, words keep their places and how sure they are', async () => {
  const { text, pages, form } = await readFile(fixture('plan-scan.png'), 'plan.png');
  expect(form).toBe('image');
  expect(text).toMatch(
    /^ỦY BAN NHÂN DÂN\nT.NH H[ÒO]A AN\nSố: 15\/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập/,
  );
  const words = pages![0]!.words!;
  expect(words.every((word) => word.confidence >= 0 && word.confidence <= 1 && word.box[2] <= 1)).toBe(true);
  expect(words.map((word) => text.slice(word.begin, word.end))).toContain('15/KH-UBND');
}, 60_000);

test('a framed red stamp on a picture refuses it before its text is recognised', async () => {
  const steps: IntakeProgress[] = [];
  const reading = readFile(fixture('stamped-scan.png'), 'a.png', { onProgress: (step) => steps.push(step) });
  await expect(reading).rejects.toMatchObject({ code: 'secret' });
  expect(steps).toEqual([]);
}, 60_000);

test('a reading that takes longer than its time is ended', async () => {
  await expect(readInWorker('pdf', fixture('plan.pdf'), { time: 1 })).rejects.toMatchObject({
    code: 'timeout',
  });
});

test('Markdown and text go by the name, a PDF under another name by its bytes', async () => {
  expect((await readFile(encode('# Kế hoạch'), 'a.md')).form).toBe('markdown');
  expect((await readFile(encode('Kế hoạch'), 'a.pdf')).form).toBe('text');
  expect((await readFile(fixture('plan.pdf'), 'a.txt')).form).toBe('pdf');
});

test.each<[string, string, Uint8Array]>([
  ['empty', 'no bytes', new Uint8Array()],
  ['empty', 'only blanks', encode(' \n\t ')],
  ['empty', 'a document without words', docxOf(encode('<document><body/></document>'))],
  ['wrong-type', 'a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
  ['wrong-type', 'a ZIP that is no Word document', zipSync({ 'xl/workbook.xml': encode('<workbook/>') })],
  ['wrong-type', 'bytes of nothing', Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251)],
  ['zip-bomb', 'a part that unpacks to 100 MB', docxOf(new Uint8Array(100e6))],
  [
    'entity-expansion',
    'entities in a DOCX',
    docxOf(encode('<!DOCTYPE d [<!ENTITY a "b">]><document><body>&a;</body></document>')),
  ],
  [
    'entity-expansion',
    'entities in a web page',
    encode('<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>'),
  ],
  ['damaged', 'a cut DOCX', docxOf(encode('<document/>')).subarray(0, 60)],
  ['damaged', 'XML that does not close', docxOf(encode('<document><body>'))],
  ['damaged', 'a cut PDF', fixture('plan.pdf').subarray(0, 20_000)],
  ['damaged', 'a cut Word document', fixture('plan.doc').subarray(0, 9_000)],
  [
    'damaged',
    'a picture that is none',
    Buffer.from('89504e470d0a1a0a0000000d494844520000001f0000001f08060000', 'hex'),
  ],
  [
    'too-large',
    'a picture of four thousand million pixels',
    Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff08060000', 'hex'),
  ],
  ['too-large', 'more paragraphs than the limit', encode('Sở Ngoại vụ\n'.repeat(20_001))],
  ['too-large', 'more bytes than the limit', new Uint8Array(50 * 1024 * 1024 + 1)],
  ['encrypted', 'a PDF with a password', encryptedPdf()],
  ['secret', 'a stamped text', encode('ỦY BAN NHÂN DÂN\nM Ậ T\nKẾ HOẠCH')],
])('%s: %s', async (code, _, bytes) => {
  expect(await refusalOf(bytes)).toBe(code);
});

test('a DOCX whose parts are nested a hundred thousand deep does no harm', async () => {
  const deep = '<sdt><sdtContent>'.repeat(1e5) + '</sdtContent></sdt>'.repeat(1e5);
  expect(await refusalOf(docxOf(strToU8(`<document><body>${deep}</body></document>`)))).toBe('damaged');
}, 30_000);

test('sizes that lie in the ZIP directory do not unpack beyond what they say', async () => {
  const bytes = docxOf(new Uint8Array(5e6).fill(32));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length - 28; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  expect(await refusalOf(bytes)).toBe('damaged');
});

test('aborting ends the reading with the reason given', async () => {
  const reason = new Error('đã hủy');
  const reading = readFile(fixture('plan.pdf'), 'plan.pdf', { signal: AbortSignal.timeout(1) });
  await expect(reading).rejects.toThrow();
  await expect(readFile(encode('x'), 'a.txt', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

/** A PDF that asks for a password: its key check fails for the empty one. */
function encryptedPdf(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    `<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`,
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = pdf.length;
  pdf += `xref\n0 4\n0000000000 65535 f \n${places.join('')}`;
  pdf += `trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<01> <01>] >>\nstartxref\n${start}\n%%EOF\n`;
  return encode(pdf);
}
