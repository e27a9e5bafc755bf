import { type PagePicture, runWorker } from './read-in-worker.ts';
import { sniff } from './sniff.ts';

export type { PagePicture } from './read-in-worker.ts';

/**
 * Pictures of pages of a PDF or of an image (page 1), one after another in the order of `pages` (from 1), drawn
 * in the worker. Meant for files that have been read and have passed the secrecy gate.
 * @throws IntakeRefusal as reading does; the signal's reason when it aborts.
 */
export async function picturePages(
  bytes: Uint8Array,
  fileName: string,
  pages: number[],
  options: { onPicture: (picture: PagePicture) => void; signal?: AbortSignal },
): Promise<void> {
  options.signal?.throwIfAborted();
  await runWorker({ form: sniff(bytes, fileName), bytes, pages }, options);
}
