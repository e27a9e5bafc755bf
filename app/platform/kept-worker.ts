import { parentPort, Worker } from 'node:worker_threads';

type Asked<Task> = { id: number; task: Task };
type Answer<Done> = { id: number; done: Done } | { id: number; fault: string };

/**
 * One thread for one kind of long work, so that it holds up nobody: started with the first task, tasks in their order,
 * not keeping the program alive. Its file calls `answerTasks`.
 * @param longest milliseconds after which the thread counts as stuck and is ended
 * @param name what an error calls it
 */
export function keptWorker<Task, Done>(
  file: URL,
  { name, longest }: { name: string; longest: number },
): (task: Task) => Promise<Done> {
  let kept: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, PromiseWithResolvers<Done>>();

  const start = (): Worker => {
    // The thread needs no secrets of the process.
    const worker = new Worker(file, { env: {}, stdout: true, stderr: true });
    const end = (error: Error) => {
      if (kept === worker) kept = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('message', (answer: Answer<Done>) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      if ('done' in answer) one?.resolve(answer.done);
      else one?.reject(new Error(answer.fault));
    });
    worker.on('error', end);
    worker.on('exit', () => end(new Error(`${name} ended`)));
    worker.unref();
    return worker;
  };

  return (task) => {
    kept ??= start();
    const worker = kept;
    const one = Promise.withResolvers<Done>();
    last += 1;
    const id = last;
    waiting.set(id, one);
    worker.ref();
    worker.postMessage({ id, task });
    const watch = setTimeout(() => {
      waiting.delete(id);
      one.reject(new Error(`${name} took too long`));
      void worker.terminate();
    }, longest);
    return one.promise.finally(() => clearTimeout(watch));
  };
}

/** The other side of `keptWorker`: does each task and answers it. */
export function answerTasks<Task, Done>(work: (task: Task) => Done): void {
  parentPort?.on('message', ({ id, task }: Asked<Task>) => {
    try {
      parentPort?.postMessage({ id, done: work(task) });
    } catch (error) {
      parentPort?.postMessage({ id, fault: error instanceof Error ? error.message : String(error) });
    }
  });
}
