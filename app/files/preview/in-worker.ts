import { Worker } from 'node:worker_threads';
import { Problem } from '#app/platform/problem.ts';
import { previewLimits as limits } from './preview-limits.ts';
import type { ShownSheet } from './sheets.ts';

export type PreviewTask = 'document' | 'sheets';
type Answers = {
  document: { html: string; cut: boolean };
  sheets: { sheets: ShownSheet[]; count: number };
};

let running = 0;
const queue: (() => void)[] = [];

/**
 * Reads a file that somebody sent in inside a thread of its own, which ends when its time or its memory is over.
 * @throws Error for whatever kept it from being read; Problem 503 when too many wait
 */
export async function previewInWorker<T extends PreviewTask>(
  task: T,
  bytes: Uint8Array,
): Promise<Answers[T]> {
  if (running >= limits.atOnce) {
    if (queue.length >= limits.waiting)
      throw new Problem(503, 'busy', 'Nhiều tệp đang được mở cùng lúc: hãy thử lại sau ít giây.');
    await new Promise<void>((turn) => queue.push(turn));
  }
  running += 1;
  try {
    return await run(task, bytes);
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

function run<T extends PreviewTask>(task: T, bytes: Uint8Array): Promise<Answers[T]> {
  const worker = new Worker(new URL('./preview.worker.ts', import.meta.url), {
    workerData: { task, bytes: Uint8Array.from(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
    // The thread needs no secrets of the process.
    env: {},
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Answers[T]>();
  const watch = setTimeout(() => reject(new Error('the preview took too long')), limits.milliseconds);
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('the preview ended without an answer')));
  return promise.finally(() => {
    clearTimeout(watch);
    return worker.terminate();
  });
}
