import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { limits } from '../limits.ts';

/** Dots per inch at which pages are recognised: more is slower and no better. */
export const recognitionDpi = 200;

/** Page `number` (from 1) drawn on a canvas. Very large pages are drawn smaller, within the limit of pixels. */
export async function renderPage(
  file: PDFDocumentProxy,
  number: number,
  dpi = recognitionDpi,
): Promise<Canvas> {
  const page = await file.getPage(number);
  const base = page.getViewport({ scale: 1 });
  const scale = Math.min(dpi / 72, Math.sqrt(limits.imagePixels / 4 / (base.width * base.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  page.cleanup();
  return canvas;
}
