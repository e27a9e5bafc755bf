import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { akomaNtosoOf, readDocument } from '../../index.ts';
import { elementsIn, lettersOf, parse, structureFaults, wordsIn } from './structure.test-data.ts';

const example = (name: string) =>
  readFileSync(new URL(`../../../../data/example/${name}`, import.meta.url), 'utf8');
const write = (text: string, options = {}) => akomaNtosoOf(readDocument(text), text, options);
const find = (xml: string, name: string) => elementsIn(parse(xml)).filter((one) => one.tagName === name);

const decision = `ỦY BAN NHÂN DÂN
TỈNH VĨNH LONG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2025/QĐ-UBND
Vĩnh Long, ngày 05 tháng 02 năm 2025

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp & quản lý <đoàn> "vào"

Căn cứ Nghị định số 80/2020/NĐ-CP ngày 08 tháng 7 năm 2020 của Chính phủ;

Theo đề nghị của Giám đốc Sở Ngoại vụ.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp.

Điều 2. Tổ chức thực hiện

1. Giao Sở Ngoại vụ:

a) Chủ trì theo dõi;

đ) Báo cáo theo Nghị định số 80/2020/NĐ-CP:

- Trước ngày 15/12;

- Sau mỗi đoàn.

2. Sở Tài chính bố trí kinh phí.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Nam

PHỤ LỤC I
DANH MỤC NHIỆM VỤ

| STT | Nhiệm vụ | Chủ trì |
|---|---|---|
| 1 | Rà soát chương trình | Sở Ngoại vụ |
| 2 | Báo cáo <br> kết quả | Sở Tài chính |
`;

test.each(['plan-217.md', 'plan-217-web.txt'])(
  '%s is well-formed, valid in structure, and every word stands in it once',
  (name) => {
    const text = example(name);
    const xml = write(text);
    expect(structureFaults(xml)).toEqual([]);
    expect(wordsIn(parse(xml))).toEqual(lettersOf(text));
  },
);

test('Plan 217: identified by symbol, issuer, date and language; each mention is a reference', () => {
  const xml = write(example('plan-217.md'), { madeOn: '2026-11-22' });
  const uri = '/akn/vn/doc/ke-hoach/uy-ban-nhan-dan-thanh-pho-can-tho/2022-10-21/217-kh-ubnd';
  expect(find(xml, 'FRBRuri').map((one) => one.getAttribute('value'))).toEqual([
    uri,
    `${uri}/vie@2022-10-21`,
    `${uri}/vie@2022-10-21.xml`,
  ]);
  expect(find(xml, 'FRBRdate').map((one) => one.getAttribute('date'))).toEqual([
    '2022-10-21',
    '2022-10-21',
    '2026-11-22',
  ]);
  expect(find(xml, 'doc')[0]!.getAttribute('name')).toBe('keHoach');
  expect(find(xml, 'TLCReference')).toHaveLength(10);
  expect(find(xml, 'ref')).toHaveLength(39);
  expect(find(xml, 'ref')[0]!.textContent).toBe('12-CT/TW');
  expect(find(xml, 'docNumber')[0]!.textContent).toBe('217 /KH-UBND');
  expect(find(xml, 'docDate')[0]!.getAttribute('date')).toBe('2022-10-21');
  expect(find(xml, 'citation')).toHaveLength(1);
  const point = find(xml, 'point').find((one) => one.getAttribute('eId') === 'sec_III__para_1__point_d')!;
  expect(point.textContent).toMatch(/^d\)Phối hợp với Sở Nội vụ/);
  expect(find(xml, 'heading').map((one) => one.textContent)).toContain('Sở Ngoại vụ');
});

test('a decision: articles, clauses, points, dashes as a list, the table of the annex; signs escaped', () => {
  const xml = write(decision);
  expect(structureFaults(xml)).toEqual([]);
  expect(wordsIn(parse(xml))).toEqual(lettersOf(decision.replace('<br>', ' ')));
  const ids = elementsIn(parse(xml)).map((one) => one.getAttribute('eId'));
  expect(ids).toContain('art_2__para_1__point_đ__list_1__indent_2');
  expect(ids).toContain('att_1');
  expect(find(xml, 'citation').length).toBeGreaterThanOrEqual(2);
  expect(find(xml, 'td').map((one) => one.textContent)).toContain('Rà soát chương trình');
  expect(xml).toContain('&amp; quản lý &lt;đoàn&gt;');
  expect(find(xml, 'signature').map((one) => one.textContent)).toContain('Trần Văn Nam');
});

test('numbers printed twice keep their words and get ids of their own', () => {
  const text = 'KẾ HOẠCH\nThử nghiệm\n\nI. MỤC ĐÍCH\n\n1. Một.\n\n1. Một nữa.\n\nI. YÊU CẦU\n\n1. Hai.\n';
  expect(structureFaults(write(text))).toEqual([]);
  expect(wordsIn(parse(write(text)))).toEqual(lettersOf(text));
});

test('any text gives well-formed, valid XML, also control characters, lone surrogates and letters apart from their marks', () => {
  const pieces = fc.constantFrom(
    ...[
      '\u0000',
      '\ud800',
      ']]>',
      '<!--',
      '&#0;',
      '"',
      '| a | b |',
      '|',
      '- ',
      '+ ',
      'a) ',
      '1. ',
      'Điều 1. ',
      'Chương I',
      'PHỤ LỤC',
      'Nơi nhận:',
      'QUYẾT ĐỊNH',
      'Số: 12/KH-UBND',
      'Tiê\u0302́ng',
      'Căn cứ Luật số 80/2015/QH13;',
      '\f',
      '12',
      ' ',
      '\n',
      '\n\n',
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
      expect(structureFaults(write(parts.join('')))).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(structureFaults(write(''))).toEqual([]);
});

test('the structure check sees what it forbids', () => {
  const xml = write(example('plan-217.md'));
  const broken = [
    xml.replace('<FRBRcountry value="vn"/>', ''),
    xml.replace(/(<FRBRdate[^>]*\/>)(<FRBRauthor[^>]*\/>)/, '$2$1'),
    xml.replace(/ eId="sec_I"/, ''),
    xml.replace('<heading>', '<p>x</p><heading>'),
    xml.replace(/<TLCReference eId="ref-12-ct-tw"[^>]*\/>/, ''),
    xml.replace('<mainBody>', '<mainBody>words'),
    xml.replace('eId="sec_II"', 'eId="sec_I"'),
  ];
  for (const one of broken) {
    expect(one).not.toBe(xml);
    expect(structureFaults(one)).not.toEqual([]);
  }
  expect(() => parse(xml.replace('</doc>', ''))).toThrow();
});
