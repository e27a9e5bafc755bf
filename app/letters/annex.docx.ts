import type { Paragraph, Table } from 'docx';
import { bodyBlocks } from './body-blocks.docx.ts';
import { printSymbol } from './document-symbol.ts';
import { printLegalDate } from './legal-date.ts';
import type { Annex, OfficialDocument } from './official-document.ts';
import { singleLine } from './official-styles.docx.ts';
import { romanNumeral } from './ordinals.ts';
import { pointsToTwips, textWidth } from './page-measure.ts';
import { closingParagraph, elementParagraph } from './paragraph.docx.ts';
import { cleanText } from './rich-text.ts';

/** "(Kèm theo Báo cáo số 05/BC-LHHN ngày 05 tháng 02 năm 2026 của Liên hiệp …)". */
export function annexReference(doc: OfficialDocument): string {
  const symbol = printSymbol(doc.symbol, doc.form);
  return `(Kèm theo ${doc.kind} số ${symbol} ${printLegalDate(doc.date, doc.year)} của ${doc.issuer})`;
}

/** One annex alone is "Phụ lục"; of several the second is "Phụ lục II" (Phụ lục I, mục III.1). */
export function annexLabel(index: number, count: number): string {
  return count > 1 ? `Phụ lục ${romanNumeral(index + 1)}` : 'Phụ lục';
}

/** The content of one annex, for a part of its own. */
export function annexContent(doc: OfficialDocument, annex: Annex, index: number): (Paragraph | Table)[] {
  const after = { spacing: { ...singleLine, after: pointsToTwips(12) } };
  return [
    elementParagraph('annexLabel', annexLabel(index, doc.annexes?.length ?? 1), { keepNext: true }),
    elementParagraph('annexTitle', cleanText(annex.title).toLocaleUpperCase('vi'), { keepNext: true }),
    elementParagraph('annexReference', cleanText(annexReference(doc)), { ...after, keepNext: true }),
    ...bodyBlocks(annex.blocks, textWidth(annex.landscape)),
    ...(annex.blocks.at(-1)?.kind === 'table' ? [closingParagraph()] : []),
  ];
}
