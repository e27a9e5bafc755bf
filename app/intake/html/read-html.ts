import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { IntakeText } from '../intake-text.ts';
import { type FontRun, repairByFont } from '../legacy-encodings/by-font.ts';
import { repairByStatistics } from '../legacy-encodings/repair.ts';
import { noteMark } from '../note-mark.ts';
import { decodeBytes, tidyText } from '../text.ts';
import { labelOfItem } from './list-label.ts';
import { attributeOf, type HtmlElement, type HtmlNode } from './node.ts';
import { writeHtmlTable } from './table.ts';

const unprinted = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'aside',
  'button',
  'select',
  'iframe',
  'svg',
  'object',
  'video',
  'audio',
  'del',
  's',
  'strike',
  'input',
  'textarea',
]);
const blocks = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'details',
  'summary',
]);

interface Reading {
  blocks: string[];
  runs: FontRun[];
  encodings: Set<string>;
  /** Label of the list item whose first words are still to come. */
  label: string;
}

/** A web page or HTML saved by Word as text: what it prints, lists with their labels, tables as pipe tables. */
export function readHtml(bytes: Uint8Array): IntakeText {
  const { text, encoding } = decodeBytes(bytes);
  const root = parse(text);
  const reading: Reading = {
    blocks: [],
    runs: [],
    encodings: new Set(encoding ? [encoding] : []),
    label: '',
  };
  readNode(mainPartOf(root), null, reading);
  endBlock(reading);
  const repaired = repairByStatistics(tidyText(reading.blocks.join('\n\n')));
  for (const found of repaired.found) reading.encodings.add(found);
  const notes = [...reading.encodings].map(
    (found) => `Chữ theo bảng mã ${found} đã được chuyển sang Unicode.`,
  );
  return { form: 'html', text: repaired.text, notes };
}

function readNode(node: HtmlNode, font: string | null, reading: Reading): void {
  if (node.nodeName === '#text') {
    reading.runs.push({
      text: (node as DefaultTreeAdapterMap['textNode']).value.replace(/[\s\u00a0]+/g, ' '),
      font,
    });
    return;
  }
  if (!('childNodes' in node)) return;
  const element = node as HtmlElement;
  const name = element.nodeName;
  if (unprinted.has(name) || /display\s*:\s*none/i.test(attributeOf(element, 'style') ?? '')) return;
  if (name === 'br') reading.runs.push({ text: '\n', font });
  else if (name === 'sup' && /^\W*\d{1,3}\W*$/.test(wordsOf(element))) readNoteMark(element, reading);
  else if (name === 'table') readTable(element, reading);
  else {
    const isBlock = blocks.has(name);
    if (isBlock) endBlock(reading);
    if (name === 'li') reading.label = labelOfItem(element);
    const own = fontOf(element) ?? font;
    for (const child of element.childNodes) readNode(child, own, reading);
    if (isBlock) endBlock(reading);
  }
}

function readTable(element: HtmlElement, reading: Reading): void {
  endBlock(reading);
  const table = writeHtmlTable(element, (cell) => {
    const inCell: Reading = { blocks: [], runs: [], encodings: reading.encodings, label: '' };
    for (const child of cell.childNodes) readNode(child, fontOf(cell), inCell);
    endBlock(inCell);
    return inCell.blocks.join('\n');
  });
  if (table !== '') reading.blocks.push(table);
}

function readNoteMark(element: HtmlElement, reading: Reading): void {
  const digits = wordsOf(element).replace(/\D/g, '');
  reading.runs.push({ text: noteMark(digits), font: null });
}

function endBlock(reading: Reading): void {
  const repaired = repairByFont(reading.runs);
  for (const encoding of repaired.found) reading.encodings.add(encoding);
  const lines = repaired.text.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim());
  const text = lines
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
  reading.runs = [];
  if (text === '') return;
  reading.blocks.push(reading.label === '' ? text : `${reading.label} ${text}`);
  reading.label = '';
}

/** The article of a page when it holds most of its words, else the whole page. */
function mainPartOf(root: HtmlNode): HtmlNode {
  const whole = wordsOf(root).length;
  const parts = findAll(root, (element) => element.nodeName === 'main' || element.nodeName === 'article');
  return parts.find((part) => wordsOf(part).length > 0.6 * whole) ?? root;
}

function findAll(node: HtmlNode, isWanted: (element: HtmlElement) => boolean): HtmlElement[] {
  if (!('childNodes' in node)) return [];
  const own = isWanted(node as HtmlElement) ? [node as HtmlElement] : [];
  return [...own, ...node.childNodes.flatMap((child) => findAll(child, isWanted))];
}

function wordsOf(node: HtmlNode): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (unprinted.has(node.nodeName) || !('childNodes' in node)) return '';
  return node.childNodes.map(wordsOf).join('');
}

function fontOf(element: HtmlElement): string | null {
  const style = /font-family\s*:\s*["']?([^;,"']+)/i.exec(attributeOf(element, 'style') ?? '');
  return style?.[1]?.trim() ?? (element.nodeName === 'font' ? attributeOf(element, 'face') : null);
}
