import {
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { annexContent } from './annex.docx.ts';
import { bodyBlocks } from './body-blocks.docx.ts';
import { closeBody } from './closing-mark.ts';
import { endingBlock } from './ending-block.docx.ts';
import { headingBlock } from './heading-block.docx.ts';
import { nd30Form } from './nd30-form.ts';
import type { OfficialDocument } from './official-document.ts';
import { officialStyles, styleOf } from './official-styles.docx.ts';
import { sealPackage } from './package-seal.docx.ts';
import { textWidth, toTwips } from './page-measure.ts';
import { closingParagraph } from './paragraph.docx.ts';
import { cleanText } from './rich-text.ts';
import { addressBlock, basisBlock, titleBlock } from './title-block.docx.ts';

const { page } = nd30Form;

function pageOf(isLandscape: boolean) {
  const { top, bottom, left, right } = page.writes;
  return {
    // Given upright; the writer of the package turns them for a landscape page.
    size: {
      width: toTwips(page.width),
      height: toTwips(page.height),
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: toTwips(top),
      bottom: toTwips(bottom),
      left: toTwips(left),
      right: toTwips(right),
      header: toTwips(10),
      footer: toTwips(10),
      gutter: 0,
    },
  };
}

/** Page number centred in the top margin (Phụ lục I, mục I.7). */
function numberedHeader(): Header {
  const children = [new TextRun({ children: [PageNumber.CURRENT] })];
  return new Header({ children: [new Paragraph({ style: styleOf('pageNumber'), children })] });
}

function mainPart(doc: OfficialDocument): ISectionOptions {
  const body = closeBody(doc.body, doc.closing ?? './.');
  return {
    properties: { page: pageOf(false), titlePage: true },
    headers: {
      first: new Header({ children: [new Paragraph({ style: styleOf('pageNumber') })] }),
      default: numberedHeader(),
    },
    children: [
      headingBlock(doc),
      ...titleBlock(doc),
      ...addressBlock(doc),
      ...basisBlock(doc),
      ...bodyBlocks(body, textWidth(), true),
      endingBlock(doc),
      ...(doc.annexes?.length ? [] : [closingParagraph()]),
    ],
  };
}

function annexParts(doc: OfficialDocument): ISectionOptions[] {
  return (doc.annexes ?? []).map((annex, index) => ({
    properties: { page: pageOf(annex.landscape ?? false), type: SectionType.NEXT_PAGE },
    headers: { default: numberedHeader() },
    children: annexContent(doc, annex, index),
  }));
}

/**
 * The document as a DOCX file in the form of NĐ 30/2020/NĐ-CP, Phụ lục I (Party form: Hướng dẫn 36-HD/VPTW).
 * The same document gives the same bytes. Throws RangeError for a date that does not exist.
 */
export async function writeDocx(doc: OfficialDocument): Promise<Buffer> {
  const title = cleanText(`${doc.kind}: ${doc.title}`);
  const file = new Document({
    title,
    subject: cleanText(doc.title),
    creator: cleanText(doc.author ?? doc.issuer),
    lastModifiedBy: cleanText(doc.author ?? doc.issuer),
    description: '',
    styles: officialStyles(),
    sections: [mainPart(doc), ...annexParts(doc)],
  });
  return sealPackage(await Packer.toBuffer(file), doc.date);
}
