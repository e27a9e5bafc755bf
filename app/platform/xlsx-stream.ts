import { zipStream } from './zip-stream.ts';

/** A day is a Date at midnight UTC; null and '' are left empty. */
export type SheetCell = string | number | boolean | Date | null;
/** A column of a sheet: its heading, and what a template lets in it. */
export type SheetColumn = {
  heading: string;
  width: number;
  /** A drop-down of these. */
  offers?: readonly string[] | undefined;
  /** Only numbers, or only days. */
  only?: 'number' | 'day' | undefined;
};
export type Sheet = {
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<SheetCell[][]> | Iterable<SheetCell[][]>;
  /** Headings cannot be written over, cells below them can. */
  isTemplate?: boolean;
};

const NS = 'http://schemas.openxmlformats.org';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What a cell of a sheet can hold. */
const LONGEST = 32_767;
/** Rows of a template under which drop-downs are there. */
const OFFERED_ROWS = 5000;
const LISTS = 'Danh mục';
/** Rows that are written at once. */
const TOGETHER = 100;
// What XML 1.0 cannot say.
const unsayable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Sheets as an XLSX file, piece by piece while their rows are read: never more than one batch is held. What people
 * wrote is a string cell and so never a formula. Drop-downs take their words from a hidden sheet.
 */
export function xlsxStream(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const lists = listsOf(sheets);
  const names = [...sheets.map(({ name }) => name), ...(lists.length ? [LISTS] : [])];
  const xml = (path: string, part: string) => ({ path, pieces: [Buffer.from(START + part)] });
  return zipStream([
    ...Object.entries(frame(names, lists.length > 0)).map(([path, part]) => xml(path, part)),
    ...sheets.map((sheet, at) => ({ path: pathOfSheet(at), pieces: sheetXml(sheet, lists) })),
    ...(lists.length ? [xml(pathOfSheet(sheets.length), listSheet(lists))] : []),
  ]);
}

const pathOfSheet = (at: number) => `xl/worksheets/sheet${at + 1}.xml`;

async function* sheetXml(sheet: Sheet, lists: readonly List[]): AsyncGenerator<Buffer> {
  yield Buffer.from(START + beginning(sheet));
  const style = sheet.isTemplate ? OPEN : PLAIN;
  let at = 1;
  for await (const rows of sheet.rows) {
    // A few rows at a time: long strings are copied more often than short ones.
    for (let begin = 0; begin < rows.length; begin += TOGETHER) {
      let xml = '';
      for (const row of rows.slice(begin, begin + TOGETHER)) xml += rowXml(row, ++at, style);
      yield Buffer.from(xml);
    }
  }
  yield Buffer.from(`</sheetData>${rules(sheet, lists)}</worksheet>`);
}

