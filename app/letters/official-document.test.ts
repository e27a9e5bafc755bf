import { describe, expect, test } from 'vitest';
import { balanceLines } from './balanced-lines.ts';
import { closeBody, closeText, endListLines, recipientLines } from './closing-mark.ts';
import { fitTable } from './column-widths.ts';
import { findAbbreviation, isLetterKind } from './document-kinds.ts';
import { printNumberLine, printSymbol } from './document-symbol.ts';
import { labelHeadings } from './heading-labels.ts';
import { printLegalDate } from './legal-date.ts';
import type { Block, Table } from './official-document.ts';
import { pointLetter, readRomanNumeral, romanNumeral } from './ordinals.ts';
import { textWidth, toTwips } from './page-measure.ts';
import { plainText } from './rich-text.ts';
import { measureText } from './times-metrics.ts';

describe('dates (Phụ lục I, mục II.4)', () => {
  test.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-10-15', 'ngày 15 tháng 10 năm 2026'],
    ['2028-02-29', 'ngày 29 tháng 02 năm 2028'],
  ])('%s is "%s"', (date, printed) => expect(printLegalDate(date)).toBe(printed));

  test('a date to be filled in leaves blanks', () => {
    expect(printLegalDate(null, 2026)).toBe('ngày ... tháng ... năm 2026');
    expect(printLegalDate(null)).toBe('ngày ... tháng ... năm ...');
  });

  test.each(['2026-02-30', '2026-13-01', '05/02/2026', '', '2026-2-5'])('%s is no day', (date) =>
    expect(() => printLegalDate(date)).toThrow(RangeError),
  );
});

describe('symbols (mục II.3)', () => {
  test.each([
    ['5', 'BC-LHHN', 'Số: 05/BC-LHHN'],
    ['0', 'BC-LHHN', 'Số: 00/BC-LHHN'],
    ['05', 'BC-LHHN', 'Số: 05/BC-LHHN'],
    ['217', 'KH-UBND', 'Số: 217/KH-UBND'],
  ])('%s and %s give "%s"', (number, notation, line) =>
    expect(printNumberLine({ number, notation })).toBe(line),
  );

  test('a number not given yet leaves room that does not break', () => {
    expect(printSymbol({ number: null, notation: 'BC-LHHN' })).toMatch(/^\u00a0+\/BC-LHHN$/);
    expect(printSymbol({ number: ' ', notation: 'BC-LHHN' })).toMatch(/^\u00a0+\/BC-LHHN$/);
  });

  test('Party symbols take a hyphen before the kind and no colon', () =>
    expect(printNumberLine({ number: '7', notation: 'BC/TU' }, 'party')).toBe('Số 07-BC/TU'));
});

