import { answerTasks } from '#app/platform/kept-worker.ts';
import { findAll } from './find.ts';
import type { Part, Telling } from './finding.ts';

/** Holding the reports of a province against each other takes half a second: here it holds up nobody. */
answerTasks(({ tellings, parts, year }: { tellings: Telling[]; parts: Part[]; year: number }) =>
  findAll(tellings, parts, year),
);
