import type { Element as XmlElement } from '@xmldom/xmldom';
import { attributeOf, childOf, childrenOf, type DocxPackage, numberOf } from './docx-package.ts';

/** A frame around a mark, mm; `isDrawn`: it has a border. */
export type Frame = { width?: number; height?: number; isDrawn: boolean };

/** A picture and where it stands; lengths mm, `x` from what `from` names, null where it stands in the line. */
export type ReadPicture = {
  bytes: Uint8Array | undefined;
  width: number;
  x: number | null;
  from: string | null;
  /** How many lines and which table come before it. */
  after: number;
  table: number;
};

const emuToMm = (emu: number) => emu / 36_000;
const twipsToMm = (twips: number) => (twips * 25.4) / 1440;
const isNone = (border: XmlElement) => /^(nil|none)$/.test(attributeOf(border, 'val') ?? '');

function below(parent: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => [
    ...(child.localName === name ? [child] : []),
    ...below(child, name),
  ]);
}

/** Does a border of the paragraph draw a line? */
export function hasRule(paragraph: XmlElement): boolean {
  const borders = childOf(childOf(paragraph, 'pPr'), 'pBdr');
  return childrenOf(borders).some((side) => /^(top|bottom)$/.test(side.localName ?? '') && !isNone(side));
}

/** The table inside a cell that a paragraph stands in: how stamps are drawn; undefined where there is none. */
export function frameAround(paragraph: XmlElement, cell: XmlElement): Frame | undefined {
  let node = paragraph.parentNode as XmlElement | null;
  while (node && node !== cell && node.localName !== 'tbl') node = node.parentNode as XmlElement | null;
  if (!node || node === cell) return undefined;
  const borders = [...below(node, 'tblBorders'), ...below(node, 'tcBorders')].flatMap((one) =>
    childrenOf(one),
  );
  const width = below(node, 'gridCol').reduce((sum, column) => sum + (numberOf(column, 'w') ?? 0), 0);
  const height = numberOf(below(node, 'trHeight')[0], 'val');
  return {
    ...(width ? { width: twipsToMm(width) } : {}),
    ...(height ? { height: twipsToMm(height) } : {}),
    isDrawn: borders.some((side) => !isNone(side)),
  };
}

/** Paragraphs of text boxes, each with its frame. What older readers get instead is passed over. */
export function textBoxes(body: XmlElement | undefined): { paragraph: XmlElement; frame: Frame }[] {
  return drawingsIn(body).flatMap((drawing) => {
    const extent = below(drawing, 'extent')[0];
    const outline = below(drawing, 'ln')[0];
    const shape = below(drawing, 'shape')[0] ?? below(drawing, 'rect')[0];
    const isDrawn = shape
      ? attributeOf(shape, 'stroked') !== 'f'
      : outline === undefined || childOf(outline, 'noFill') === undefined;
    const frame: Frame = {
      ...(extent ? { width: emuToMm(numberOf(extent, 'cx') ?? 0) } : {}),
      ...(extent ? { height: emuToMm(numberOf(extent, 'cy') ?? 0) } : {}),
      isDrawn,
    };
    return below(drawing, 'txbxContent').flatMap((content) =>
      below(content, 'p').map((paragraph) => ({ paragraph, frame })),
    );
  });
}

/** Drawings in order, not the fallback that older readers get. */
function drawingsIn(parent: XmlElement | undefined): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    const name = child.localName ?? '';
    if (name === 'Fallback' || name === 'del') return [];
    return name === 'drawing' || name === 'pict' ? [child] : drawingsIn(child);
  });
}

/** Pictures in a block of the body. */
export function readPictures(
  block: XmlElement,
  package_: DocxPackage,
  place: { table: number; after: number },
): ReadPicture[] {
  return drawingsIn(block).flatMap((drawing) => {
    const id =
      attributeOf(below(drawing, 'blip')[0], 'embed') ?? attributeOf(below(drawing, 'imagedata')[0], 'id');
    if (!id) return [];
    const across = below(drawing, 'positionH')[0];
    const offset = Number.parseFloat(below(across, 'posOffset')[0]?.textContent ?? '');
    const table = block.localName === 'tbl' ? place.table : -1;
    return [
      {
        bytes: package_.picture(id),
        width: emuToMm(numberOf(below(drawing, 'extent')[0], 'cx') ?? 0),
        x: Number.isNaN(offset) ? null : emuToMm(offset),
        from: attributeOf(across, 'relativeFrom') ?? null,
        after: place.after,
        table,
      },
    ];
  });
}
