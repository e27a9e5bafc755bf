import { isSideBySide, toColumnsOfText, toPipeTable } from '../pipe-table.ts';
import type { DocxReading } from './reading.ts';
import { attributeOf, childElements, findChild, numberOf, type XmlElement } from './xml.ts';

/** Reads the blocks of a cell; given by the body reader, which tables are part of. */
export type ReadBlocks = (parent: XmlElement, reading: DocxReading) => string[];

/**
 * A table as a Markdown pipe table. A cell over several columns is followed by empty cells, a cell over
 * several rows stands in its first row. A header or foot set side by side becomes lines, column by column.
 */
export function readTable(element: XmlElement, reading: DocxReading, readBlocks: ReadBlocks): string {
  const rows = rowsOf(element).map((row) => readRow(row, reading, readBlocks));
  const printed = rows.filter((row) => row.some((cell) => cell !== ''));
  if (printed.length === 0) return '';
  return isSideBySide(printed) ? toColumnsOfText(printed) : toPipeTable(printed);
}

function rowsOf(table: XmlElement): XmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.localName === 'tr') return findChild(child, 'trPr', 'del') ? [] : [child];
    return isWrapper(child) ? rowsOf(child) : [];
  });
}

function readRow(row: XmlElement, reading: DocxReading, readBlocks: ReadBlocks): string[] {
  const before = numberOf(findChild(row, 'trPr', 'gridBefore')) ?? 0;
  const cells = Array<string>(Math.min(before, 63)).fill('');
  for (const cell of cellsOf(row)) {
    const properties = findChild(cell, 'tcPr');
    const blocks = readBlocks(cell, reading);
    cells.push(isContinuation(properties) ? '' : blocks.join('\n'));
    const span = Math.min(numberOf(findChild(properties, 'gridSpan')) ?? 1, 63);
    for (let extra = 1; extra < span; extra += 1) cells.push('');
  }
  return cells;
}

function cellsOf(row: XmlElement): XmlElement[] {
  return childElements(row).flatMap((child) => {
    if (child.localName === 'tc') return [child];
    return isWrapper(child) ? cellsOf(child) : [];
  });
}

/** 17.4.84 vMerge and 17.4.22 hMerge: without "restart" the cell goes on with the one above or before. */
function isContinuation(properties: XmlElement | null): boolean {
  return ['vMerge', 'hMerge'].some((name) => {
    const merge = findChild(properties, name);
    return merge !== null && attributeOf(merge, 'val') !== 'restart';
  });
}

function isWrapper(element: XmlElement): boolean {
  return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(element.localName ?? '');
}
