import { Worker } from 'node:worker_threads';
import { IntakeRefusal, type IntakeRefusalCode } from './intake-refusal.ts';
import type { IntakeForm, IntakeProgress, IntakeText } from './intake-text.ts';
import { limits } from './limits.ts';

/** What the worker reports to the thread that started it. */
export type WorkerReport =
  | { kind: 'progress'; progress: IntakeProgress }
  | { kind: 'read'; read: IntakeText }
  | { kind: 'picture'; picture: PagePicture }
  | { kind: 'pictured' }
  | { kind: 'refused'; code: IntakeRefusalCode; cause: string };

/** A page as a JPEG, for showing beside its text; `page` counts from 1. */
export interface PagePicture {
  page: number;
  jpeg: Uint8Array;
}

/** What the worker is started with. `pages`: draw these instead of reading. */
export type WorkerTask = { form: IntakeForm; bytes: Uint8Array; pages?: number[] };

export interface WorkerOptions {
  onProgress?: (progress: IntakeProgress) => void;
  onPicture?: (picture: PagePicture) => void;
  signal?: AbortSignal;
  /** Milliseconds for the file; from the limits unless given. */
  time?: number;
}

/**
 * Reads a foreign form in a thread of its own, ended when the time is over, the heap is full or the signal
 * aborts. The thread shares nothing: it gets a copy of the bytes.
 * @throws IntakeRefusal as the reader says; `timeout`; `too-large` for a full heap; `damaged` for any failure.
 */
export async function readInWorker(
  form: IntakeForm,
  bytes: Uint8Array,
  options: WorkerOptions,
): Promise<IntakeText> {
  const report = await runWorker({ form, bytes }, options);
  if (report.kind !== 'read') throw new Error('the reader of documents ended without a text');
  return report.read;
}

/** Runs one task in the thread; answers with its last report, `read` or `pictured`. */
export function runWorker(
  task: WorkerTask,
  options: WorkerOptions,
): Promise<WorkerReport & { kind: 'read' | 'pictured' }> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), {
    workerData: { ...task, bytes: Uint8Array.from(task.bytes) },
    resourceLimits: { maxOldGenerationSizeMb: limits.workerHeapMiB },
    // The thread needs no secrets of the process.
    env: {},
    stdout: true,
    stderr: true,
  });
  const finished = Promise.withResolvers<WorkerReport & { kind: 'read' | 'pictured' }>();
  let time = options.time ?? limits.millisecondsPerFile;
  const started = performance.now();
  const watch = setInterval(() => {
    if (performance.now() - started > time) finished.reject(new IntakeRefusal('timeout'));
  }, 100);
  const abort = () => finished.reject(options.signal?.reason);
  options.signal?.addEventListener('abort', abort);
  worker.on('message', (report: WorkerReport) => {
    if (report.kind === 'read' || report.kind === 'pictured') finished.resolve(report);
    else if (report.kind === 'refused')
      finished.reject(new IntakeRefusal(report.code, { cause: report.cause }));
    else if (report.kind === 'picture') options.onPicture?.(report.picture);
    else {
      if (report.progress.recognised) time += limits.millisecondsPerRecognisedPage;
      options.onProgress?.(report.progress);
    }
  });
  worker.on('error', (cause) => finished.reject(refusalFor(cause)));
  worker.on('exit', () => finished.reject(new IntakeRefusal('damaged')));
  return finished.promise.finally(() => {
    clearInterval(watch);
    options.signal?.removeEventListener('abort', abort);
    return worker.terminate();
  });
}

function refusalFor(cause: unknown): IntakeRefusal {
  const isHeapFull = (cause as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new IntakeRefusal(isHeapFull ? 'too-large' : 'damaged', { cause });
}
