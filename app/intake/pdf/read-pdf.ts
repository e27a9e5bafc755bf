import { IntakeRefusal } from '../intake-refusal.ts';
import type { IntakeProgress, IntakeText } from '../intake-text.ts';
import { layOut } from '../layout/lay-out.ts';
import type { LayoutPage } from '../layout/piece.ts';
import { repairByFont } from '../legacy-encodings/by-font.ts';
import { chooseEncoding, decode } from '../legacy-encodings/repair.ts';
import { createRecogniser, type Recogniser } from '../scan/recognise.ts';
import { findSecrecyMark } from '../secrecy-gate.ts';
import { openPdf } from './open-pdf.ts';
import { type PdfPage, type PdfRun, readPage } from './page-pieces.ts';
import { isScannedPage } from './page-quality.ts';
import { renderPage } from './render-page.ts';

/**
 * A PDF as text: pages with letters by the places of the letters, scanned ones by recognition.
 * @throws IntakeRefusal `encrypted`, `damaged`, `too-many-pages`, and `secret` as soon as a recognised page
 * shows a secrecy stamp, so that no further page is looked at.
 */
export async function readPdf(
  bytes: Uint8Array,
  onProgress: (progress: IntakeProgress) => void,
): Promise<IntakeText> {
  const file = await openPdf(bytes);
  const found: PdfPage[] = [];
  for (let at = 1; at <= file.numPages; at += 1) {
    const page = await file
      .getPage(at)
      .then(readPage, (cause) => Promise.reject(new IntakeRefusal('damaged', { cause })));
    found.push(page);
    if (found.length === 1) refuseSecret(page.page.pieces.map((run) => run.text).join('\n'), false);
  }
  const encodings = repairRuns(found.flatMap(({ page }) => page.pieces));
  let recogniser: Recogniser | null = null;
  const pages: LayoutPage[] = [];
  try {
    for (const [at, { page, imageShare }] of found.entries()) {
      const text = page.pieces.map((run) => run.text).join(' ');
      const recognised = isScannedPage(text, imageShare);
      if (recognised) {
        // The first page to recognise is said to have begun: it takes seconds.
        if (!recogniser) onProgress({ page: at, pages: found.length, recognised });
        recogniser ??= await createRecogniser();
        const picture = await renderPage(file, at + 1);
        if (at === 0) refuseSecret(await recogniser.recogniseStamps(picture), true);
        const recognisedPage = await recogniser.recognise(picture, page);
        refuseSecret(layOut([recognisedPage]).text, true);
        pages.push(recognisedPage);
      } else pages.push(page);
      onProgress({ page: at + 1, pages: found.length, recognised });
    }
  } finally {
    await recogniser?.close();
  }
  return {
    ...layOut(pages),
    form: pages.some((page) => page.scanned) ? 'scan' : 'pdf',
    notes: notesOf(pages, encodings),
  };
}

function refuseSecret(text: string, recognised: boolean): void {
  if (findSecrecyMark(text, { recognised })) throw new IntakeRefusal('secret');
}

/** Puts old encodings into Unicode, font by font: by its name, else by the statistics of all its letters. */
function repairRuns(runs: PdfRun[]): string[] {
  const encodings = new Set<string>();
  for (const [font, ofFont] of Map.groupBy(runs, (run) => run.font)) {
    const byName = repairByFont([{ text: ofFont.map((run) => run.text).join(' '), font }]);
    const statistical = chooseEncoding(ofFont.map((run) => run.text).join(' '), 8);
    if (byName.found.length === 0 && !statistical) continue;
    for (const run of ofFont)
      run.text = byName.found.length > 0 ? repairByFont([run]).text : decode(run.text, statistical!);
    encodings.add(byName.found[0] ?? statistical!);
  }
  return [...encodings];
}

function notesOf(pages: LayoutPage[], encodings: string[]): string[] {
  const scanned = pages.flatMap((page, at) => (page.scanned ? [at + 1] : []));
  return [
    ...encodings.map((encoding) => `Chữ theo bảng mã ${encoding} đã được chuyển sang Unicode.`),
    ...(scanned.length > 0
      ? [
          `${scanned.length === 1 ? `Trang ${scanned[0]}` : `${scanned.length} trang`} được nhận dạng từ ảnh; hãy kiểm tra lại những chữ được đánh dấu.`,
        ]
      : []),
  ];
}
