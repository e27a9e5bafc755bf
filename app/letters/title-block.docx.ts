import type { Paragraph } from 'docx';
import { closeText, endListLines } from './closing-mark.ts';
import { isLetterKind } from './document-kinds.ts';
import { titleLines } from './heading-layout.ts';
import { ruleOf } from './nd30-form.ts';
import type { OfficialDocument } from './official-document.ts';
import { singleLine } from './official-styles.docx.ts';
import { pointsToTwips, textWidth, toTwips } from './page-measure.ts';
import { elementParagraph, ruleParagraph } from './paragraph.docx.ts';
import { partyForm } from './party-form.ts';
import { cleanText } from './rich-text.ts';
import { measureText } from './times-metrics.ts';

const spaced = (before: number, after = 0) => ({
  ...singleLine,
  before: pointsToTwips(before),
  after: pointsToTwips(after),
});

/** Side indents that make a title break where its lines are even, without a hard break in its words. */
function evenIndents(lines: readonly string[], size: number): { left: number; right: number } {
  if (lines.length < 2) return { left: 0, right: 0 };
  const widest = Math.max(...lines.map((line) => measureText(line, size, true)));
  const side = toTwips(Math.max(0, (textWidth() - widest * 1.04 - 2) / 2));
  return { left: side, right: side };
}

/** Box 5a: kind and title, centred and bold, a rule under them. A letter has none. */
export function titleBlock(doc: OfficialDocument): Paragraph[] {
  if (isLetterKind(doc.kind)) return [];
  const { size, lines, rule } = titleLines(doc);
  const title = cleanText(doc.title);
  const isParty = doc.form === 'party';
  const kindSize = isParty ? partyForm.sizes.kind : undefined;
  return [
    elementParagraph(
      'kind',
      cleanText(doc.kind).toLocaleUpperCase('vi'),
      { spacing: spaced(18), keepNext: true },
      kindSize,
    ),
    elementParagraph('title', title, { indent: evenIndents(lines, size), keepNext: true }),
    isParty
      ? elementParagraph('title', [{ text: partyForm.texts.titleEnd, bold: false }])
      : ruleParagraph(textWidth(), rule, { spacing: spaced(0, 6) }),
  ];
}

const addressWords = 'Kính gửi:';

/** Left edge of "Kính gửi:" when several are addressed, mm. */
const addressLeft = 25;

/**
 * Box 9a. One addressee stands on the line of "Kính gửi:"; several stand below it, each with a dash under the
 * colon, ";" and a last "." (Phụ lục I, mục II.9).
 */
export function addressBlock(doc: OfficialDocument): Paragraph[] {
  const size = ruleOf('addressee').writes;
  const before = isLetterKind(doc.kind) ? 18 : 6;
  const [only, ...others] = doc.addressees.map(cleanText).filter((name) => name.trim());
  if (only === undefined) return [];
  const words = measureText(`${addressWords} `, size);
  if (others.length === 0) {
    const line = measureText(only, size) + words;
    const left = line <= textWidth() - 4 ? (textWidth() - line) / 2 : addressLeft / 2;
    const indent = { left: toTwips(left + words), hanging: toTwips(words) };
    return [elementParagraph('addressee', `${addressWords} ${only}`, { indent, spacing: spaced(before, 6) })];
  }
  const dash = measureText('- ', size);
  const indent = { left: toTwips(addressLeft + words - 2 + dash), hanging: toTwips(dash) };
  const head = { indent: { left: toTwips(addressLeft) }, spacing: spaced(before), keepNext: true };
  const lines = endListLines([only, ...others]);
  return [
    elementParagraph('addressee', addressWords, head),
    ...lines.map((line, index) =>
      elementParagraph('addressee', `- ${line}`, {
        indent,
        spacing: spaced(0, index === lines.length - 1 ? 6 : 0),
      }),
    ),
  ];
}

/** Căn cứ: italic, each with ";", the last with "." (Phụ lục I, mục II.6). */
export function basisBlock(doc: OfficialDocument): Paragraph[] {
  return doc.bases.map((basis, index) =>
    elementParagraph('basis', closeText(basis, index === doc.bases.length - 1 ? '.' : ';')),
  );
}
