import type { Element as XmlElement } from '@xmldom/xmldom';
import { type Frame, frameAround, hasRule, type ReadPicture, readPictures, textBoxes } from './docx-marks.ts';
import { attributeOf, childOf, childrenOf, type DocxPackage, numberOf } from './docx-package.ts';
import { type ParagraphSet, type RunSet, readStyles, type StyleReader } from './docx-styles.ts';

export type ReadRun = RunSet & { text: string };

/** Where a line stands in a table: which outermost table, row and column, counted from 0. */
export type Cell = { table: number; row: number; column: number };

/** One line as the writer broke it: a paragraph, or a piece of one between line breaks. */
export type ReadLine = {
  text: string;
  runs: ReadRun[];
  set: ParagraphSet;
  cell: Cell | null;
  part: number;
  /** The frame it stands in: a text box, or a table inside a cell. */
  frame?: Frame;
  /** A rule is drawn right under it, as a border of a paragraph, an underline or a row of dashes. */
  isRuled?: boolean;
};

/** Lengths in mm. Headers are those in force, taken over from the part before where none is given. */
export type ReadPart = {
  width: number;
  height: number;
  margins: { top: number; bottom: number; left: number; right: number };
  isFirstPageDifferent: boolean;
  header: NumberedLine[];
  firstHeader: NumberedLine[];
  footer: NumberedLine[];
};

/** A line of a header or footer that prints the page number. */
export type NumberedLine = { runs: ReadRun[]; set: ParagraphSet };

export type DocxReading = {
  parts: ReadPart[];
  lines: ReadLine[];
  /** Lines in text boxes: stamps and marks. */
  floating: ReadLine[];
  /** What stands at the head and the foot of the first page. */
  header: ReadLine[];
  footer: ReadLine[];
  /** The foot is drawn off from the text. */
  isFooterRuled: boolean;
  /** Lines may be drawn as shapes near the heading, so that rules cannot be told to be missing. */
  hasShapes: boolean;
  pictures: ReadPicture[];
};

const toMm = (twips: number) => (twips * 25.4) / 1440;

/** What the walk over a run may meet, as text. Deleted text and field codes print nothing. */
function textOf(run: XmlElement): string {
  const pieces: Record<string, (element: XmlElement) => string> = {
    t: (element) => element.textContent ?? '',
    br: () => '\n',
    cr: () => '\n',
    tab: () => ' ',
    noBreakHyphen: () => '-',
  };
  return childrenOf(run)
    .map((element) => pieces[element.localName ?? '']?.(element) ?? '')
    .join('');
}

/** All elements of a name below `parent` in order, not entering `unless`. */
export function findBelow(
  parent: XmlElement,
  names: readonly string[],
  unless: readonly string[] = [],
): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    const name = child.localName ?? '';
    if (names.includes(name)) return [child];
    return unless.includes(name) ? [] : findBelow(child, names, unless);
  });
}

/** Deleted text is gone, and text boxes float beside the text: stamps and drawings, no element of the form. */
const passedOver = ['del', 'Fallback', 'txbxContent'] as const;

/** Marks the line before an empty paragraph that draws a rule. */
function ruleBefore(lines: readonly ReadLine[], paragraph: XmlElement, own: readonly ReadLine[]): void {
  const isBare = own.every((line) => !/[\p{L}\d]/u.test(line.text));
  const isDashes = own.some((line) => /^[_–—-]{3,}$/.test(line.text));
  const last = lines.findLast((line) => /[\p{L}\d]/u.test(line.text));
  if (last && isBare && (isDashes || hasRule(paragraph))) last.isRuled = true;
}

function linesOf(paragraph: XmlElement, styles: StyleReader, cell: Cell | null, part: number): ReadLine[] {
  const properties = childOf(paragraph, 'pPr');
  const set = styles.paragraph(properties);
  const lines: ReadRun[][] = [[]];
  for (const run of findBelow(paragraph, ['r'], passedOver)) {
    const runSet = styles.run(properties, childOf(run, 'rPr'));
    for (const [index, text] of textOf(run).split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)!.push({ ...runSet, text });
    }
  }
  const isRuled = hasRule(paragraph) || lines.flat().some((run) => run.underlined);
  return lines.map((runs) => ({
    text: squeeze(runs),
    runs,
    set,
    cell,
    part,
    ...(isRuled ? { isRuled } : {}),
  }));
}

