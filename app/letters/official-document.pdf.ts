import { keptWorker } from '#app/platform/kept-worker.ts';
import type { OfficialDocument } from './official-document.ts';
import { pdfSheet } from './pdf-sheet.ts';

/** Two hundred pages take five seconds of a free processor; what takes so much longer is stuck. */
const longest = 120_000;

const press = keptWorker<ReturnType<typeof pdfSheet>, Uint8Array>(
  new URL('./pdf.worker.ts', import.meta.url),
  { name: 'the PDF writer', longest },
);

/**
 * The document as PDF/A-2b in the form of NĐ 30/2020/NĐ-CP, by the same measures as `writeDocx`.
 * @throws RangeError for a date that does not exist
 */
export const writePdf = async (doc: OfficialDocument): Promise<Buffer> =>
  Buffer.from(await press(pdfSheet(doc)));
