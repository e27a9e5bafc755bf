import { readParagraph } from './paragraph.ts';
import type { DocxReading } from './reading.ts';
import { readTable } from './table.ts';
import { attributeOf, childElements, findChild, type XmlElement } from './xml.ts';

/** The printed blocks (paragraphs, tables, text boxes) below `parent`, in order, without empty ones. */
export function readBlocks(parent: XmlElement, reading: DocxReading): string[] {
  return childElements(parent)
    .flatMap((element) => readBlock(element, reading))
    .filter((block) => block !== '');
}

function readBlock(element: XmlElement, reading: DocxReading): string[] {
  switch (element.localName) {
    case 'p': {
      const { text, textBoxes } = readParagraph(element, reading);
      return [text, ...textBoxes.flatMap((box) => readBlocks(box, reading))];
    }
    case 'tbl':
      return [readTable(element, reading, readBlocks)];
    case 'sdt':
      return isTableOfContents(element, reading)
        ? []
        : readBlocks(findChild(element, 'sdtContent') ?? element, reading);
    case 'ins':
    case 'moveTo':
    case 'customXml':
    case 'sdtContent':
      return readBlocks(element, reading);
    case 'AlternateContent': {
      const chosen = childElements(element)[0];
      return chosen ? readBlocks(chosen, reading) : [];
    }
    default:
      return [];
  }
}

/** An automatic table of contents repeats the headings, so it is left out. */
function isTableOfContents(element: XmlElement, reading: DocxReading): boolean {
  const gallery = attributeOf(findChild(element, 'sdtPr', 'docPartObj', 'docPartGallery'), 'val');
  if (gallery !== 'Table of Contents') return false;
  reading.hasTableOfContents = true;
  return true;
}
