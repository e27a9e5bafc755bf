import { type CitingText, findCitations } from './citations/citations.ts';
import { findDuties } from './duties/find-duties.ts';
import { linkTasks } from './duties/serves.ts';
import { toDuties } from './duties/to-duty.ts';
import { readMetadata } from './header/metadata.ts';
import { buildOutline } from './outline/build.ts';
import { toEntries } from './outline/entries.ts';
import { notesOn } from './outline/notes.ts';
import { type Part, toParts } from './outline/parts.ts';
import { toTree } from './outline/tree.ts';
import type { Citation, DocumentMetadata, Reading } from './reading.ts';
import { originalSpan, type Source, toNfc } from './text/nfc.ts';
import { toBlocks } from './text/to-blocks.ts';

/**
 * Reads a text as an official document: text → blocks → parts → outline → duties.
 * Takes plain text or Markdown, NFC or NFD, of any origin; never throws; the same text gives the same reading.
 * All spans are `[begin, end)` in UTF-16 units of `text`.
 */
export function readDocument(text: string): Reading {
  const source = toNfc(text);
  const parts = toParts(toBlocks(source.text));
  const outlines = parts.filter((part) => part.kind === 'body' || part.kind === 'annex').map(buildOutline);
  const document = readMetadata(parts);
  const drafts = outlines.flatMap(findDuties);
  const duties = toDuties(drafts, source);
  const entries = toEntries(outlines, source);
  return {
    document: inOriginal(document, source),
    outline: entries,
    tree: toTree(parts, outlines, source),
    citations: findCitations(citingTexts(parts), document.symbol).map((citation) =>
      citationInOriginal(citation, source),
    ),
    duties,
    taskGroups: linkTasks(outlines, duties, drafts, source),
    notes: notesOn(document, entries, text),
  };
}

const basis = /^(?:Căn cứ|Thực hiện|Xét|Theo |Thi hành)/;

/** Every paragraph and cell but the head's own number; those of the preamble that begin with “Căn cứ” state a basis. */
function citingTexts(parts: readonly Part[]): CitingText[] {
  const texts: CitingText[] = [];
  let inPreamble = true;
  for (const part of parts) {
    if (part.kind === 'boilerplate') continue;
    for (const block of part.blocks) {
      const { text } = block.clean;
      if (/^(?:[IVX]+\.|\d+\.|Điều \d|Chương)/.test(text)) inPreamble = false;
      if (block.rows !== undefined)
        for (const row of block.rows) for (const cell of row) texts.push({ clean: cell, basis: false });
      else texts.push({ clean: block.clean, basis: inPreamble && basis.test(text) });
    }
  }
  return texts;
}

function inOriginal(document: DocumentMetadata, source: Source): DocumentMetadata {
  if (source.offsets === null) return document;
  const spans = Object.fromEntries(
    Object.entries(document.spans).map(([field, span]) => [field, originalSpan(source, span)]),
  );
  return { ...document, spans };
}

const citationInOriginal = (citation: Citation, source: Source): Citation =>
  source.offsets === null
    ? citation
    : {
        ...citation,
        mentions: citation.mentions.map((mention) => ({
          ...mention,
          span: originalSpan(source, mention.span),
        })),
      };