describe('ordinals', () => {
  test('points follow the Vietnamese alphabet', () => {
    const letters = Array.from({ length: 24 }, (_, index) => pointLetter(index));
    expect(letters.join(' ')).toBe('a b c d đ e g h i k l m n o p q r s t u v x y aa');
    expect(() => pointLetter(-1)).toThrow(RangeError);
  });

  test('Roman numerals are read back as they were written', () => {
    for (let value = 1; value <= 400; value++) expect(readRomanNumeral(romanNumeral(value))).toBe(value);
    expect(['IIII', 'VX', 'A', ''].map(readRomanNumeral)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(() => romanNumeral(0)).toThrow(RangeError);
  });
});

describe('numbering of headings', () => {
  const heading = (level: 1 | 2 | 3, label?: string): Block => ({
    kind: 'heading',
    level,
    text: 'x',
    ...(label === undefined ? {} : { label }),
  });
  const labels = (blocks: Block[]) =>
    labelHeadings(blocks).map((block) => (block.kind === 'heading' ? block.label : '·'));

  test('each level starts again under a new parent', () =>
    expect(labels([1, 2, 3, 3, 2, 3, 1, 2].map((level) => heading(level as 1 | 2 | 3)))).toEqual([
      'I.',
      '1.',
      'a)',
      'b)',
      '2.',
      'a)',
      'II.',
      '1.',
    ]));

  test('a given label is kept and numbering goes on after it', () =>
    expect(
      labels([
        heading(1, 'III.'),
        heading(1),
        heading(3, 'd)'),
        heading(3),
        heading(2, 'Điều 3.'),
        heading(1, ''),
      ]),
    ).toEqual(['III.', 'IV.', 'd)', 'đ)', 'Điều 3.', '']));
});

describe('closing marks', () => {
  test.each([
    ['Trân trọng.', 'Trân trọng./.'],
    ['Trân trọng', 'Trân trọng./.'],
    ['Trân trọng ; ', 'Trân trọng./.'],
    ['Trân trọng./.', 'Trân trọng./.'],
  ])('"%s" closes as "%s"', (text, closed) => expect(plainText(closeText(text, './.'))).toBe(closed));

  test('the mark goes over runs and leaves their style alone', () =>
    expect(closeText([{ text: 'Trân ' }, { text: 'trọng', bold: true }, { text: ' . ' }], './.')).toEqual([
      { text: 'Trân ' },
      { text: 'trọng', bold: true },
      { text: './.' },
    ]));

  test('after a table it stands in a paragraph of its own; an empty body gets none', () => {
    const table: Table = { kind: 'table', columns: [{ header: 'A', width: 1 }], rows: [] };
    expect(closeBody([table], './.').at(-1)).toEqual({ kind: 'paragraph', text: './.' });
    expect(closeBody([], './.')).toEqual([]);
    expect(closeBody([table], '')).toEqual([table]);
  });

  test('lists end in ";" and the last in "."', () =>
    expect(endListLines(['- Sở Ngoại vụ;', 'Sở Nội vụ.', '', 'Lưu: VT'])).toEqual([
      'Sở Ngoại vụ;',
      'Sở Nội vụ;',
      'Lưu: VT.',
    ]));

  test('"Như trên" leads only where someone is addressed, and once', () => {
    expect(recipientLines(['Bộ'], ['Lưu: VT'])).toEqual(['Như trên;', 'Lưu: VT.']);
    expect(recipientLines(['Bộ'], ['Như trên', 'Lưu: VT'])).toEqual(['Như trên;', 'Lưu: VT.']);
    expect(recipientLines([], ['Lưu: VT'])).toEqual(['Lưu: VT.']);
  });
});

describe('lines and widths', () => {
  test('names of organs break evenly and not inside a word', () => {
    expect(balanceLines('LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ THÀNH PHỐ ĐÀ NẴNG', 64, 13, true)).toEqual([
      'LIÊN HIỆP CÁC',
      'TỔ CHỨC HỮU NGHỊ',
      'THÀNH PHỐ ĐÀ NẴNG',
    ]);
    expect(balanceLines('SỞ NGOẠI VỤ', 64, 13, true)).toEqual(['SỞ NGOẠI VỤ']);
    expect(balanceLines('', 64, 13)).toEqual([]);
  });

  test('no line is wider than its room, and no word is lost', () => {
    const name =
      'Ban Chỉ đạo công tác đối ngoại nhân dân và vận động viện trợ phi chính phủ nước ngoài'.toUpperCase();
    const lines = balanceLines(name, 60, 13, true);
    expect(lines.join(' ')).toBe(name);
    for (const line of lines) expect(measureText(line, 13, true)).toBeLessThanOrEqual(60);
  });

  test('Quốc hiệu at 13 points takes about 96 mm', () =>
    expect(measureText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13, true)).toBeCloseTo(95.7, 0));

  test('columns add up to the page and never break a word that can be kept', () => {
    const table: Table = {
      kind: 'table',
      columns: [
        { header: 'TT', width: 1 },
        { header: 'Việc', width: 20 },
        { header: 'Hạn', width: 1 },
      ],
      rows: [['1', 'Báo cáo', '15/12/2026']],
    };
    const { widths, size } = fitTable(table, textWidth());
    expect(size).toBe(13);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(toTwips(textWidth()));
    expect(widths[2]).toBeGreaterThan(toTwips(measureText('15/12/2026', 13)));
  });

  test('columns that cannot all fit take the least size, keep their shares and stay on the page', () => {
    const columns = Array.from({ length: 12 }, () => ({ header: 'Nghiêng'.repeat(6), width: 0 }));
    const { widths, size } = fitTable({ kind: 'table', columns, rows: [] }, textWidth());
    expect(size).toBe(9);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(toTwips(textWidth()));
    expect(Math.min(...widths)).toBeGreaterThan(0);
  });
});

test('kinds are known in any case', () => {
  expect(findAbbreviation('BÁO CÁO')).toBe('BC');
  expect(findAbbreviation('Công văn')).toBeNull();
  expect(findAbbreviation('Bài thơ')).toBeUndefined();
  expect(isLetterKind('CÔNG VĂN')).toBe(true);
});
