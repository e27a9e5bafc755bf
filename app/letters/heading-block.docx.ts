import { AlignmentType, type Paragraph, type Table } from 'docx';
import { borderlessRows } from './borderless-rows.docx.ts';
import { isLetterKind } from './document-kinds.ts';
import { printNumberLine } from './document-symbol.ts';
import { letterTitleLines, organLines, placeDateLine } from './heading-layout.ts';
import { nd30Form, ruleOf } from './nd30-form.ts';
import type { OfficialDocument } from './official-document.ts';
import { pointsToTwips } from './page-measure.ts';
import { elementParagraph, linesParagraph, ruleParagraph } from './paragraph.docx.ts';
import { partyForm } from './party-form.ts';
import { measureText } from './times-metrics.ts';
import { urgencyFrame } from './urgency-frame.docx.ts';

const center = { alignment: AlignmentType.CENTER } as const;
const below = { ...center, spacing: { before: pointsToTwips(6) } };

/**
 * Box 2: superior upright, issuer bold, and under it a rule of a third to a half of its widest line; in Party
 * form an asterisk.
 */
function organCell(doc: OfficialDocument, width: number): Paragraph[] {
  const { size, superior, issuer, rule } = organLines(doc, width);
  return [
    ...(superior.length ? [linesParagraph('superior', superior, center, size)] : []),
    linesParagraph('issuer', issuer, center, size),
    rule === null
      ? elementParagraph('number', partyForm.texts.separator, center, size)
      : ruleParagraph(width, rule),
  ];
}

/** Box 1: Quốc hiệu and Tiêu ngữ, the rule as wide as the motto; in Party form the Party's name and its rule. */
function nationCell(doc: OfficialDocument, width: number): Paragraph[] {
  if (doc.form === 'party') {
    const { texts, sizes } = partyForm;
    return [
      elementParagraph('motherland', texts.heading, center, sizes.heading),
      ruleParagraph(width, measureText(texts.heading, sizes.heading, true)),
    ];
  }
  const { motherland, motto } = nd30Form.texts;
  return [
    elementParagraph('motherland', motherland, center),
    elementParagraph('motto', motto, center),
    ruleParagraph(width, measureText(motto, ruleOf('motto').writes, true)),
  ];
}

/** Box 3, for a letter box 5b, and box 10b. */
function numberCell(doc: OfficialDocument, width: number): (Paragraph | Table)[] {
  const size = doc.form === 'party' ? partyForm.sizes.number : undefined;
  return [
    elementParagraph(
      'number',
      printNumberLine(doc.symbol, doc.form),
      doc.form === 'party' ? center : below,
      size,
    ),
    ...(isLetterKind(doc.kind) ? [linesParagraph('letterTitle', letterTitleLines(doc, width), below)] : []),
    ...(doc.urgency ? urgencyFrame(doc.urgency, width) : []),
  ];
}

/** Boxes 1 to 4 (and 5b, 10b). The second row keeps number and date on one line. */
export function headingBlock(doc: OfficialDocument): Table {
  const { text, columns, size } = placeDateLine(doc);
  const { left, right } = columns;
  return borderlessRows(
    [
      [organCell(doc, left), nationCell(doc, right)],
      [
        numberCell(doc, left),
        [elementParagraph('placeDate', text, doc.form === 'party' ? center : below, size)],
      ],
    ],
    [left, right],
  );
}
