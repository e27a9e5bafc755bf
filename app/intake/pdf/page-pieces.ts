import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LayoutPage, Piece, Rule } from '../layout/piece.ts';
import { type Drawn, followOperators, type StampedText } from './operators.ts';

/** A run of text before its encoding is settled: a piece and the font it is set in. */
export interface PdfRun extends Piece {
  font: string;
}

export interface PdfPage {
  page: LayoutPage & { pieces: PdfRun[] };
  /** Share of the page that its largest image covers, 0–1 or more. */
  imageShare: number;
  paths: number;
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
}

/** The runs, rules and image cover of one page; upright text only. Text in annotations is taken if short. */
export async function readPage(source: PDFPageProxy): Promise<PdfPage> {
  const viewport = source.getViewport({ scale: 1 });
  const place = (x: number, y: number) => viewport.convertToViewportPoint(x, y) as [number, number];
  const content = await source.getTextContent();
  const operators = await source.getOperatorList();
  const drawn = followOperators(operators);
  const fontName = (id: string) => nameOfFont(source, id);
  const isTurned = viewport.rotation % 180 !== 0;
  const pieces = toRuns(content.items as TextItem[], place, isTurned ? viewport.rotation : 0, fontName);
  pieces.push(...drawn.stamps.filter(isFilledIn).map((stamp) => toRun(stamp, place)));
  source.cleanup();
  const area = viewport.width * viewport.height;
  return {
    page: {
      width: viewport.width,
      height: viewport.height,
      pieces,
      rules: placeRules(drawn, place),
      scanned: false,
    },
    imageShare: Math.max(0, ...drawn.imageAreas) / area,
    paths: drawn.rules.length,
  };
}

function toRuns(
  items: TextItem[],
  place: (x: number, y: number) => [number, number],
  rotation: number,
  fontName: (id: string) => string,
): PdfRun[] {
  const runs: PdfRun[] = [];
  for (const item of items) {
    if (item.str === undefined) continue;
    const last = runs.at(-1);
    if (item.str.trim() === '') {
      if (last && item.width > 0 && !last.text.endsWith(' ')) last.text += ' ';
      continue;
    }
    const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number];
    const angle = (Math.atan2(b, a) * 180) / Math.PI;
    if (Math.abs(((angle - rotation + 540) % 360) - 180) > 8) continue;
    const size = Math.hypot(c, d);
    const [left, baseline] = place(x, y);
    runs.push(
      ...splitWide({
        text: item.str.normalize('NFC'),
        left,
        right: left + item.width,
        baseline,
        size,
        font: fontName(item.fontName),
      }),
    );
  }
  return runs;
}

/** A run set with many spaces ("ỦY BAN …      CỘNG HÒA …") is several pieces. */
function splitWide(run: PdfRun): PdfRun[] {
  if (!/\S\s{4,}\S/.test(run.text)) return [run];
  const perLetter = (run.right - run.left) / run.text.length;
  return [...run.text.matchAll(/\S(?:\s{0,3}\S)*/g)].map((part) => ({
    ...run,
    text: part[0],
    left: run.left + part.index * perLetter,
    right: run.left + (part.index + part[0].length) * perLetter,
  }));
}

/** Software of the offices stamps number, day and month as signature fields; long ones say who signed when. */
function isFilledIn(stamp: StampedText): boolean {
  return stamp.text.trim().length <= 24 && !/k[ýy] b[ởo]i|ng[àa]y k[ýy]|signature|@/iu.test(stamp.text);
}

function toRun(stamp: StampedText, place: (x: number, y: number) => [number, number]): PdfRun {
  const [left, baseline] = place(stamp.x, stamp.y);
  return {
    text: stamp.text.normalize('NFC'),
    left,
    right: left + stamp.width,
    baseline,
    size: stamp.size || 12,
    font: '',
  };
}

function placeRules(drawn: Drawn, place: (x: number, y: number) => [number, number]): Rule[] {
  return drawn.rules.map((rule) => {
    const [x1, y1] = place(rule.left, rule.top);
    const [x2, y2] = place(rule.right, rule.bottom);
    return {
      left: Math.min(x1, x2),
      right: Math.max(x1, x2),
      top: Math.min(y1, y2),
      bottom: Math.max(y1, y2),
    };
  });
}

function nameOfFont(page: PDFPageProxy, id: string): string {
  try {
    return (
      (page.commonObjs.has(id) ? (page.commonObjs.get(id) as { name?: string }).name : '')?.replace(
        /^[A-Z]{6}\+/,
        '',
      ) ?? ''
    );
  } catch {
    return '';
  }
}