const escaped = (words: string) => (words.length <= LONGEST && !special.test(words) ? words : spelt(words));
/** What must not stand in a cell as it is. */
const special = /[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const spelt = (words: string) =>
  words
    .slice(0, LONGEST)
    .replace(unsayable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** 0 → 'A', 26 → 'AA'. */
function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const columnNames = Array.from({ length: 300 }, (_, at) => columnName(at));

/** Styles by number: words that wrap, and days; the same in cells that a template lets be written. */
type Style = { words: number; day: number };
const PLAIN: Style = { words: 3, day: 2 };
const OPEN: Style = { words: 4, day: 5 };
const HEAD: Style = { words: 1, day: 1 };

function rowXml(cells: readonly SheetCell[], number: number, style: Style): string {
  let xml = `<row r="${number}">`;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? null;
    if (cell === null || cell === '') continue;
    const place = `r="${columnNames[at]}${number}"`;
    if (typeof cell === 'number') xml += `<c ${place} s="${style === OPEN ? 4 : 0}"><v>${cell}</v></c>`;
    else if (cell instanceof Date) xml += `<c ${place} s="${style.day}"><v>${serialOf(cell)}</v></c>`;
    else
      xml += `<c ${place} t="inlineStr" s="${style.words}"><is><t xml:space="preserve">${escaped(String(cell))}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** Days since 30/12/1899, as sheets count them. */
const serialOf = (day: Date) => day.getTime() / 86_400_000 + 25_569;

const beginning = ({ columns, isTemplate }: Sheet) =>
  `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(
      ({ width, only }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${isTemplate ? ` style="${only === 'day' ? OPEN.day : OPEN.words}"` : ''}/>`,
    )
    .join('')}</cols><sheetData>${rowXml(
    columns.map(({ heading }) => heading),
    1,
    HEAD,
  )}`;

type List = { offers: readonly string[]; column: string };

/** Each list of words once, in a column of the hidden sheet. */
function listsOf(sheets: readonly Sheet[]): List[] {
  const all = sheets.flatMap(({ columns }) =>
    columns.flatMap(({ offers }) => (offers?.length ? [offers] : [])),
  );
  const different = all.filter(
    (offers, at) => all.findIndex((one) => one.join('\n') === offers.join('\n')) === at,
  );
  return different.map((offers, at) => ({ offers, column: columnName(at) }));
}

const listSheet = (lists: readonly List[]) => {
  const longest = Math.max(...lists.map(({ offers }) => offers.length));
  const rows = Array.from({ length: longest }, (_, at) =>
    rowXml(
      lists.map(({ offers }) => offers[at] ?? null),
      at + 1,
      PLAIN,
    ),
  );
  return `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
};

/** Protection and what may be written, in the order that the format wants. */
function rules({ columns, isTemplate }: Sheet, lists: readonly List[]): string {
  if (!isTemplate) return '';
  const validations = columns.flatMap(({ offers, only }, at) => {
    const range = `${columnName(at)}2:${columnName(at)}${OFFERED_ROWS + 1}`;
    if (offers?.length) {
      const { column } = lists.find((one) => one.offers.join('\n') === offers.join('\n'))!;
      return [
        `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Chưa đúng" error="Hãy chọn trong danh sách." sqref="${range}"><formula1>'${LISTS}'!$${column}$1:$${column}$${offers.length}</formula1></dataValidation>`,
      ];
    }
    if (only === 'day')
      return [
        `<dataValidation type="date" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="Chưa đúng" error="Hãy nhập ngày theo dạng ngày/tháng/năm." sqref="${range}"><formula1>1</formula1><formula2>80000</formula2></dataValidation>`,
      ];
    if (only === 'number')
      return [
        `<dataValidation type="decimal" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="Chưa đúng" error="Hãy nhập số." sqref="${range}"><formula1>-9E+15</formula1><formula2>9E+15</formula2></dataValidation>`,
      ];
    return [];
  });
  const protection =
    '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>';
  return `${protection}${validations.length ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : ''}`;
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const frame = (names: readonly string[], isLastHidden: boolean): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${names
    .map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
    )
    .join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets>${names
    .map(
      (name, at) =>
        `<sheet name="${escaped(sheetName(name))}" sheetId="${at + 1}"${isLastHidden && at === names.length - 1 ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships">${names
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId${names.length + 1}" Type="${NS}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  // Cell formats: 0 numbers, 1 headings, 2 days, 3 words; 4 and 5 words and days that a protected sheet lets be written.
  'xl/styles.xml': `<styleSheet xmlns="${NS}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EDEC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"><alignment vertical="top" horizontal="left"/></xf><xf><alignment vertical="top" wrapText="1"/></xf><xf applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf><xf numFmtId="164" applyNumberFormat="1" applyProtection="1"><alignment vertical="top" horizontal="left"/><protection locked="0"/></xf></cellXfs></styleSheet>`,
});

/** At most 31 letters, and none of those a sheet's name must not have. */
const sheetName = (name: string) => name.replace(/[[\]*/\\?:]/g, ' ').slice(0, 31);
