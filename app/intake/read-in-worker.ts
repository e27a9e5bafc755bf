import { Worker } from 'node:worker_threads';
import { IntakeRefusal, type IntakeRefusalCode } from './intake-refusal.ts';
import type { IntakeForm, IntakeProgress, IntakeText } from './intake-text.ts';
import { limits } from './limits.ts';

/** What the worker reports to the thread that started it. */
export type WorkerReport =
  | { kind: 'progress'; progress: IntakeProgress }
  | { kind: 'read'; read: IntakeText }
  | { kind: 'refused'; code: IntakeRefusalCode; cause: string };

export interface WorkerOptions {
  onProgress?: (progress: IntakeProgress) => void;
  signal?: AbortSignal;
  /** Milliseconds for the file; from the limits unless given. */
  time?: number;
}

/**
 * Reads a foreign form in a thread of its own, ended when the time is over, the heap is full or the signal
 * aborts. The thread shares nothing: it gets a copy of the bytes.
 * @throws IntakeRefusal as the reader says; `timeout`; `too-large` for a full heap; `damaged` for any failure.
 */
export function readInWorker(
  form: IntakeForm,
  bytes: Uint8Array,
  options: WorkerOptions,
): Promise<IntakeText> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), {
    workerData: { form, bytes: Uint8Array.from(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: limits.workerHeapMiB },
    // The thread needs no secrets of the process.
    env: {},
    stdout: true,
    stderr: true,
  });
  const finished = Promise.withResolvers<IntakeText>();
  let time = options.time ?? limits.millisecondsPerFile;
  const started = performance.now();
  const watch = setInterval(() => {
    if (performance.now() - started > time) finished.reject(new IntakeRefusal('timeout'));
  }, 100);
  const abort = () => finished.reject(options.signal?.reason);
  options.signal?.addEventListener('abort', abort);
  worker.on('message', (report: WorkerReport) => {
    if (report.kind === 'read') finished.resolve(report.read);
    else if (report.kind === 'refused')
      finished.reject(new IntakeRefusal(report.code, { cause: report.cause }));
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
