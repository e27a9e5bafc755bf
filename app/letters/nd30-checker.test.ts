import { describe, expect, test } from 'vitest';
import { editDocx } from './docx-edit.test-data.ts';
import { checkOfficialDocx } from './nd30-checker.ts';
import { writeDocx } from './official-document.docx.ts';
import type { OfficialDocument } from './official-document.ts';
import { letter, partyReport, reminder, report } from './samples.test-data.ts';

const codesOf = async (docx: Uint8Array) => (await checkOfficialDocx(docx)).map((defect) => defect.code);

describe('our own output', () => {
  const variants: [string, OfficialDocument][] = [
    ['report', report],
    ['letter', letter],
    ['reminder with a table', reminder],
    ['Party report', partyReport],
    ['report without superior, addressee and bases', { ...report, superior: '', addressees: [], bases: [] }],
    [
      'report that ends in a table',
      { ...report, body: report.body.filter((block) => block.kind === 'table') },
    ],
    ['report with one annex', { ...report, annexes: report.annexes!.slice(0, 1) }],
    [
      'plan of March',
      { ...report, kind: 'Kế hoạch', date: '2026-03-09', symbol: { number: '217', notation: 'KH-UBND' } },
    ],
    ['report of a long name', { ...report, issuer: `Ban Chỉ đạo ${report.issuer} và ${report.issuer}` }],
    ['letter to one body', { ...letter, addressees: ['Bộ Ngoại giao'], date: '2026-12-01' }],
    [
      'urgent decision',
      { ...report, kind: 'Quyết định', symbol: { number: '1', notation: 'QĐ-LHHN' }, urgency: 'KHẨN' },
    ],
  ];
  test.each(variants)('%s has no defect', async (_, doc) => {
    expect(await checkOfficialDocx(await writeDocx(doc))).toEqual([]);
  });
});

/** An edit of the main text, or of the style of one element. */
const text = (from: string | RegExp, to: string) =>
  ['word/document.xml', (xml: string) => xml.replace(from, to)] as const;
const style = (element: string, from: string | RegExp, to: string) =>
  [
    'word/styles.xml',
    (xml: string) =>
      xml.replace(new RegExp(`<w:style [^>]*w:styleId="nd30-${element}".*?</w:style>`), (found) =>
        found.replace(from, to),
      ),
  ] as const;
const bigger = (element: string, size: number) =>
  style(element, /<w:sz w:val="\d+"\/>/, `<w:sz w:val="${size * 2}"/>`);

type Broken = [code: string, box: string, edit: readonly [string, (xml: string) => string]];

