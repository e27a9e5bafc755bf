import { describe, expect, test } from 'vitest';
import { openPdf } from '#app/intake/pdf/open-pdf.ts';
import { writePdf } from './official-document.pdf.ts';
import type { OfficialDocument } from './official-document.ts';
import { checkNames, faultsOfPdfA, layOpen, type OpenedPdf } from './pdf-a.test-data.ts';
import { differenceOf, drawPages, referenceOf } from './rendered-pages.test-data.ts';
import { letter, partyReport, reminder, report } from './samples.test-data.ts';

type Placed = { text: string; x: number; y: number; width: number; page: number };

/** Every stretch of text with its place, mm from the left and the top. */
async function textsOf(doc: OfficialDocument): Promise<Placed[]> {
  const pdf = await openPdf(await writePdf(doc));
  const all: Placed[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const sheet = await pdf.getPage(page);
    const { items } = await sheet.getTextContent();
    const top = sheet.view[3]!;
    for (const item of items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [x, y] = [item.transform[4] as number, item.transform[5] as number];
      all.push({
        text: item.str,
        x: (x * 25.4) / 72,
        y: ((top - y) * 25.4) / 72,
        width: (item.width * 25.4) / 72,
        page,
      });
    }
  }
  await pdf.loadingTask.destroy();
  return all;
}

/** Other fonts or renderers move an edge by a hair; a line that moves by 2 mm changes far more. */
const tolerance = 0.01;

describe.each([
  ['letter', letter],
  ['reminder', reminder],
  ['report', report],
  ['party', partyReport],
])('the pages of a %s', (name, doc) => {
  test('look as they were looked at', async () => {
    const pages = await drawPages(await writePdf(doc));
    for (const [at, page] of pages.slice(0, 4).entries())
      expect(differenceOf(page, await referenceOf(`${name}-${at + 1}`, page)), `page ${at + 1}`).toBeLessThan(
        tolerance,
      );
  });
});

test('a page that differs is told', async () => {
  const [sound] = await drawPages(await writePdf(letter));
  const [page] = await drawPages(await writePdf({ ...letter, title: `${letter.title} và báo cáo kết quả` }));
  expect(differenceOf(page!, sound!)).toBeGreaterThan(tolerance);
});

