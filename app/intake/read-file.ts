import { IntakeRefusal } from './intake-refusal.ts';
import type { IntakeProgress, IntakeText } from './intake-text.ts';
import { limits } from './limits.ts';
import { readInWorker } from './read-in-worker.ts';
import { findSecrecyMark } from './secrecy-gate.ts';
import { sniff } from './sniff.ts';
import { readText } from './text.ts';

export interface ReadFileOptions {
  /** Called after each page of a paged form. */
  onProgress?: (progress: IntakeProgress) => void;
  /** Aborting stops the reading and rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Bytes of a file, whatever its form, to text. Nothing is written to disk.
 * Foreign forms are read in a worker thread with limits of time and memory, so that a hostile file
 * cannot harm the process.
 * @throws IntakeRefusal for every file that is not taken in; its message is a sentence for the clerk.
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadFileOptions = {},
): Promise<IntakeText> {
  options.signal?.throwIfAborted();
  if (bytes.length > limits.fileBytes) throw new IntakeRefusal('too-large');
  const form = sniff(bytes, fileName);
  const isPlain = form === 'text' || form === 'markdown';
  const read = isPlain ? readText(bytes, form) : await readInWorker(form, bytes, options);
  assertTaken(read);
  return read;
}

/** What holds for the text of every form: it has words, is not secret, is not endless. */
export function assertTaken(read: IntakeText): void {
  const recognised = read.form === 'image' || (read.pages?.some((page) => page.scanned) ?? false);
  if (findSecrecyMark(read.text, { recognised })) throw new IntakeRefusal('secret');
  if (!/\p{L}/u.test(read.text)) throw new IntakeRefusal('empty');
  const paragraphs = read.text.match(/^.*\S.*$/gm)?.length ?? 0;
  if (paragraphs > limits.paragraphs) throw new IntakeRefusal('too-large');
}
