import {
  AlignmentType,
  Table as DocxTable,
  HeadingLevel,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { fitTable } from './column-widths.ts';
import { type LabelledBlock, labelHeadings } from './heading-labels.ts';
import {
  type Block,
  type Column,
  type Heading,
  markOfItem,
  type RichText,
  type Table,
} from './official-document.ts';
import { singleLine } from './official-styles.docx.ts';
import { pointsToTwips } from './page-measure.ts';
import { elementParagraph, gapParagraph, runsOf } from './paragraph.docx.ts';
import { plainText, toRuns } from './rich-text.ts';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function cellOf(text: RichText, column: Column, width: number, size: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [
      new Paragraph({
        alignment: isHead ? AlignmentType.CENTER : alignments[column.align ?? 'left'],
        spacing: { ...singleLine, before: pointsToTwips(2), after: pointsToTwips(2) },
        children: runsOf(isHead ? toRuns(text).map((run) => ({ ...run, bold: true })) : text, size),
        ...(isHead ? { keepNext: true } : {}),
      }),
    ],
  });
}

/** Head row repeated on each page, no row parted, widths exact so that nothing runs over the margin. */
function tableOf(table: Table, width: number): DocxTable {
  const { size, widths } = fitTable(table, width);
  const rowOf = (texts: readonly RichText[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: table.columns.map((column, index) =>
        cellOf(texts[index] ?? '', column, widths[index]!, size, isHead),
      ),
    });
  return new DocxTable({
    columnWidths: widths,
    width: { size: widths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: 85, right: 85, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [
      rowOf(
        table.columns.map((column) => column.header),
        true,
      ),
      ...table.rows.map((row) => rowOf(row, false)),
    ],
  });
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

function inCapitals(text: RichText): RichText {
  return toRuns(text).map((run) => ({ ...run, text: run.text.toLocaleUpperCase('vi') }));
}

/** "1. Báo cáo tiến độ trước ngày 15." is a numbered sentence, not a title: set upright, and may end a page. */
export function isClause(block: Heading): boolean {
  return block.level > 1 && /[.;:,/]$/.test(plainText(block.text).trim());
}

function headingOf(block: Extract<LabelledBlock, { kind: 'heading' }>, keepNext: boolean): Paragraph {
  const text = toRuns(block.level === 1 ? inCapitals(block.text) : block.text);
  const label = block.label ? [{ text: `${block.label} ` }] : [];
  if (isClause(block)) return elementParagraph('body', [...label, ...text], { keepNext });
  return new Paragraph({
    heading: headingLevels[block.level],
    keepNext,
    children: runsOf([...label, ...text]),
  });
}

function blockOf(block: LabelledBlock, width: number, keepNext: boolean): (Paragraph | DocxTable)[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, keepNext)];
    case 'paragraph':
      return [elementParagraph('body', block.text, { keepNext })];
    case 'item':
      return [
        elementParagraph('body', [{ text: markOfItem(block) }, ...toRuns(block.text)], {
          keepNext,
        }),
      ];
    case 'table':
      return [...captionOf(block), tableOf(block, width)];
  }
}

/** Blocks of a body or an annex; `keepLast` ties the last paragraph to what follows it, the signature. */
export function bodyBlocks(
  blocks: readonly Block[],
  width: number,
  keepLast = false,
): (Paragraph | DocxTable)[] {
  const labelled = labelHeadings(blocks);
  return labelled.flatMap((block, index) => {
    const next = labelled[index + 1];
    const leads = next ? block.kind === 'heading' && !isClause(block) : keepLast;
    return blockOf(block, width, leads);
  });
}

function captionOf(table: Table): Paragraph[] {
  if (!table.caption) return [gapParagraph(6)];
  const spacing = { ...singleLine, before: pointsToTwips(6), after: pointsToTwips(6) };
  const runs = [{ text: table.caption, bold: true }];
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing, children: runsOf(runs) }),
  ];
}
