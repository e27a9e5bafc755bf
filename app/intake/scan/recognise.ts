import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import { createWorker, type Line, type Page, PSM, type Word } from 'tesseract.js';
import { isSyllable } from '#libraries/document/index.ts';
import type { LayoutPage, Piece } from '../layout/piece.ts';
import { findRules } from './find-rules.ts';
import { printOf, redLettersOf } from './picture.ts';

/** Recognises pictures of pages, one after another, with the Vietnamese model that is on disk. */
export interface Recogniser {
  /** `size`: what the picture shows, in points; the pieces come back in points of that size. */
  recognise: (picture: Canvas, size: { width: number; height: number }) => Promise<LayoutPage>;
  /** Words stamped in red ink, a line each; '' when there is no red ink. */
  recogniseStamps: (picture: Canvas) => Promise<string>;
  close: () => Promise<void>;
}

const models = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
);

/** Starts the recogniser (about 0.2 s, 350 MB); `close` ends it. It reads no network and writes no cache. */
export async function createRecogniser(): Promise<Recogniser> {
  const worker = await createWorker('vie', 1, { langPath: models, cacheMethod: 'none', gzip: true });
  // Measured on real scans: mode 6, the default, cuts off double diacritics (88 % of words against 98 %).
  const wholePage = { tessedit_pageseg_mode: PSM.AUTO };
  return {
    recognise: async (picture, size) => {
      await worker.setParameters(wholePage);
      const { data } = await worker.recognize(
        Buffer.from(await printOf(picture)),
        {},
        { blocks: true, text: false },
      );
      const scale = size.width / picture.width;
      return {
        ...size,
        pieces: toPieces(data, picture, scale),
        rules: findRules(picture, scale),
        scanned: true,
      };
    },
    recogniseStamps: async (picture) => {
      const ink = await redLettersOf(picture);
      if (!ink) return '';
      await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK });
      const { data } = await worker.recognize(Buffer.from(ink), {}, { text: true });
      return data.text.normalize('NFC');
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The recognised words. `scale`: points a pixel. */
function toPieces(data: Page, picture: Canvas, scale: number): Piece[] {
  const lines = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  return lines.filter(isPrint).flatMap((line, lineKey) =>
    line.words
      .filter((word, at) => !isNoise(word) && !isStrayMark(line, at))
      .map((word): Piece => {
        const { x0, y0, x1, y1 } = word.bbox;
        return {
          text: word.text.replace(/^[:*;,.|][:*;,.|“”"'‘’]*(?=\p{L}{2})/u, '').normalize('NFC'),
          left: x0 * scale,
          right: x1 * scale,
          baseline: baselineAt(line, (x0 + x1) / 2) * scale,
          size: line.rowAttributes.rowHeight * scale,
          box: [x0 / picture.width, y0 / picture.height, x1 / picture.width, y1 / picture.height],
          confidence: Math.round(word.confidence) / 100,
          lineKey,
        };
      }),
  );
}

/** Marks without letters count only close behind a word, dashes also at the beginning of a line. */
function isStrayMark(line: Line, at: number): boolean {
  const { text, bbox } = line.words[at]!;
  if (/[\p{L}\d]/u.test(text)) return false;
  const before = line.words[at - 1];
  if (!before) return !/^[-–+]$/.test(text);
  if (at === line.words.length - 1 && /^[-–+]$/.test(text)) return /[.;:,]$/.test(before.text);
  return !/^[-–+“”"(&]/.test(text) && bbox.x0 - before.bbox.x1 > line.rowAttributes.rowHeight;
}

function baselineAt(line: Line, x: number): number {
  const { x0, y0, x1, y1 } = line.baseline;
  return x1 === x0 ? y0 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Diacritics torn off a line of capitals come out as a line of single letters of their own. */
function isPrint(line: Line): boolean {
  const words = line.words.map((word) => word.text);
  return (
    words.some((word) => word.length > 1 || /\d/.test(word)) || (words.length === 1 && line.confidence > 80)
  );
}

/** Specks and scraps of seals and signatures: unsure, and neither a syllable nor a number nor a mark. */
function isNoise({ text, confidence }: Word): boolean {
  if (/^\(\p{L}{1,4}\)$/u.test(text)) return false;
  if (/^[|_~^°§©®\\`'‘’/⁄]+$/.test(text)) return true;
  if (!/[\p{L}\d]/u.test(text)) return confidence < 60 && !/^[-–+.,;:“”"()]+$/.test(text);
  if (/\d/.test(text)) return confidence < 5;
  const isWord = isSyllable(text.replace(/^\P{L}+|\P{L}+$/gu, ''));
  return !isWord && confidence < (text.length < 3 ? 35 : 12);
}
