import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import type { House } from '#app/platform/house.ts';
import { Problem } from '#app/platform/problem.ts';
import type { previewShape } from '../file.contract.ts';
import { type FileKind, shownAs } from '../file-kind.ts';
import { previewInWorker } from './in-worker.ts';
import { previewLimits as limits } from './preview-limits.ts';

export type Preview = z.input<typeof previewShape>;

/** What a page shows of a stored file: PDF and pictures it fetches itself; what cannot be shown says so. */
export async function previewFile(
  house: House,
  file: { sha256: string; size: number; kind: FileKind },
): Promise<Preview> {
  const shown = shownAs(file.kind);
  if (shown === 'text') return previewText(house, file);
  if (shown !== 'document' && shown !== 'sheets') return { shown };
  if (file.size > limits.fileBytes) return { shown: 'nothing', because: 'too-large' };
  const bytes = await buffer(house.files.read(file.sha256));
  try {
    return shown === 'document'
      ? { shown, ...(await previewInWorker('document', bytes)) }
      : { shown, ...(await previewInWorker('sheets', bytes)) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    // A file that cannot be shown can still be saved: that is no failure of ours.
    house.log?.info({ err: error }, 'a preview was not made');
    return { shown: 'nothing', because: 'unreadable' };
  }
}

async function previewText(
  house: House,
  { sha256, size }: { sha256: string; size: number },
): Promise<Preview> {
  const to = Math.min(size, limits.textBytes) - 1;
  const bytes = await buffer(house.files.read(sha256, { from: 0, to }));
  return { shown: 'text', text: decode(bytes), cut: size > limits.textBytes };
}

/** UTF-8, UTF-16 by its mark, or the Vietnamese code page of Windows. */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
  const text = new TextDecoder().decode(bytes);
  // One broken letter at the end is where the text was cut.
  const isUtf8 = !text.slice(0, -2).includes('\ufffd');
  return isUtf8
    ? text.replace(/\ufffd+$/, '')
    : new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
}
