import type { FontRun } from '../legacy-encodings/by-font.ts';
import { noteMark } from '../note-mark.ts';
import type { DocxReading } from './reading.ts';
import { fontOf, type StyleProperties } from './styles.ts';
import { attributeOf, childElements, findChild, toggleOf, type XmlElement } from './xml.ts';

/** The inline content of a paragraph: text runs with fonts, and the text boxes anchored in it. */
export interface InlineContent {
  runs: FontRun[];
  textBoxes: XmlElement[];
}

/** Not printed: what tracked changes took away, and what stands for something else. */
const skipped = new Set([
  'del',
  'moveFrom',
  'pPr',
  'rPr',
  'instrText',
  'delText',
  'delInstrText',
  'annotationRef',
]);
const containers = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'customXml',
  'fldSimple',
  'sdt',
  'sdtContent',
  'dir',
  'bdo',
  'ruby',
  'rubyBase',
  'oMath',
  'oMathPara',
]);

/** Collects the printed text of a paragraph. Font and capitals of a run come from itself or its styles. */
export function readInline(
  paragraph: XmlElement,
  style: StyleProperties,
  reading: DocxReading,
): InlineContent {
  const content: InlineContent = { runs: [], textBoxes: [] };
  walk(paragraph, style, content, reading);
  return content;
}

function walk(
  parent: XmlElement,
  style: StyleProperties,
  content: InlineContent,
  reading: DocxReading,
): void {
  for (const element of childElements(parent)) {
    const name = element.localName ?? '';
    if (skipped.has(name)) continue;
    if (name === 'r' && element.prefix !== 'm') readRun(element, style, content, reading);
    else if (name === 'AlternateContent')
      walkChosen(element, (chosen) => walk(chosen, style, content, reading));
    else if (name === 'r') content.runs.push({ text: element.textContent ?? '', font: null });
    else if (containers.has(name) || element.prefix === 'm') walk(element, style, content, reading);
  }
}

function readRun(
  run: XmlElement,
  style: StyleProperties,
  content: InlineContent,
  reading: DocxReading,
): void {
  const properties = findChild(run, 'rPr');
  const styleId = attributeOf(findChild(properties, 'rStyle'), 'val');
  const own = styleId === null ? null : reading.styles.resolve(styleId);
  if (toggleOf(properties, 'vanish') ?? own?.hidden ?? style.hidden) return;
  const font = fontOf(properties) ?? own?.font ?? style.font;
  const isCapitals = toggleOf(properties, 'caps') ?? own?.capitals ?? style.capitals;
  const text = textOfRun(run, content, reading);
  if (text !== '') content.runs.push({ text: isCapitals ? text.toUpperCase() : text, font });
}

function textOfRun(run: XmlElement, content: InlineContent, reading: DocxReading): string {
  let text = '';
  for (const element of childElements(run)) {
    const name = element.localName ?? '';
    if (name === 'fldChar') followField(element, reading);
    else if (name === 'drawing' || name === 'pict' || name === 'object')
      content.textBoxes.push(...findTextBoxes(element));
    else if (name === 'AlternateContent')
      walkChosen(element, (chosen) => content.textBoxes.push(...findTextBoxes(chosen)));
    else if (!reading.openFields.includes(true)) text += textOf(element, name, reading);
  }
  return text;
}

function textOf(element: XmlElement, name: string, reading: DocxReading): string {
  if (name === 't') return element.textContent ?? '';
  if (name === 'tab' || name === 'ptab') return '\t';
  if (name === 'br') return attributeOf(element, 'type') === 'page' ? '\n\n' : '\n';
  if (name === 'cr') return '\n';
  if (name === 'noBreakHyphen') return '-';
  // The optional hyphen is the letter ư of a TCVN3 font; in others it is taken out later.
  if (name === 'softHyphen') return '\u00ad';
  if (name === 'footnoteReference' || name === 'endnoteReference') return referTo(element, name, reading);
  return name === 'sym' ? symbolOf(element) : '';
}

/** 17.16.18: between "begin" and "separate" of a complex field stands its instruction, then its result. */
function followField(element: XmlElement, reading: DocxReading): void {
  const type = attributeOf(element, 'fldCharType');
  if (type === 'begin') reading.openFields.push(true);
  else if (type === 'separate' && reading.openFields.length > 0)
    reading.openFields[reading.openFields.length - 1] = false;
  else if (type === 'end') reading.openFields.pop();
}

function referTo(element: XmlElement, name: string, reading: DocxReading): string {
  const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
  reading.noteReferences.push({ kind, id: attributeOf(element, 'id') ?? '' });
  return noteMark(reading.noteReferences.length);
}

function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(attributeOf(element, 'char') ?? '', 16) & 0xff;
  const known: Record<number, string> = {
    45: '-',
    183: '•',
    168: '☐',
    254: '☑',
    179: '≥',
    163: '≤',
    176: '°',
  };
  return known[code] ?? '';
}

/** Of the renderings of one thing only the first that holds text is read (Word writes new and old side by side). */
function walkChosen(alternatives: XmlElement, read: (chosen: XmlElement) => void): void {
  const choices = childElements(alternatives);
  const chosen = choices.find((choice) => (choice.textContent ?? '').trim() !== '') ?? choices[0];
  if (chosen) read(chosen);
}

function findTextBoxes(element: XmlElement): XmlElement[] {
  if (element.localName === 'txbxContent') return [element];
  if (element.localName !== 'AlternateContent') return childElements(element).flatMap(findTextBoxes);
  const found: XmlElement[] = [];
  walkChosen(element, (chosen) => found.push(...findTextBoxes(chosen)));
  return found;
}
