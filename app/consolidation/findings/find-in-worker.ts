import { keptWorker } from '#app/platform/kept-worker.ts';
import type { Finding, Part, Telling } from './finding.ts';

/** `findAll` in a thread of its own, while the program and the database go on. */
export const findInWorker = keptWorker<{ tellings: Telling[]; parts: Part[]; year: number }, Finding[]>(
  new URL('./find.worker.ts', import.meta.url),
  { name: 'the search for contradictions', longest: 60_000 },
);