describe('PDF/A-2b', async () => {
  const opened = layOpen(await writePdf(report));
  test.each([
    ['letter', letter],
    ['reminder', reminder],
    ['report', report],
    ['party', partyReport],
  ])('a %s is sound', async (_, doc) => {
    expect(faultsOfPdfA(layOpen(await writePdf(doc)))).toEqual([]);
  });
  const inText = (from: RegExp, to: string) => (pdf: OpenedPdf) => ({
    ...pdf,
    text: pdf.text.replace(from, to),
  });
  const inStreams = (from: RegExp, to: string) => (pdf: OpenedPdf) => ({
    ...pdf,
    streams: pdf.streams.map(({ dictionary, data }) => ({ dictionary, data: data.replace(from, to) })),
  });
  const broken: Record<string, (pdf: OpenedPdf) => OpenedPdf> = {
    header: inText(/%PDF-1/, '%PDF-2'),
    'file id': inText(/\/ID\s*\[/, '/XD ['),
    'metadata uncompressed': (pdf) => ({
      ...pdf,
      streams: pdf.streams.map((one) => ({ ...one, dictionary: `/Filter /FlateDecode ${one.dictionary}` })),
    }),
    'pdfaid part': inStreams(/pdfaid:part>2</, 'pdfaid:part>1<'),
    'pdfaid conformance': inStreams(/conformance>B</, 'conformance>X<'),
    'title in metadata': inStreams(/<dc:title>/, '<dc:other>'),
    'output intent': inText(/GTS_PDFA1/, 'GTS_PDFX'),
    'colour profile': inStreams(/^([\s\S]{36})acsp/, '$1none'),
    'fonts embedded': inText(/\/FontFile[23]?/, '/FontNone'),
    'fonts to Unicode': inText(/\/ToUnicode/, '/ToNothing'),
    tagged: inText(/\/Marked\s+true/, '/Marked false'),
    language: inText(/\/Lang\s*\(vi/g, '/Lang (en'),
    'xref at the end': inText(/%%EOF\s*$/m, ''),
  };
  test.each(checkNames)('a file that fails on “%s” is named', (name) => {
    const spoil = broken[name] ?? inText(/\/Catalog/, `/Catalog /${name.slice(3)} 1 0 R`);
    expect(faultsOfPdfA(spoil(opened))).toContain(name);
  });
});

test('is PDF/A-2b, tagged, in Vietnamese, with its fonts inside', async () => {
  const bytes = (await writePdf(report)).toString('latin1');
  expect(bytes).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(bytes).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  const pdf = await openPdf(await writePdf(report));
  const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean>;
  expect(marks.get('Marked')).toBe(true);
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  expect(info).toMatchObject({ Title: `Báo cáo: ${report.title}`, Author: report.issuer, Language: 'vi-VN' });
  await pdf.loadingTask.destroy();
});

test('numbers its pages from the second, in the top margin', async () => {
  const texts = await textsOf(report);
  const numbers = texts.filter(({ y }) => y < 20);
  expect(numbers.map(({ text, page }) => [text, page])).toEqual(
    [2, 3, 4, 5, 6, 7].map((page) => [String(page), page]),
  );
  expect(Math.max(...texts.map(({ page }) => page))).toBe(7);
});

test('keeps the margins, also where a line ends in a stop', async () => {
  const texts = (await textsOf(report)).filter(({ page }) => page === 1);
  expect(Math.min(...texts.map(({ x }) => x))).toBeGreaterThanOrEqual(30 - 0.1);
});

test('lines are set to both edges, and a number is not parted from its symbol', async () => {
  const words =
    'Đề nghị các cơ quan chuẩn bị ý kiến về tiến độ, khó khăn, vướng mắc và đề xuất theo Kế hoạch số 217/KH-UBND, Kế hoạch số 1234/KH-UBND-VX và Kế hoạch số 99/KH-SNgV trước ngày 15/12/2026.';
  const texts = await textsOf({ ...letter, body: [{ kind: 'paragraph', text: words }], closing: '' });
  const first = texts.findIndex(({ text }) => text.startsWith('Đề nghị các cơ quan chuẩn bị'));
  const body = texts.slice(
    first,
    texts.findIndex(({ text }) => text.startsWith('Nơi nhận')),
  );
  const lines = [...new Set(body.map(({ y }) => Math.round(y)))];
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines.slice(0, -1)) {
    const ends = body.filter(({ y }) => Math.round(y) === line).map(({ x, width }) => x + width);
    expect(Math.max(...ends)).toBeGreaterThan(210 - 15 - 0.5);
  }
  const joined = body.map(({ text }) => text).join('|');
  expect(joined).toContain('1234/KH-UBND-VX');
  expect(joined).toContain('99/KH-SNgV');
});

test('ends with "./." and signs beside the recipients', async () => {
  const texts = await textsOf(letter);
  const at = (start: string) => texts.find(({ text }) => text.includes(start))!;
  expect(texts.map(({ text }) => text).join('')).toContain('các cơ quan./.');
  expect(Math.abs(at('Nơi nhận').y - at('GIÁM ĐỐC').y)).toBeLessThan(2);
  expect(at('GIÁM ĐỐC').x).toBeGreaterThan(at('Nơi nhận').x + 70);
});

test('words of users are words, never commands of the printer', async () => {
  const words = '#pagebreak() $x$ *đậm* <nhãn> @ref \\ #set text(red) "trích" - gạch';
  const texts = await textsOf({ ...letter, body: [{ kind: 'paragraph', text: words }], closing: '' });
  expect(
    texts
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  ).toContain('#pagebreak() $x$ *đậm* <nhãn> @ref \\ #set text(red) "trích"');
});

test('is the same byte for byte, and many at once all come', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => writePdf(letter)));
  for (const other of others) expect(Buffer.compare(first!, other)).toBe(0);
});

test('a day that does not exist is refused', async () => {
  await expect(writePdf({ ...letter, date: '2026-02-30' })).rejects.toThrow(RangeError);
});
