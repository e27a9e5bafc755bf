import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A day is written as a date of the sheet: 'YYYY-MM-DD'. */
export type SheetCell = string | number | { day: string } | null;
export type SheetHead = { name: string; width: number }[];

const NS = 'http://schemas.openxmlformats.org';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What a cell of a sheet can hold. */
const LONGEST = 32_767;
// What XML 1.0 cannot say. biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsayable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * One sheet as an XLSX file, piece by piece while its rows are read: never more than one batch is held. What people
 * wrote is a string cell and so never a formula.
 */
export async function* xlsxStream(
  sheetName: string,
  head: SheetHead,
  batches: AsyncIterable<SheetCell[][]>,
): AsyncGenerator<Buffer> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [path, xml] of Object.entries(frame(sheetName)))
    entry(zip, path).push(strToU8(START + xml), true);
  const sheet = entry(zip, 'xl/worksheets/sheet1.xml');
  let at = 1;
  const names = head.map(({ name }) => name);
  sheet.push(Buffer.from(START + sheetStart(head) + rowXml(names, at, 1)));
  for await (const rows of batches) {
    sheet.push(Buffer.from(rows.map((row) => rowXml(row, ++at)).join('')));
    if (ready.length) yield Buffer.concat(ready);
    ready = [];
  }
  sheet.push(Buffer.from('</sheetData></worksheet>'), true);
  zip.end();
  yield Buffer.concat(ready);
}

function entry(zip: Zip, path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level: 1 });
  zip.add(file);
  return file;
}

const escaped = (words: string) =>
  words
    .slice(0, LONGEST)
    .replace(unsayable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Fewer than 27 columns. Style 1 is the head's, 2 a date's, 3 words that wrap. */
function rowXml(cells: readonly SheetCell[], number: number, style = 3): string {
  let xml = `<row r="${number}">`;
  for (const [at, cell] of cells.entries()) {
    if (cell === null || cell === '') continue;
    const place = `r="${String.fromCharCode(65 + at)}${number}"`;
    if (typeof cell === 'number') xml += `<c ${place}><v>${cell}</v></c>`;
    else if (typeof cell === 'string')
      xml += `<c ${place} t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    else xml += `<c ${place} s="2"><v>${serialOf(cell.day)}</v></c>`;
  }
  return `${xml}</row>`;
}

/** Days since 30/12/1899, as sheets count them. */
const serialOf = (day: string) => Date.parse(day) / 86_400_000 + 25_569;

const sheetStart = (head: SheetHead) =>
  `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${head
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

const frame = (sheetName: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${NS}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${NS}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"><alignment vertical="top" horizontal="left"/></xf><xf><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
});
