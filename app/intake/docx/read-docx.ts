import { IntakeRefusal } from '../intake-refusal.ts';
import type { IntakeText } from '../intake-text.ts';
import { repairByStatistics } from '../legacy-encodings/repair.ts';
import { createListCounters } from '../lists/list-counters.ts';
import { noteMark } from '../note-mark.ts';
import { findSecrecyMark } from '../secrecy-gate.ts';
import { tidyText } from '../text.ts';
import { readBlocks } from './body.ts';
import { readNumbering } from './numbering.ts';
import { type DocxPackage, openPackage } from './package.ts';
import type { DocxReading } from './reading.ts';
import { readStyles } from './styles.ts';
import { attributeOf, childrenNamed, findChild } from './xml.ts';

/**
 * A DOCX (ECMA-376, transitional or strict) as printed: automatic numbers, tables, text boxes, tracked
 * changes accepted, notes at the end under their raised numbers.
 * @throws IntakeRefusal `damaged`, `wrong-type`, `zip-bomb`, `entity-expansion`, or `secret` when a page
 * header or footer carries a secrecy stamp (the text itself is for the caller to check).
 */
export function readDocx(bytes: Uint8Array): IntakeText {
  const file = openPackage(bytes);
  const body = findChild(file.main, 'body');
  if (!body) throw new IntakeRefusal('damaged');
  const reading = beginReading(file);
  for (const edge of [...file.parts('header'), ...file.parts('footer')])
    if (findSecrecyMark(readBlocks(edge, { ...beginReading(file) }).join('\n')))
      throw new IntakeRefusal('secret');
  const blocks = readBlocks(body, reading);
  if (reading.carriedText.trim() !== '') blocks.push(reading.carriedText.trim());
  const notes = readNotes(file, reading);
  const repaired = repairByStatistics(tidyText([...blocks, ...notes].join('\n\n')));
  const encodings = new Set([...reading.encodings, ...repaired.found]);
  return {
    form: 'docx',
    text: repaired.text,
    notes: [
      ...[...encodings].map((encoding) => `Chữ theo bảng mã ${encoding} đã được chuyển sang Unicode.`),
      ...(reading.hasTableOfContents ? ['Mục lục tự động đã được bỏ qua.'] : []),
    ],
  };
}

function beginReading(file: DocxPackage): DocxReading {
  const styles = readStyles(file.part('styles'));
  const lists = readNumbering(file.part('numbering'), styles);
  return {
    styles,
    lists,
    counters: createListCounters(lists),
    noteReferences: [],
    openFields: [],
    encodings: new Set(),
    carriedText: '',
    hasTableOfContents: false,
  };
}

/** Footnotes and endnotes in the order of their marks; a note may refer to no further note. */
function readNotes(file: DocxPackage, reading: DocxReading): string[] {
  const references = [...reading.noteReferences];
  const parts = { footnote: file.part('footnotes'), endnote: file.part('endnotes') };
  return references.flatMap(({ kind, id }, at) => {
    const root = parts[kind];
    const note = root
      ? childrenNamed(root, kind).find((child) => attributeOf(child, 'id') === id)
      : undefined;
    if (!note) return [];
    return [`${noteMark(at + 1)} ${readBlocks(note, reading).join(' ').trim()}`];
  });
}
