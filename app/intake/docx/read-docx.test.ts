import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writePlan } from '../fixtures/plan-document.ts';
import { readDocx } from './read-docx.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A DOCX of the given parts; `body` and the others are XML inside their root elements. */
function docx(parts: {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  header?: string;
}): Uint8Array {
  const names = ['numbering', 'styles', 'footnotes', 'header'] as const;
  const roots = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes', header: 'hdr' };
  const relations = names.map(
    (name) => `<Relationship Id="${name}" Type="${types}/${name}" Target="${name}.xml"/>`,
  );
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="d" Type="${types}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    'word/document.xml': strToU8(`<w:document ${w}><w:body>${parts.body}</w:body></w:document>`),
  };
  for (const name of names)
    if (parts[name] !== undefined)
      files[`word/${name}.xml`] = strToU8(`<w:${roots[name]} ${w}>${parts[name]}</w:${roots[name]}>`);
  return zipSync(files);
}

const p = (text: string, numId?: number, level = 0, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${numId === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const lvl = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const labels = (bytes: Uint8Array) => readDocx(bytes).text.split('\n\n');

const outline = abstract(
  0,
  lvl(0, 'upperRoman', '%1.') +
    lvl(1, 'decimal', '%2.') +
    lvl(2, 'lowerLetter', '%3)') +
    lvl(3, 'decimal', '%2.%4.'),
);

test('levels restart below a new parent and show the numbers of higher levels in their own format', () => {
  const body =
    p('A', 1) +
    p('b', 1, 1) +
    p('c', 1, 2) +
    p('d', 1, 2) +
    p('e', 1, 3) +
    p('f', 1, 1) +
    p('g', 1, 2) +
    p('H', 1) +
    p('i', 1, 1);
  expect(labels(docx({ body, numbering: outline + num(1, 0) }))).toEqual([
    'I. A',
    '1. b',
    'a) c',
    'b) d',
    '1.1. e',
    '2. f',
    'a) g',
    'II. H',
    '1. i',
  ]);
});

test('Điều %1. goes on from inside a table, and lists of one abstract numbering count together', () => {
  const numbering =
    abstract(3, lvl(0, 'decimal', 'Điều %1.') + lvl(1, 'decimal', '%1.%2.')) + num(5, 3) + num(6, 3);
  const table = `<w:tbl><w:tr><w:tc>${p('trong bảng', 6)}</w:tc><w:tc>${p('x')}</w:tc></w:tr><w:tr><w:tc>${p('y')}</w:tc><w:tc>${p('z')}</w:tc></w:tr></w:tbl>`;
  expect(
    labels(docx({ body: p('Phạm vi', 5) + p('khoản', 5, 1) + table + p('sau bảng', 5), numbering })),
  ).toEqual([
    'Điều 1. Phạm vi',
    '1.1. khoản',
    '| Điều 2. trong bảng | x |\n| --- | --- |\n| y | z |',
    'Điều 3. sau bảng',
  ]);
});

test('lvlRestart 0 never restarts, lvlRestart n restarts after level n only', () => {
  const numbering =
    abstract(
      0,
      lvl(0, 'decimal', '%1.') +
        lvl(1, 'lowerLetter', '%2)', '<w:lvlRestart w:val="0"/>') +
        lvl(2, 'decimal', '(%3)', '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0);
  const body =
    p('', 1) +
    p('A', 1) +
    p('b', 1, 1) +
    p('c', 1, 2) +
    p('d', 1, 1) +
    p('e', 1, 2) +
    p('F', 1) +
    p('g', 1, 1) +
    p('h', 1, 2);
  expect(labels(docx({ body, numbering }))).toEqual([
    '2. A',
    'a) b',
    '(1) c',
    'b) d',
    '(2) e',
    '3. F',
    'c) g',
    '(1) h',
  ]);
});

test('startOverride holds the first time its list uses the level, then counting goes on', () => {
  const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = abstract(0, lvl(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0, override);
  const body = p('a', 1) + p('b', 1) + p('c', 2) + p('d', 2) + p('e', 1);
  expect(labels(docx({ body, numbering }))).toEqual(['1. a', '2. b', '1. c', '2. d', '3. e']);
});

test('lists come through styles and basedOn, numId 0 takes them away, isLgl makes higher levels decimal', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr/></w:pPr></w:style>';
  const numbering =
    abstract(
      0,
      lvl(0, 'upperRoman', '%1.', '<w:pStyle w:val="H1"/>') +
        lvl(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/><w:isLgl/>'),
    ) + num(1, 0);
  const body =
    p('A', undefined, 0, 'H1') +
    p('B', undefined, 0, 'H1b') +
    p('c', undefined, 0, 'H2') +
    p('d', 0, 0, 'H1');
  expect(labels(docx({ body, styles, numbering }))).toEqual(['I. A', 'II. B', '2.1 c', 'd']);
});

test('tracked deletions go, insertions stay, a deleted paragraph mark joins', () => {
  const body =
    '<w:p><w:r><w:t>Giao </w:t></w:r><w:del><w:r><w:delText>Sở A</w:delText></w:r></w:del><w:ins><w:r><w:t>Sở B</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom></w:p>' +
    '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p>' +
    p('hai');
  expect(labels(docx({ body }))).toEqual(['Giao Sở B', 'một hai']);
});

test('fields print their result, hidden text and instructions do not', () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const body = `<w:p>${field('begin')}<w:r><w:instrText>REF x</w:instrText></w:r>${field('separate')}<w:r><w:t>mục 2</w:t></w:r>${field('end')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>`;
  expect(labels(docx({ body }))).toEqual(['mục 2']);
});

test('text boxes, content controls and one of two alternatives are read', () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const body =
    `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>${box('DỰ THẢO')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('DỰ THẢO')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
    `<w:sdt><w:sdtContent>${p('trong khung')}</w:sdtContent></w:sdt>`;
  expect(labels(docx({ body }))).toEqual(['DỰ THẢO', 'trong khung']);
});

test('letters of TCVN3 and VNI fonts are repaired, also across runs', () => {
  const run = (font: string, text: string) =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = `<w:p>${run('.VnTime', '§iÒu ')}${run('.VnTimeH', 'ñy ban')}</w:p><w:p>${run('VNI-Times', 'Quyeá')}${run('VNI-Times', 't ñònh')}</w:p>`;
  const { text, notes } = readDocx(docx({ body }));
  expect(text).toBe('Điều ỦY BAN\n\nQuyết định');
  expect(notes).toHaveLength(2);
});

test('a stamp in the page header refuses the file', () => {
  expect(() => readDocx(docx({ body: p('Kế hoạch'), header: p('TỐI MẬT') }))).toThrow(/độ mật/);
});

test('a whole plan: header, list, merged table, footnote, foot', async () => {
  const { text } = readDocx(await writePlan());
  expect(text).toContain('TỈNH HÒA AN\nSố: 15/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập');
  expect(text).toContain('đối ngoại¹ trong');
  expect(text).toContain('| 1 | Xây dựng tài liệu tuyên truyền số 1');
  expect(text).toMatch(/\| 2 \| .* \| {2}\|\n/);
  expect(text).toMatch(/Trần Văn An\n\n¹ Nghị định số 26\/2020\/NĐ-CP/);
});
