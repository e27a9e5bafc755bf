import { annexLabel, annexReference } from './annex.docx.ts';
import { isClause } from './body-blocks.docx.ts';
import { closeBody, closeText, endListLines, recipientLines } from './closing-mark.ts';
import { fitTable } from './column-widths.ts';
import { isLetterKind } from './document-kinds.ts';
import { printNumberLine } from './document-symbol.ts';
import { labelHeadings } from './heading-labels.ts';
import { authorityLines, letterTitleLines, organLines, placeDateLine, titleLines } from './heading-layout.ts';
import { nd30Form, ruleOf } from './nd30-form.ts';
import {
  type Block,
  markOfItem,
  type OfficialDocument,
  type RichText,
  type Run,
} from './official-document.ts';
import { endingColumns, textWidth } from './page-measure.ts';
import { partyForm } from './party-form.ts';
import { cleanText, joinRuns, toRuns } from './rich-text.ts';
import { measureText } from './times-metrics.ts';

/** What stands on the sheet, line by line, for `official-document.typ`: texts are text, never markup. */
export type PdfSheet = ReturnType<typeof pdfSheet>;

const pointsOf = (twips: number) => twips / 20;
const dash = (text: RichText, mark: string): Run[] => [{ text: mark }, ...toRuns(text)];
const inCapitals = (text: RichText): Run[] =>
  toRuns(text).map((run) => ({ ...run, text: run.text.toLocaleUpperCase('vi') }));

/** Blocks as they are drawn: a heading with its label, an item with its dash, a table with its widths in points. */
function drawnBlocks(blocks: readonly Block[], width: number) {
  return labelHeadings(blocks).map((block) => {
    if (block.kind === 'paragraph') return { kind: 'text' as const, runs: joinRuns(toRuns(block.text)) };
    if (block.kind === 'item')
      return { kind: 'text' as const, runs: joinRuns(dash(block.text, markOfItem(block))) };
    if (block.kind === 'table') {
      const { size, widths } = fitTable(block, width);
      return {
        kind: 'table' as const,
        caption: cleanText(block.caption ?? ''),
        size,
        widths: widths.map(pointsOf),
        aligns: block.columns.map((column) => column.align ?? 'left'),
        head: block.columns.map((column) => cleanText(column.header)),
        rows: block.rows.map((row) => block.columns.map((_, at) => toRuns(row[at] ?? ''))),
      };
    }
    const text = block.level === 1 ? inCapitals(block.text) : toRuns(block.text);
    const runs = joinRuns(block.label ? [{ text: `${block.label} ` }, ...text] : text);
    if (isClause(block)) return { kind: 'text' as const, runs };
    return { kind: 'heading' as const, level: block.level, bold: block.level < 3, runs };
  });
}

/** Box 1, or the heading of the Party. */
function nation(doc: OfficialDocument) {
  const { texts, sizes } = partyForm;
  if (doc.form === 'party')
    return {
      lines: [{ text: texts.heading, size: sizes.heading }],
      rule: measureText(texts.heading, sizes.heading, true),
    };
  const [top, motto] = [ruleOf('motherland').writes, ruleOf('motto').writes];
  return {
    lines: [
      { text: nd30Form.texts.motherland, size: top },
      { text: nd30Form.texts.motto, size: motto },
    ],
    rule: measureText(nd30Form.texts.motto, motto, true),
  };
}

function addressLines(doc: OfficialDocument) {
  const names = doc.addressees.map(cleanText).filter((name) => name.trim());
  const [only, ...others] = names;
  return { only: others.length ? null : (only ?? null), lines: others.length ? endListLines(names) : [] };
}

/**
 * A document as it stands on paper, by the same measures as its DOCX.
 * @throws RangeError for a date that does not exist
 */
export function pdfSheet(doc: OfficialDocument) {
  const { text, columns, size } = placeDateLine(doc);
  const isParty = doc.form === 'party';
  const isLetter = isLetterKind(doc.kind);
  return {
    title: cleanText(`${doc.kind}: ${doc.title}`),
    author: cleanText(doc.author ?? doc.issuer),
    date: doc.date ?? `${doc.year ?? 2000}-01-01`,
    isParty,
    columns,
    ending: endingColumns,
    organ: { ...organLines(doc, columns.left), separator: isParty ? partyForm.texts.separator : '' },
    nation: nation(doc),
    number: {
      text: printNumberLine(doc.symbol, doc.form),
      size: isParty ? partyForm.sizes.number : ruleOf('number').writes,
    },
    letterTitle: isLetter ? letterTitleLines(doc, columns.left) : [],
    placeDate: { text, size },
    urgency: doc.urgency ? { text: doc.urgency, frame: nd30Form.urgencyFrames[doc.urgency] } : null,
    heading: isLetter
      ? null
      : {
          kind: cleanText(doc.kind).toLocaleUpperCase('vi'),
          kindSize: isParty ? partyForm.sizes.kind : ruleOf('kind').writes,
          ...titleLines(doc),
          end: isParty ? partyForm.texts.titleEnd : '',
        },
    address: addressLines(doc),
    bases: doc.bases.map((basis, at) => joinRuns(closeText(basis, at === doc.bases.length - 1 ? '.' : ';'))),
    body: drawnBlocks(closeBody(doc.body, doc.closing ?? './.'), textWidth()),
    recipients: recipientLines(doc.addressees, doc.recipients.map(cleanText)),
    signature: {
      lines: authorityLines(doc, endingColumns.right),
      name: cleanText(doc.signature.name),
    },
    annexes: (doc.annexes ?? []).map((annex, at) => ({
      label: annexLabel(at, doc.annexes?.length ?? 1),
      title: cleanText(annex.title).toLocaleUpperCase('vi'),
      reference: cleanText(annexReference(doc)),
      isLandscape: annex.landscape ?? false,
      blocks: drawnBlocks(annex.blocks, textWidth(annex.landscape)),
    })),
  };
}
