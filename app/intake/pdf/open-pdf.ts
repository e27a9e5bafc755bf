import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IntakeRefusal } from '../intake-refusal.ts';
import { limits } from '../limits.ts';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Opens a PDF for reading: no scripts, no network, fonts from the package.
 * @throws IntakeRefusal `encrypted`, `damaged` or `too-many-pages`.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    standardFontDataUrl: join(home, 'standard_fonts/'),
    cMapUrl: join(home, 'cmaps/'),
    cMapPacked: true,
    wasmUrl: join(home, 'wasm/'),
    maxImageSize: limits.imagePixels,
  } as Parameters<typeof getDocument>[0]);
  const file = await task.promise.catch((cause: unknown) => {
    if (cause instanceof PasswordException) throw new IntakeRefusal('encrypted', { cause });
    if (cause instanceof InvalidPDFException) throw new IntakeRefusal('damaged', { cause });
    throw new IntakeRefusal('damaged', { cause });
  });
  if (file.numPages > limits.pages) throw new IntakeRefusal('too-many-pages');
  return file;
}
