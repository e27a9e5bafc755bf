import { AlignmentType, type Paragraph, type Table } from 'docx';
import { balanceLines } from './balanced-lines.ts';
import { borderlessRows } from './borderless-rows.docx.ts';
import { isLetterKind } from './document-kinds.ts';
import { printNumberLine } from './document-symbol.ts';
import { printLegalDate } from './legal-date.ts';
import { nd30Form, ruleOf } from './nd30-form.ts';
import type { OfficialDocument } from './official-document.ts';
import { headingColumns, pointsToTwips } from './page-measure.ts';
import { elementParagraph, linesParagraph, ruleParagraph } from './paragraph.docx.ts';
import { partyForm } from './party-form.ts';
import { cleanText } from './rich-text.ts';
import { measureText } from './times-metrics.ts';
import { urgencyFrame } from './urgency-frame.docx.ts';

const center = { alignment: AlignmentType.CENTER } as const;
const below = { ...center, spacing: { before: pointsToTwips(6) } };

/** Room kept free on both sides of a column, mm, so that names do not touch. */
const air = 2;

/** Names of more than three lines go down to the least size the form allows. */
function organSize(issuer: string, room: number, party: boolean): number {
  if (party) return partyForm.sizes.issuer;
  const { writes, size } = ruleOf('issuer');
  return balanceLines(issuer, room, writes, true).length > 3 ? size[0] : writes;
}

/**
 * Box 2: superior upright, issuer bold, and under it a rule of a third to a half of its widest line; in Party
 * form an asterisk.
 */
function organCell(doc: OfficialDocument, width: number): Paragraph[] {
  const room = width - air;
  const isParty = doc.form === 'party';
  const issuer = cleanText(doc.issuer).toLocaleUpperCase('vi');
  const superior = cleanText(doc.superior ?? '').toLocaleUpperCase('vi');
  const size = organSize(issuer, room, isParty);
  const lines = balanceLines(issuer, room, size, true);
  const widest = Math.max(...lines.map((line) => measureText(line, size, true)), 0);
  return [
    ...(superior ? [linesParagraph('superior', balanceLines(superior, room, size), center, size)] : []),
    linesParagraph('issuer', lines, center, size),
    isParty
      ? elementParagraph('number', partyForm.texts.separator, center, size)
      : ruleParagraph(width, widest * nd30Form.rule.writes),
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
  const title = balanceLines(`V/v ${cleanText(doc.title)}`, width - air, ruleOf('letterTitle').writes);
  return [
    elementParagraph(
      'number',
      printNumberLine(doc.symbol, doc.form),
      doc.form === 'party' ? center : below,
      size,
    ),
    ...(isLetterKind(doc.kind) ? [linesParagraph('letterTitle', title, below)] : []),
    ...(doc.urgency ? urgencyFrame(doc.urgency, width) : []),
  ];
}

/** Boxes 1 to 4 (and 5b, 10b). The second row keeps number and date on one line. */
export function headingBlock(doc: OfficialDocument): Table {
  const { writes, size } = ruleOf('placeDate');
  const date = `${cleanText(doc.place)}, ${printLegalDate(doc.date, doc.year)}`;
  const { left, right } = headingColumns(measureText(date, size[0]) + air);
  // A long place name takes the least size rather than a second line.
  const dateSize = measureText(date, writes) <= right - air ? undefined : size[0];
  return borderlessRows(
    [
      [organCell(doc, left), nationCell(doc, right)],
      [
        numberCell(doc, left),
        [elementParagraph('placeDate', date, doc.form === 'party' ? center : below, dateSize)],
      ],
    ],
    [left, right],
  );
}
