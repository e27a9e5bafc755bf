import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from './official-document.ts';
import { pdfSheet } from './pdf-sheet.ts';

type Answer = { id: number; pdf?: Uint8Array; fault?: string };
type Waiting = PromiseWithResolvers<Buffer>;

/** A document of hundreds of pages takes a second; what takes longer is stuck. */
const longest = 30_000;

let press: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

/** One thread for all documents, started with the first; it does not keep the program alive. */
function thePress(): Worker {
  if (press) return press;
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), {
    env: {},
    stdout: true,
    stderr: true,
  });
  const end = (error: Error) => {
    if (press === worker) press = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, pdf, fault }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (pdf) one?.resolve(Buffer.from(pdf));
    else one?.reject(new Error(fault));
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the PDF writer ended')));
  worker.unref();
  press = worker;
  return worker;
}

/**
 * The document as PDF/A-2b in the form of NĐ 30/2020/NĐ-CP, by the same measures as `writeDocx`.
 * @throws RangeError for a date that does not exist
 */
export async function writePdf(doc: OfficialDocument): Promise<Buffer> {
  const sheet = pdfSheet(doc);
  const worker = thePress();
  const one: Waiting = Promise.withResolvers<Buffer>();
  last += 1;
  const id = last;
  waiting.set(id, one);
  worker.ref();
  worker.postMessage({ id, sheet });
  const watch = setTimeout(() => {
    waiting.delete(id);
    one.reject(new Error('the PDF took too long'));
    void worker.terminate();
  }, longest);
  return one.promise.finally(() => clearTimeout(watch));
}
