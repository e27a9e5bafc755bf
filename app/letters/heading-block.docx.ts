import {
  AlignmentType,
  type Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { balanceLines } from './balanced-lines.ts';
import { isLetterKind } from './document-kinds.ts';
import { printNumberLine } from './document-symbol.ts';
import { printLegalDate } from './legal-date.ts';
import { nd30Form, ruleOf } from './nd30-form.ts';
import type { OfficialDocument } from './official-document.ts';
import { headingColumns, pointsToTwips, toTwips } from './page-measure.ts';
import { elementParagraph, linesParagraph, ruleParagraph } from './paragraph.docx.ts';
import { cleanText } from './rich-text.ts';
import { measureText } from './times-metrics.ts';
import { urgencyFrame } from './urgency-frame.docx.ts';

const center = { alignment: AlignmentType.CENTER } as const;
const { left, right } = headingColumns;

/** Room kept free on both sides of a column, mm, so that names do not touch. */
const air = 2;

/** Names of three lines or more go down to the least size the form allows. */
function organSize(issuer: string): number {
  const { writes, size } = ruleOf('issuer');
  return balanceLines(issuer, left - air, writes, true).length > 2 ? size[0] : writes;
}

/** Box 2: superior upright, issuer bold, and under it a rule of a third to a half of its widest line. */
function organCell(doc: OfficialDocument): Paragraph[] {
  const issuer = cleanText(doc.issuer).toLocaleUpperCase('vi');
  const superior = cleanText(doc.superior ?? '').toLocaleUpperCase('vi');
  const size = organSize(issuer);
  const lines = balanceLines(issuer, left - air, size, true);
  const widest = Math.max(...lines.map((line) => measureText(line, size, true)), 0);
  return [
    ...(superior ? [linesParagraph('superior', balanceLines(superior, left - air, size), center, size)] : []),
    linesParagraph('issuer', lines, center, size),
    ruleParagraph(left, widest * nd30Form.rule.writes),
  ];
}

/** Box 1: Quốc hiệu and Tiêu ngữ, the rule as wide as the motto. */
function nationCell(): Paragraph[] {
  const { motherland, motto } = nd30Form.texts;
  return [
    elementParagraph('motherland', motherland, center),
    elementParagraph('motto', motto, center),
    ruleParagraph(right, measureText(motto, ruleOf('motto').writes, true)),
  ];
}

/** Box 3, for a letter box 5b, and box 10b. */
function numberCell(doc: OfficialDocument): (Paragraph | Table)[] {
  const before = { ...center, spacing: { before: pointsToTwips(6) } };
  const title = balanceLines(`V/v ${cleanText(doc.title)}`, left - air, ruleOf('letterTitle').writes);
  return [
    elementParagraph('number', printNumberLine(doc.symbol), before),
    ...(isLetterKind(doc.kind) ? [linesParagraph('letterTitle', title, before)] : []),
    ...(doc.urgency ? urgencyFrame(doc.urgency, left) : []),
  ];
}

/** Box 4; a long place name takes 13 pt rather than a second line. */
function dateCell(doc: OfficialDocument): Paragraph[] {
  const { writes, size } = ruleOf('placeDate');
  const line = `${cleanText(doc.place)}, ${printLegalDate(doc.date, doc.year)}`;
  const fits = measureText(line, writes) <= right - air;
  const before = { ...center, spacing: { before: pointsToTwips(6) } };
  return [elementParagraph('placeDate', line, before, fits ? undefined : size[0])];
}

/** Two columns without borders or cell margins: what stands at the top of a first page. */
export function borderlessRows(
  rows: readonly (readonly (Paragraph | Table)[])[][],
  widths: readonly number[],
): Table {
  const columnWidths = widths.map(toTwips);
  return new Table({
    columnWidths,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ width: { size: columnWidths[index]!, type: WidthType.DXA }, children }),
          ),
        }),
    ),
  });
}

/** Boxes 1 to 4 (and 5b, 10b) of a State document. The second row keeps number and date on one line. */
export function headingBlock(doc: OfficialDocument): Table {
  return borderlessRows(
    [
      [organCell(doc), nationCell()],
      [numberCell(doc), dateCell(doc)],
    ],
    [left, right],
  );
}
