import { repairByFont } from '../legacy-encodings/by-font.ts';
import type { DocxReading } from './reading.ts';
import { readInline } from './runs.ts';
import type { StyleProperties } from './styles.ts';
import { attributeOf, findChild, numberOf, type XmlElement } from './xml.ts';

export interface Paragraph {
  /** Label and words; '' when nothing is printed. */
  text: string;
  textBoxes: XmlElement[];
}

/** A paragraph as printed, with its automatic number. */
export function readParagraph(element: XmlElement, reading: DocxReading): Paragraph {
  const properties = findChild(element, 'pPr');
  const styleId = attributeOf(findChild(properties, 'pStyle'), 'val');
  const style = reading.styles.resolve(styleId);
  const { runs, textBoxes } = readInline(element, style, reading);
  const repaired = repairByFont(runs);
  for (const encoding of repaired.found) reading.encodings.add(encoding);
  const words = reading.carriedText + repaired.text;
  reading.carriedText = '';
  if (findChild(properties, 'rPr', 'del')) {
    reading.carriedText = words;
    return { text: '', textBoxes };
  }
  if (/^toc ?\d/i.test(style.name)) {
    reading.hasTableOfContents = true;
    return { text: '', textBoxes };
  }
  const label = labelOf(properties, style, reading);
  const text = tidyLines(words);
  return { text: text === '' || label === '' ? text : `${label} ${text}`, textBoxes };
}

function labelOf(properties: XmlElement | null, style: StyleProperties, reading: DocxReading): string {
  const own = findChild(properties, 'numPr');
  const numId = numberOf(findChild(own, 'numId')) ?? style.numId;
  // 17.9.18: numId 0 takes away a list that the style would give.
  if (numId === null || numId === 0) return '';
  const level = numberOf(findChild(own, 'ilvl')) ?? levelOfStyle(numId, style, reading);
  return reading.counters.next(numId, level);
}

/** The level a style stands for is written in the list (`w:pStyle`), not always in the style. */
function levelOfStyle(numId: number, style: StyleProperties, reading: DocxReading): number {
  for (const [at, level] of reading.lists.get(numId)?.levels ?? [])
    if (level.style !== null && level.style === style.numberingStyle) return at;
  return style.level ?? 0;
}

function tidyLines(words: string): string {
  return words
    .replace(/\u00a0/g, ' ')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}
