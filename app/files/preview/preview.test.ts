import { expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { docxToHtml } from './docx-to-html.ts';
import { bomb, hostileDocx } from './hostile.test-data.ts';
import { previewInWorker } from './in-worker.ts';
import { safeHtml } from './safe-html.ts';
import { readSheets } from './sheets.ts';

test('a hostile DOCX shows its words, its table and its own picture, and nothing that runs or calls home', async () => {
  const { html } = await docxToHtml(hostileDocx());
  expect(html).toContain('Kính gửi Sở Ngoại vụ &lt;script&gt;');
  expect(html).toMatch(/<td[^>]*><p>Số đoàn<\/p><\/td>/);
  expect(html).toContain(
    '<a href="https://cantho.gov.vn/van-ban" rel="noopener noreferrer nofollow" target="_blank">trang của thành phố</a>',
  );
  expect(html).toContain('<a>bấm vào đây</a>');
  expect(html.match(/<img/g)).toHaveLength(1);
  expect(html).toContain('<img src="data:image/png;base64,');
  expect(html).not.toMatch(/javascript:|spy\.example|passwd|svg|<script|<[^>]+\son\w+=/i);
});

test.each([
  ['<script>alert(1)</script>chữ', 'chữ'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<img src="https://spy.example/a.png">', ''],
  ['<img src="data:image/svg+xml;base64,PHN2Zz4=">', ''],
  ['<p style="position:fixed" class="paper" id="root" onclick="x()">chữ</p>', '<p>chữ</p>'],
  ['<a href=" javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="//spy.example">a</a>', '<a>a</a>'],
  ['<a href="JAVA\nSCRIPT:x">a</a>', '<a>a</a>'],
  ['<svg onload=x()><circle/></svg><iframe src="/"></iframe><form action="/x"><input></form>', ''],
  ['<h1>MỤC LỤC</h1>', '<h2>MỤC LỤC</h2>'],
  ['<math><mtext><style><img src=x onerror=x()></style></mtext></math>', ''],
  ['<td background="https://spy.example/a.png" colspan="2">1</td>', '<td colspan="2">1</td>'],
])('%s is shown as %j', (given, shown) => {
  expect(safeHtml(given)).toBe(shown);
});

test('sheets are shown with what is written in the cells, the first rows of many', async () => {
  const rows = Array.from({ length: 300 }, (_, n) => [{ value: `Đơn vị ${n}` }, { value: n / 8 }]);
  const date = [
    { value: new Date(Date.UTC(2026, 10, 22)), type: Date, format: 'dd/mm/yyyy' },
    { value: true, type: Boolean },
  ];
  const file = await writeWorkbook([
    { data: [date, ...rows] as never, sheet: 'Số liệu' },
    { data: [[{ value: '=HYPERLINK("x")' }]] as never, sheet: 'Ghi chú' },
  ]).toBuffer();
  const { sheets, count } = await readSheets(file);
  expect(count).toBe(2);
  expect(sheets[0]).toMatchObject({ name: 'Số liệu', rows: 301, columns: 2 });
  expect(sheets[0]!.cells).toHaveLength(200);
  expect(sheets[0]!.cells.slice(0, 3)).toEqual([
    ['22/11/2026', 'Đúng'],
    ['Đơn vị 0', '0'],
    ['Đơn vị 1', '0,125'],
  ]);
  expect(sheets[1]!.cells).toEqual([['=HYPERLINK("x")']]);
});

test('a file that unpacks to more than it may, or is none, ends the preview and nothing else', {
  timeout: 60_000,
}, async () => {
  await expect(previewInWorker('document', bomb())).rejects.toThrow(/more than a preview may take/);
  await expect(previewInWorker('sheets', Buffer.from('PK\x03\x04 hỏng'))).rejects.toThrow();
  const { html } = await previewInWorker('document', hostileDocx());
  expect(html).toContain('Kính gửi');
});
