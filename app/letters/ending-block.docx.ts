import { AlignmentType, type Paragraph, type Table } from 'docx';
import { recipientLines } from './closing-mark.ts';
import { borderlessRows } from './heading-block.docx.ts';
import type { OfficialDocument } from './official-document.ts';
import { singleLine } from './official-styles.docx.ts';
import { endingColumns, pointsToTwips, toTwips } from './page-measure.ts';
import { elementParagraph } from './paragraph.docx.ts';
import { cleanText } from './rich-text.ts';

/** Above the block, points. */
const topSpace = 12;
/** Between position and name, for signature and seal, points. */
const signatureSpace = 76;

const spaced = (before: number) => ({ ...singleLine, before: pointsToTwips(before) });

/** Box 9b: "Nơi nhận:" italic bold 12, the lines upright 11. */
function recipientsCell(doc: OfficialDocument): Paragraph[] {
  const lines = recipientLines(doc.addressees, doc.recipients.map(cleanText));
  const dash = { left: toTwips(2.2), hanging: toTwips(2.2) };
  return [
    elementParagraph('recipientsHead', lines.length ? 'Nơi nhận:' : '', {
      spacing: spaced(topSpace),
      keepNext: true,
    }),
    ...lines.map((line) => elementParagraph('recipient', `- ${line}`, { indent: dash, keepNext: true })),
  ];
}

/** Boxes 7a to 7c: who signs and how, room for the signature, the name. */
function signatureCell(doc: OfficialDocument): Paragraph[] {
  const { authority, position, name } = doc.signature;
  const lines = [...authority, position]
    .map((line) => cleanText(line).toLocaleUpperCase('vi'))
    .filter(Boolean);
  const center = { alignment: AlignmentType.CENTER, keepNext: true } as const;
  return [
    ...lines.map((line, index) =>
      elementParagraph('authority', line, { ...center, spacing: spaced(index === 0 ? topSpace : 0) }),
    ),
    elementParagraph('signer', cleanText(name), {
      alignment: AlignmentType.CENTER,
      spacing: spaced(signatureSpace),
    }),
  ];
}

/** Nơi nhận beside the signature, in one row that is never parted over pages. */
export function endingBlock(doc: OfficialDocument): Table {
  return borderlessRows(
    [[recipientsCell(doc), signatureCell(doc)]],
    [endingColumns.left, endingColumns.right],
  );
}
