import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { nd30Form } from './nd30-form.ts';
import type { Urgency } from './official-document.ts';
import { styleOf } from './official-styles.docx.ts';
import { pointsToTwips, toTwips } from './page-measure.ts';
import { closingParagraph } from './paragraph.docx.ts';

const red = 'FF0000';

/** Box 10b: the mark in red capitals in a red frame of the form's own size, centred in `available` mm. */
export function urgencyFrame(urgency: Urgency, available: number): (Paragraph | Table)[] {
  const [width, height] = nd30Form.urgencyFrames[urgency].map(toTwips) as [number, number];
  const edge = { style: BorderStyle.SINGLE, size: 8, color: red };
  const mark = new Paragraph({
    style: styleOf('urgency'),
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: urgency, color: red })],
  });
  const frame = new Table({
    columnWidths: [width],
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    indent: { size: Math.round((toTwips(available) - width) / 2), type: WidthType.DXA },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    rows: [
      new TableRow({
        height: { value: height, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            children: [mark],
          }),
        ],
      }),
    ],
  });
  return [
    new Paragraph({ spacing: { before: 0, after: pointsToTwips(2) }, run: { size: 8 } }),
    frame,
    closingParagraph(),
  ];
}
