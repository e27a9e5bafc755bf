import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readXml } from './docx-edit.test-data.ts';
import { openDocx } from './docx-package.ts';
import { readDocx } from './docx-reading.ts';
import { writeDocx } from './official-document.docx.ts';
import type { Block, OfficialDocument } from './official-document.ts';
import { letter, partyReport, report } from './samples.test-data.ts';

const linesOf = (docx: Uint8Array) => readDocx(openDocx(docx)!).lines.map((line) => line.text);

describe('a report', async () => {
  const docx = await writeDocx(report);
  const xml = readXml(docx);
  const lines = linesOf(docx);

  test('says what the value says, in order', () => {
    const at = (text: string) => lines.findIndex((line) => line.includes(text));
    const order = [
      'ỦY BAN NHÂN DÂN',
      'LIÊN HIỆP CÁC',
      'CỘNG HÒA XÃ HỘI',
      'Độc lập - Tự do',
      'Số: 05/BC-LHHN',
      'Đà Nẵng, ngày 05 tháng 02',
      'BÁO CÁO',
      'Kết quả thực hiện Kế hoạch',
      'Kính gửi: Ủy ban',
      'Căn cứ Kế hoạch',
      'I. KẾT QUẢ THỰC HIỆN',
      '1. Công tác chỉ đạo',
      'a) Nhóm',
      'b) Nhóm',
      'Bảng 1.',
      'II. KHÓ KHĂN',
      'chỉ đạo./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT, NHH.',
      'TM. BAN THƯỜNG TRỰC',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Nguyễn Thị Minh Châu',
      'Phụ lục I',
      'DANH MỤC NHIỆM VỤ',
      '(Kèm theo Báo cáo số 05/BC-LHHN',
      'Phụ lục II',
    ];
    const places = order.map(at);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('every line height names its rule, or some readers take it for an exact one', () => {
    for (const source of [xml, readXml(docx, 'word/styles.xml')]) {
      for (const [spacing] of source.matchAll(/<w:spacing [^>]*w:line="[^>]*>/g))
        expect(spacing).toContain('w:lineRule=');
    }
  });

  test('the first page has no number, the others have it centred in the top margin', () => {
    expect(xml).toContain('<w:titlePg/>');
    const headers = Object.keys(unzipSync(docx)).filter((path) => /^word\/header\d+\.xml$/.test(path));
    const numbered = headers.filter((path) => readXml(docx, path).includes('PAGE'));
    expect(numbered).toHaveLength(3);
    expect(headers).toHaveLength(4);
  });

  test('an annex starts a page of its own, and a wide one lies on its side', () => {
    expect(xml.match(/<w:sectPr/g)).toHaveLength(3);
    expect(xml.match(/w:orient="landscape"/g)).toHaveLength(1);
    expect(xml).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect(xml).not.toContain('w:pgNumType w:start');
  });

  test('table heads repeat, rows and the signature are not parted', () => {
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    const rows = xml.match(/<w:tr>/g)!.length;
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
    expect(xml.slice(0, xml.indexOf('./.'))).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*$/);
  });

  test('carries its language and properties', () => {
    expect(readXml(docx, 'word/styles.xml')).toContain('<w:lang w:val="vi-VN"/>');
    const core = readXml(docx, 'docProps/core.xml');
    expect(core).toContain(`<dc:title>Báo cáo: ${report.title}</dc:title>`);
    expect(core).toContain(`<dc:creator>${report.issuer}</dc:creator>`);
    expect(core).not.toContain('Un-named');
  });

  test('comes out the same, byte for byte', async () => {
    expect(Buffer.compare(docx, await writeDocx(structuredClone(report)))).toBe(0);
  });
});

describe('a letter', async () => {
  const lines = linesOf(await writeDocx(letter));
  test('has "V/v" under the number and no name of kind', () => {
    expect(lines.some((line) => line.startsWith('V/v đôn đốc'))).toBe(true);
    expect(lines.some((line) => /^CÔNG VĂN$/i.test(line))).toBe(false);
  });
  test('addresses several bodies on dashed lines', () =>
    expect(lines).toEqual(
      expect.arrayContaining([
        'Kính gửi:',
        '- Sở Văn hóa, Thể thao và Du lịch;',
        '- Ủy ban nhân dân các xã, phường, đặc khu.',
      ]),
    ));
  test('carries its urgency in a frame of 30 × 8 mm', async () => {
    const xml = readXml(await writeDocx(letter));
    expect(xml).toContain('<w:trHeight w:val="454" w:hRule="exact"/>');
    expect(xml).toContain('<w:gridCol w:w="1701"/>');
  });
});

test('a Party document has the Party heading and no Quốc hiệu', async () => {
  const lines = linesOf(await writeDocx(partyReport));
  expect(lines).toEqual(expect.arrayContaining(['ĐẢNG CỘNG SẢN VIỆT NAM', '*', 'Số 12-BC/BTGDVTU']));
  expect(lines.join()).not.toContain('CỘNG HÒA');
});

test('a date that does not exist is refused', async () => {
  await expect(writeDocx({ ...report, date: '2026-02-30' })).rejects.toThrow('không có thật');
});

/** Any text a form may send: with marks of XML, control characters, broken pairs. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' ', '<w:p>&', '\ud800x', 'a\u0000b\nc'),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    text: words,
  }),
  fc.record({
    kind: fc.constant('paragraph' as const),
    text: fc.array(fc.record({ text: words, bold: fc.boolean() }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('item' as const), text: words }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(fc.record({ header: words, width: fc.integer({ min: -1, max: 9 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    rows: fc.array(fc.array(words, { maxLength: 5 }), { maxLength: 3 }),
  }),
);

test('whatever the words, the XML is sound', async () => {
  const document = fc.record({
    issuer: words,
    title: words,
    place: words,
    kind: fc.oneof(words, fc.constantFrom('Báo cáo', 'Công văn')),
    addressees: fc.array(words, { maxLength: 3 }),
    bases: fc.array(words, { maxLength: 2 }),
    body: fc.array(block, { maxLength: 6 }),
    recipients: fc.array(words, { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(document, async (parts) => {
      const doc: OfficialDocument = { ...report, ...parts, annexes: [] };
      const onError = (level: string, message: string) => {
        if (level !== 'warning') throw new Error(message);
      };
      new DOMParser({ onError }).parseFromString(readXml(await writeDocx(doc)), 'text/xml');
    }),
    { numRuns: 60 },
  );
});