function squeeze(runs: readonly ReadRun[]): string {
  return runs
    .map((run) => (run.caps ? run.text.toLocaleUpperCase('vi') : run.text))
    .join('')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

function numberedLines(package_: DocxPackage, styles: StyleReader, id: string | undefined): NumberedLine[] {
  const root = id === undefined ? undefined : package_.related(id);
  if (!root) return [];
  return findBelow(root, ['p'], ['Fallback']).flatMap((paragraph) => {
    const codes = [
      ...findBelow(paragraph, ['instrText']).map((code) => code.textContent ?? ''),
      ...findBelow(paragraph, ['fldSimple']).map((field) => attributeOf(field, 'instr') ?? ''),
    ];
    if (!codes.some((code) => /\bPAGE\b/.test(code)) && !findBelow(paragraph, ['pgNum']).length) return [];
    const properties = childOf(paragraph, 'pPr');
    const runs = findBelow(paragraph, ['r']).map((run) => ({
      ...styles.run(properties, childOf(run, 'rPr')),
      text: '1',
    }));
    return [{ runs, set: styles.paragraph(properties) }];
  });
}

function readPart(
  section: XmlElement,
  package_: DocxPackage,
  styles: StyleReader,
  before?: ReadPart,
): ReadPart {
  const size = childOf(section, 'pgSz');
  const margin = childOf(section, 'pgMar');
  const mm = (element: XmlElement | undefined, name: string) => toMm(numberOf(element, name) ?? 0);
  const furniture = (kind: string, type: string) => {
    const reference = childrenOf(section, kind).find(
      (found) => (attributeOf(found, 'type') ?? 'default') === type,
    );
    return reference && numberedLines(package_, styles, attributeOf(reference, 'id'));
  };
  const first = childOf(section, 'titlePg');
  return {
    width: mm(size, 'w'),
    height: mm(size, 'h'),
    margins: {
      top: mm(margin, 'top'),
      bottom: mm(margin, 'bottom'),
      left: mm(margin, 'left') + mm(margin, 'gutter'),
      right: mm(margin, 'right'),
    },
    isFirstPageDifferent: first !== undefined && !/^(0|false|off)$/.test(attributeOf(first, 'val') ?? '1'),
    header: furniture('headerReference', 'default') ?? before?.header ?? [],
    firstHeader: furniture('headerReference', 'first') ?? before?.firstHeader ?? [],
    footer: furniture('footerReference', 'default') ?? before?.footer ?? [],
  };
}

function tableLines(table: XmlElement, number: number, styles: StyleReader, part: number): ReadLine[] {
  return findBelow(table, ['tr']).flatMap((row, rowIndex) =>
    findBelow(row, ['tc']).flatMap((cell, column) => {
      const lines: ReadLine[] = [];
      for (const paragraph of findBelow(cell, ['p'], passedOver)) {
        const own = linesOf(paragraph, styles, { table: number, row: rowIndex, column }, part);
        const frame = frameAround(paragraph, cell);
        ruleBefore(lines, paragraph, own);
        lines.push(...own.map((line) => (frame ? { ...line, frame } : line)));
      }
      return lines;
    }),
  );
}

/**
 * The lines of a DOCX in reading order with the set that is in force on each run, and its parts (sections).
 * After this: NFC text, one space between words, line breaks resolved, styles and theme fonts resolved.
 */
export function readDocx(package_: DocxPackage): DocxReading {
  const styles = readStyles(package_);
  const body = childOf(package_.main, 'body');
  const parts: ReadPart[] = [];
  const lines: ReadLine[] = [];
  const pictures: ReadPicture[] = [];
  let tables = 0;
  for (const block of body ? findBelow(body, ['p', 'tbl', 'sectPr'], ['del']) : []) {
    pictures.push(...readPictures(block, package_, { table: tables, after: lines.length }));
    if (block.localName === 'tbl') lines.push(...tableLines(block, tables++, styles, parts.length));
    if (block.localName === 'p') {
      const own = linesOf(block, styles, null, parts.length);
      ruleBefore(lines, block, own);
      lines.push(...own);
    }
    const section = block.localName === 'sectPr' ? block : childOf(childOf(block, 'pPr'), 'sectPr');
    if (section) parts.push(readPart(section, package_, styles, parts.at(-1)));
  }
  const floating = textBoxes(body).flatMap(({ paragraph, frame }) =>
    linesOf(paragraph, styles, null, 0).map((line) => ({ ...line, frame })),
  );
  return {
    parts,
    lines: lines.filter((line) => line.text !== ''),
    floating: floating.filter((line) => line.text !== ''),
    ...readFurniture(body, package_, styles),
    hasShapes: shapesNearTop(body),
    pictures,
  };
}

/** How many blocks from the top a heading may take. */
const headBlocks = 16;

const shapesNearTop = (body: XmlElement | undefined): boolean =>
  childrenOf(body)
    .slice(0, headBlocks)
    .some((block) => findBelow(block, ['drawing', 'pict'], ['del']).length > 0);

/** Head and foot of the first page: those for the first page where it differs, else those of all pages. */
function readFurniture(body: XmlElement | undefined, package_: DocxPackage, styles: StyleReader) {
  const section = body ? findBelow(body, ['sectPr'], ['del'])[0] : undefined;
  const first = childOf(section, 'titlePg');
  const differs = first !== undefined && !/^(0|false|off)$/.test(attributeOf(first, 'val') ?? '1');
  const rootOf = (kind: string) => {
    const wanted = differs ? 'first' : 'default';
    const found = childrenOf(section, kind).find(
      (reference) => (attributeOf(reference, 'type') ?? 'default') === wanted,
    );
    return found && package_.related(attributeOf(found, 'id') ?? '');
  };
  const linesIn = (root: XmlElement | undefined) =>
    (root ? findBelow(root, ['p'], ['del', 'Fallback']) : [])
      .flatMap((paragraph) => linesOf(paragraph, styles, null, 0))
      .filter((line) => line.text !== '');
  const foot = rootOf('footerReference');
  const isFooterRuled =
    foot !== undefined &&
    (findBelow(foot, ['drawing', 'pict', 'tblBorders', 'tcBorders']).length > 0 ||
      findBelow(foot, ['p']).some(hasRule));
  return { header: linesIn(rootOf('headerReference')), footer: linesIn(foot), isFooterRuled };
}