describe('a broken report', async () => {
  const sound = await writeDocx(report);
  const broken: Broken[] = [
    ['page-size', 'page', text('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')],
    ['margin-top', 'page', text('w:top="1134"', 'w:top="700"')],
    ['margin-bottom', 'page', text('w:bottom="1134"', 'w:bottom="1700"')],
    ['margin-left', 'page', text('w:left="1701"', 'w:left="1134"')],
    ['margin-right', 'page', text('w:right="850"', 'w:right="1440"')],
    ['font', 'page', ['word/styles.xml', (xml) => xml.replaceAll('Times New Roman', 'Arial')]],
    ['color', 'page', style('title', 'w:val="000000"', 'w:val="1F4E79"')],
    ['page-number-first', 'page', text('<w:titlePg/>', '')],
    ['page-number-missing', 'page', text(/<w:headerReference[^>]*>/g, '')],
    ['page-number-align', 'page', style('pageNumber', '<w:jc w:val="center"/>', '')],
    ['page-number-size', 'page', bigger('pageNumber', 10)],
    ['motherland-missing', '1', text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'VIỆT NAM')],
    ['motherland-text', '1', text('CHỦ NGHĨA VIỆT NAM', 'CHỦ NGHĨA VIỆT  NAM MẾN YÊU')],
    ['motherland-size', '1', bigger('motherland', 15)],
    ['motto-text', '1', text('Độc lập - Tự do', 'Độc lập – Tự do')],
    ['motto-missing', '1', text('Độc lập - Tự do', 'Tự do')],
    ['motto-bold', '1', style('motto', '<w:b/>', '')],
    ['issuer-bold', '2', style('issuer', '<w:b/>', '')],
    ['superior-caps', '2', text('ỦY BAN NHÂN DÂN', 'Ủy ban nhân dân')],
    ['number-missing', '3', text('Số: 05/BC-LHHN', '')],
    ['number-colon', '3', text('Số: 05/', 'Số 05/')],
    ['number-zero', '3', text('Số: 05/', 'Số: 5/')],
    ['number-space', '3', text('Số: 05/', 'Số: 05 /')],
    ['number-year', '3', text('Số: 05/BC', 'Số: 05/2026/BC')],
    ['number-kind', '3', text('Số: 05/BC', 'Số: 05/KH')],
    ['number-size', '3', bigger('number', 14)],
    ['placeDate-missing', '4', text('Đà Nẵng, ngày 05 tháng 02 năm 2026', '')],
    ['placeDate-day', '4', text('Đà Nẵng, ngày 05', 'Đà Nẵng, ngày 5')],
    ['placeDate-month', '4', text('ngày 05 tháng 02', 'ngày 05 tháng 2')],
    ['placeDate-month', '4', text('ngày 05 tháng 02', 'ngày 05 tháng 03')],
    ['placeDate-real', '4', text('ngày 05 tháng 02', 'ngày 31 tháng 02')],
    ['placeDate-comma', '4', text('Đà Nẵng, ngày', 'Đà Nẵng ngày')],
    ['placeDate-place', '4', text('Đà Nẵng, ngày', 'ngày')],
    ['placeDate-italic', '4', style('placeDate', '<w:i/>', '')],
    ['kind-missing', '5a', text('>BÁO CÁO<', '>BÁO CÁO NHANH<')],
    ['kind-caps', '5a', text('>BÁO CÁO<', '>Báo cáo<')],
    ['kind-align', '5a', style('kind', '<w:jc w:val="center"/>', '')],
    ['title-bold', '5a', style('title', '<w:b/>', '')],
    [
      'basis-italic',
      '6',
      text(/(Theo đề nghị của Văn phòng)/, '</w:t></w:r><w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t>$1'),
    ],
    ['body-size', '6', bigger('body', 12)],
    ['body-align', '6', style('body', 'w:val="both"', 'w:val="left"')],
    ['body-indent', '6', style('body', 'w:firstLine="720"', 'w:firstLine="0"')],
    ['body-spacing', '6', style('body', 'w:before="120"', 'w:before="0"')],
    ['body-lines', '6', style('body', 'w:line="264"', 'w:line="480"')],
    ['body-closing', '6', text('>./.<', '>.<')],
    ['authority-form', '7a', text('TM. BAN', 'T/M BAN')],
    ['authority-stop', '7a', text('KT. CHỦ', 'KT CHỦ')],
    ['authority-caps', '7a', text('KT. CHỦ TỊCH', 'KT. Chủ tịch')],
    ['signer-title', '7b', text('>Nguyễn Thị', '>TS. Nguyễn Thị')],
    ['signer-bold', '7b', style('signer', '<w:b/>', '')],
    ['addressee-colon', '9a', text('Kính gửi:', 'Kính gửi')],
    ['addressee-size', '9a', bigger('addressee', 12)],
    ['recipientsHead-missing', '9b', text('Nơi nhận:', '')],
    ['recipientsHead-text', '9b', text('Nơi nhận:', 'Nơi nhận')],
    ['recipientsHead-italic', '9b', style('recipientsHead', '<w:i/>', '')],
    ['recipient-size', '9b', bigger('recipient', 13)],
    ['recipient-dash', '9b', text('- Sở Ngoại vụ;', 'Sở Ngoại vụ;')],
    ['recipient-end', '9b', text('- Sở Ngoại vụ;', '- Sở Ngoại vụ')],
    ['recipient-archive', '9b', text('- Lưu: VT, NHH.', '- VT, NHH.')],
    ['recipient-above', '9b', text('- Như trên;', '- Bộ Ngoại giao;')],
    ['annexLabel-size', 'annex', bigger('annexLabel', 12)],
    ['annexTitle-caps', 'annex', text('DANH MỤC NHIỆM VỤ', 'Danh mục nhiệm vụ')],
    ['annexReference-missing', 'annex', text('(Kèm theo', '(Theo')],
  ];
  test.each(broken)('%s (ô %s) is named', async (code, box, [path, change]) => {
    const found = await checkOfficialDocx(editDocx(sound, path, change));
    const defect = found.find((one) => one.code === code);
    expect(found.map((one) => one.code)).toContain(code);
    expect(defect?.box).toBe(box);
    expect(defect?.sentence).toMatch(/^[\p{Lu}].*\.$/u);
    if (/^\d/.test(box)) expect(defect?.sentence).toMatch(new RegExp(`^Ô số ${box} `));
  });

  test('one fault is one sentence, naming box, rule and place', async () => {
    const docx = editDocx(sound, ...text('Số: 05/', 'Số: 5/'));
    expect(await checkOfficialDocx(docx)).toEqual([
      {
        box: '3',
        code: 'number-zero',
        sentence: 'Ô số 3 (Số, ký hiệu): số nhỏ hơn 10 phải ghi thêm số 0 phía trước: “Số: 5/BC-LHHN”.',
      },
    ]);
  });
});

