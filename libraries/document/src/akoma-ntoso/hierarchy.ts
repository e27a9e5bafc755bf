import type { NodeKind, OutlineNode } from '../reading.ts';
import { type Clean, cleanFrom } from '../text/clean.ts';
import { inline, type Mark, type Words } from './words.ts';
import { element } from './xml.ts';

/** Element and its abbreviation in `eId`s (Naming Convention 1.0, section 5.5) for each kind of node. */
const elements: Partial<Record<NodeKind, [name: string, abbreviation: string]>> = {
  part: ['part', 'part'],
  chapter: ['chapter', 'chp'],
  section: ['section', 'sec'],
  article: ['article', 'art'],
  letter: ['division', 'dvs'],
  roman: ['section', 'sec'],
  clause: ['paragraph', 'para'],
  point: ['point', 'point'],
  dash: ['indent', 'indent'],
  plus: ['indent', 'indent'],
};
/** A paragraph without number is an `alinea`. */
const unnumbered: [string, string] = ['alinea', 'al'];

export interface Writer {
  words: Words;
  refs: readonly Mark[];
  identify: (parent: string, abbreviation: string, number?: string) => string;
}

/** Siblings as hierarchical elements; dashes that follow one another are one `list`. */
export function hierarchy(nodes: readonly OutlineNode[], parent: string, writer: Writer): string {
  let xml = '';
  for (let i = 0; i < nodes.length; ) {
    let end = i;
    while (end < nodes.length && isDash(nodes[end]!)) end++;
    if (end > i) {
      const id = writer.identify(parent, 'list');
      const items = nodes.slice(i, end).map((node) => hierarchical(node, id, writer));
      xml += element('list', { eId: id }, items.join(''));
      i = end;
    } else xml += hierarchical(nodes[i++]!, parent, writer);
  }
  return xml;
}

const isDash = (node: OutlineNode): boolean => node.kind === 'dash' || node.kind === 'plus';

/** AKN 3.0, type `hierarchy`: num?, heading?, then either content, or intro? and further hierarchy. */
function hierarchical(node: OutlineNode, parent: string, writer: Writer): string {
  const [name, abbreviation] = elements[node.kind] ?? unnumbered;
  const id = writer.identify(parent, abbreviation, isDash(node) ? '' : node.label);
  const [first, ...rest] = node.children;
  if (first === undefined) return element(name, { eId: id }, leaf(node, id, writer));
  const hasHeading = first.kind === 'heading';
  const top = hasHeading ? heading(node, first, id, writer) : '';
  return element(name, { eId: id }, top + hierarchy(hasHeading ? rest : node.children, id, writer));
}

function leaf(node: OutlineNode, id: string, writer: Writer): string {
  const rows = node.kind === 'table' ? writer.words.rows(node.span) : null;
  if (rows !== null) return content(id, table(rows, id, writer));
  const { num, rest } = splitLabel(writer.words.paragraph(node.span), node.label);
  return num + content(id, element('p', {}, inline(rest, [writer.refs])));
}

const content = (id: string, xml: string): string => element('content', { eId: `${id}__content` }, xml);

/** Words over sub-items: a heading where they are short and unended, else an introduction. */
function heading(node: OutlineNode, first: OutlineNode, id: string, writer: Writer): string {
  const { num, rest } = splitLabel(writer.words.paragraph(first.span), node.label);
  if (rest.text === '') return num;
  const xml = inline(rest, [writer.refs]);
  if (rest.text.length <= 200 && !/[.:;,]$/.test(rest.text)) return num + element('heading', {}, xml);
  return num + element('intro', { eId: `${id}__intro` }, element('p', {}, xml));
}

/** “1. Sở Ngoại vụ” → `<num>1.</num>` and the words after it; no number where the words do not begin with the label. */
function splitLabel(clean: Clean, label: string): { num: string; rest: Clean } {
  let at = 0;
  for (const letter of label.normalize('NFC').replace(/\s/g, '')) {
    while (clean.text[at] === ' ') at++;
    const printed = clean.text.slice(at, at + letter.length);
    if (printed !== letter) return { num: '', rest: clean };
    at += letter.length;
  }
  if (at === 0) return { num: '', rest: clean };
  let rest = at;
  while (clean.text[rest] === ' ') rest++;
  return { num: element('num', {}, inline(cleanFrom(clean, 0, at), [])), rest: cleanFrom(clean, rest) };
}

function table(rows: readonly Clean[][], id: string, writer: Writer): string {
  const cell = (words: Clean): string => element('td', {}, element('p', {}, inline(words, [writer.refs])));
  const lines = rows.map((row) => element('tr', {}, row.map(cell).join('')));
  return element('table', { eId: writer.identify(id, 'table') }, lines.join(''));
}
