import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openPdf } from '#app/intake/pdf/open-pdf.ts';
import { renderPage } from '#app/intake/pdf/render-page.ts';

/**
 * Pages as they were looked at and found right, one pixel for 2 mm of paper, in grey.
 * After a change of the form that is meant: run this folder's tests with DRAW_REFERENCES=1, which draws them anew,
 * LOOK at each new picture beside the rendered DOCX, and commit it.
 */
const folder = join(import.meta.dirname, 'references');
const pixelsPerPoint = 25.4 / 72 / 2;

export type Page = { width: number; height: number; grey: Uint8Array };

/** Pages of a PDF drawn large, then averaged down: thin rules and letters stay visible as grey. */
export async function drawPages(pdf: Uint8Array): Promise<Page[]> {
  const open = await openPdf(pdf);
  const pages: Page[] = [];
  for (let number = 1; number <= open.numPages; number++) {
    const large = await renderPage(open, number, 100);
    const scale = pixelsPerPoint / (100 / 72);
    const [width, height] = [Math.round(large.width * scale), Math.round(large.height * scale)];
    const small = createCanvas(width, height);
    const pen = small.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(large, 0, 0, width, height);
    pages.push(greyOf(pen.getImageData(0, 0, width, height)));
  }
  await open.loadingTask.destroy();
  return pages;
}

const greyOf = ({
  width,
  height,
  data,
}: {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}): Page => ({
  width,
  height,
  grey: Uint8Array.from({ length: width * height }, (_, at) =>
    Math.round((data[at * 4]! + data[at * 4 + 1]! + data[at * 4 + 2]!) / 3),
  ),
});

/** The kept page; with DRAW_REFERENCES drawn and kept now. */
export async function referenceOf(name: string, drawn: Page): Promise<Page> {
  const path = join(folder, `${name}.png`);
  if (process.env.DRAW_REFERENCES) writeFileSync(path, pngOf(drawn));
  const picture = await loadImage(readFileSync(path));
  const canvas = createCanvas(picture.width, picture.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(picture, 0, 0);
  return greyOf(pen.getImageData(0, 0, picture.width, picture.height));
}

function pngOf({ width, height, grey }: Page): Buffer {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(width, height);
  for (const [at, value] of grey.entries()) image.data.set([value, value, value, 255], at * 4);
  pen.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}

/** Share of the pixels that differ by more than a hair; 1 where the pages are not of one size. */
export function differenceOf(one: Page, other: Page): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const odd = one.grey.filter((value, at) => Math.abs(value - other.grey[at]!) > 24).length;
  return odd / one.grey.length;
}