test('a letter without "V/v" misses its title', async () => {
  const docx = editDocx(await writeDocx(letter), ...text('>V/v ', '>Về '));
  expect(await codesOf(docx)).toEqual(['kind-missing']);
});

test('a Party number line with a colon is named', async () => {
  const docx = editDocx(await writeDocx(partyReport), ...text('Số 12', 'Số: 12'));
  expect(await codesOf(docx)).toEqual(['number-colon']);
});

test('theme fonts are resolved, as Word writes them', async () => {
  const themed = /w:ascii="Times New Roman"/;
  const docx = editDocx(await writeDocx(letter), 'word/styles.xml', (xml) =>
    xml.replace(themed, 'w:asciiTheme="minorHAnsi"'),
  );
  expect(await codesOf(docx)).toContain('font');
});

test('a text in an encoding before Unicode is told so, not misread', async () => {
  const docx = editDocx(await writeDocx(letter), 'word/styles.xml', (xml) =>
    xml.replaceAll('Times New Roman', 'VNI-Times'),
  );
  expect(await codesOf(docx)).toEqual(['font', 'legacy-encoding']);
});

test('marked-up Word habits are read through: caps, tabs, deleted words, runs cut in the middle', async () => {
  const docx = editDocx(await writeDocx(report), 'word/document.xml', (xml) =>
    xml
      .replace(
        '>BÁO CÁO<',
        '>BÁO </w:t></w:r><w:del><w:r><w:delText>TIN </w:delText></w:r></w:del><w:r><w:t>CÁO<',
      )
      .replace(
        '<w:t xml:space="preserve">KT. CHỦ TỊCH',
        '<w:rPr><w:caps/></w:rPr><w:t xml:space="preserve">KT. Chủ tịch',
      )
      .replace('Số: 05', 'Số:</w:t><w:tab/><w:t>05'),
  );
  expect(await codesOf(docx)).toEqual([]);
});

describe('files that cannot be read', () => {
  test.each([
    ['empty', new Uint8Array()],
    ['text', new TextEncoder().encode('Kế hoạch')],
    ['old Word', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('%s gives one plain sentence', async (_, bytes) => {
    const found = await checkOfficialDocx(bytes);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ box: 'file', code: 'file-unreadable' });
  });

  test('broken or cut files never throw', async () => {
    const docx = await writeDocx(letter);
    for (const length of [10, 1000, docx.length - 5])
      expect(await codesOf(docx.subarray(0, length))).toEqual(['file-unreadable']);
    const deep = editDocx(
      docx,
      'word/document.xml',
      () => `<document>${'<p>'.repeat(20000)}${'</p>'.repeat(20000)}</document>`,
    );
    expect(await codesOf(deep)).not.toEqual([]);
  });
});
