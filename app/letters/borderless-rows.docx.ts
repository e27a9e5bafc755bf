import { type Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { toTwips } from './page-measure.ts';

/** Two columns without borders or cell margins: how the head and the end of a document stand side by side. `widths` in mm. */
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
