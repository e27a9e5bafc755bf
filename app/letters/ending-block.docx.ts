import { AlignmentType, Paragraph, type Table, TextRun } from 'docx';
import { balanceLines } from './balanced-lines.ts';
import { borderlessRows } from './borderless-rows.docx.ts';
import { recipientLines } from './closing-mark.ts';
import { ruleOf } from './nd30-form.ts';
import type { OfficialDocument } from './official-document.ts';
import { singleLine, styleOf } from './official-styles.docx.ts';
import { endingColumns, pointsToTwips, toTwips } from './page-measure.ts';
import { elementParagraph, linesParagraph } from './paragraph.docx.ts';
import { partyForm } from './party-form.ts';
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
  const size = doc.form === 'party' ? partyForm.sizes.recipient : undefined;
  return [
    recipientsHead(lines.length ? 'Nơi nhận:' : '', doc.form === 'party'),
    ...lines.map((line) =>
      elementParagraph('recipient', `- ${line}`, { indent: dash, keepNext: true }, size),
    ),
  ];
}

/** Party form underlines the words instead of setting them italic and bold. */
function recipientsHead(text: string, isParty: boolean): Paragraph {
  const options = { spacing: spaced(topSpace), keepNext: true };
  if (!isParty) return elementParagraph('recipientsHead', text, options);
  const run = { text, bold: false, italics: false, underline: {}, size: partyForm.sizes.recipientsHead * 2 };
  return new Paragraph({ ...options, style: styleOf('recipientsHead'), children: [new TextRun(run)] });
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
      linesParagraph(
        'authority',
        balanceLines(line, endingColumns.right - 2, ruleOf('authority').writes, true),
        { ...center, spacing: spaced(index === 0 ? topSpace : 0) },
      ),
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
