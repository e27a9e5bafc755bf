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
  type Thread = { worker: Worker; waiting: Map<number, PromiseWithResolvers<Done>> };
  let kept: Thread | null = null;
  let last = 0;

  const start = (): Thread => {
    // The thread needs no secrets of the process.
    const worker = new Worker(file, { env: {}, stdout: true, stderr: true });
    const thread: Thread = { worker, waiting: new Map() };
    const { waiting } = thread;
    const end = (error: Error) => {
      if (kept === thread) kept = null;
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
    return thread;
  };

  return (task) => {
    kept ??= start();
    const thread = kept;
    const one = Promise.withResolvers<Done>();
    last += 1;
    const id = last;
    thread.waiting.set(id, one);
    thread.worker.ref();
    thread.worker.postMessage({ id, task });
    const watch = setTimeout(() => {
      one.reject(new Error(`${name} took too long`));
      // Whoever comes next gets a thread of its own; those who wait for this one are told that it ended.
      if (kept === thread) kept = null;
      void thread.worker.terminate();
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
