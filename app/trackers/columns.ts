import { type Cell, cellText, columnName, type Grid } from './sheet-grid.ts';

/** What a column of a tracker can say. */
export const trackerFields = [
  'number',
  'text',
  'holder',
  'coordinator',
  'deadline',
  'progress',
  'product',
  'document',
  'note',
] as const;
export type TrackerField = (typeof trackerFields)[number];

/** How offices head their columns, the surest first; compared without diacritics. */
const headings: [TrackerField, RegExp][] = [
  ['number', /^(stt|tt|so tt|so thu tu)$/],
  ['coordinator', /phoi hop/],
  ['deadline', /thoi han|thoi gian|han (hoan thanh|xu ly|thuc hien)|^han$|ngay hoan thanh|deadline/],
  ['progress', /tien do|ket qua|tinh hinh|trang thai|hien trang/],
  ['product', /san pham|dau ra/],
  ['note', /ghi chu/],
  ['document', /van ban|so (ky hieu|, ky hieu)|can cu/],
  ['text', /noi dung|nhiem vu|cong viec|ten viec|viec giao|dau viec/],
  [
    'holder',
    /chu tri|(co quan|don vi|nguoi|bo phan).*(thuc hien|phu trach|giai quyet)|phu trach|^(co quan|don vi)$/,
  ],
];

export type TrackerColumn = {
  index: number;
  /** 'B' */
  letter: string;
  /** 'Cơ quan thực hiện / Chủ trì' */
  heading: string;
  field: TrackerField | null;
};
/** Rows of headings, counted from 1 as Excel does, and what each column is taken for. */
export type Heading = { first: number; last: number; columns: TrackerColumn[] };

const HEADING_WITHIN = 40;
const LONGEST_HEADING = 80;
const MOST_HEADING_ROWS = 4;

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();

/** What a heading says the column is for, e.g. 'Thời hạn hoàn thành' → 'deadline'. */
export const fieldOf = (heading: string): TrackerField | null =>
  heading.length > LONGEST_HEADING
    ? null
    : (headings.find(([, pattern]) => pattern.test(fold(heading)))?.[0] ?? null);

/** Finds the rows of headings of a sheet; null where none names a task and somebody or some day. */
export function findHeading({ rows, acrossRows }: Grid): Heading | null {
  let best: { index: number; fields: number } | null = null;
  for (const [index, row] of rows.slice(0, HEADING_WITHIN).entries()) {
    if (acrossRows.has(index) && new Set(row.filter(Boolean)).size === 1) continue;
    const fields = new Set(row.map((cell) => fieldOf(cellText(cell))).filter(Boolean)).size;
    if (fields >= 2 && fields > (best?.fields ?? 0)) best = { index, fields };
  }
  if (!best) return null;
  const isHeading = (index: number) => {
    const said = (rows[index] ?? []).map(cellText).filter(Boolean);
    return (
      index >= 0 &&
      index < rows.length &&
      said.some(fieldOf) &&
      new Set(said).size > 1 &&
      said.every((text) => text.length <= LONGEST_HEADING && !/^\d+$/.test(text)) &&
      !isTask(rows[index]!)
    );
  };
  let [first, last] = [best.index, best.index];
  while (isHeading(first - 1) && last - first < MOST_HEADING_ROWS) first--;
  while (isHeading(last + 1) && last - first < MOST_HEADING_ROWS) last++;
  return headingOf(rows, first + 1, last + 1);
}

/** A row that begins with a number and names somebody is work, however short its words. */
const isTask = (row: Cell[]): boolean =>
  typeof row[0] === 'number' || /^\d+(\.\d+)*\.?$/.test(cellText(row[0]!));

/** The columns under headings that stand in rows `first`…`last`, from 1; each field is proposed once, the surest heading first. */
export function headingOf(rows: Cell[][], first: number, last: number): Heading {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const taken = new Set<TrackerField>();
  const columns = Array.from({ length: width }, (_, index): TrackerColumn => {
    const said = rows.slice(first - 1, last).map((row) => cellText(row[index] ?? null).replace(/\n/g, ' '));
    const parts = said.filter((text, at) => text && text !== said[at - 1]);
    // The lowest row says it best: 'Cơ quan thực hiện' above 'Chủ trì' and 'Phối hợp'.
    const field = parts.toReversed().map(fieldOf).find(Boolean) ?? null;
    const isFree = field !== null && !taken.has(field);
    if (isFree) taken.add(field);
    return {
      index,
      letter: columnName(index),
      heading: parts.join(' / '),
      field: isFree ? field : null,
    };
  });
  return { first, last, columns };
}
