import type { Alignment } from './align.ts';
import type { CopyWord } from './copy-words.ts';

/** Words `[aFrom, aTo)` of one copy stand where the other has `[bFrom, bTo)`; one of them may be empty. */
export interface Run {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

/** Stretches that differ, in order; words that two long changes share by accident belong to the change. */
export function toRuns({ toB }: Alignment, bSize: number): Run[] {
  const runs: Run[] = [];
  let a = 0;
  let b = 0;
  for (let i = 0; i <= toB.length; i++) {
    const j = i === toB.length ? bSize : toB[i]!;
    if (j < 0) continue;
    if (i > a || j > b) runs.push({ aFrom: a, aTo: i, bFrom: b, bTo: j });
    a = i + 1;
    b = j + 1;
  }
  return joined(runs);
}

const sizeOf = (run: Run): number => Math.max(run.aTo - run.aFrom, run.bTo - run.bFrom);
const replaces = (run: Run): boolean => run.aTo > run.aFrom && run.bTo > run.bFrom;

/** Joins two rewritten stretches with few words in common between them. */
function joined(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept[kept.length - 1];
    const between = last === undefined ? 0 : run.aFrom - last.aTo;
    const short = last !== undefined && between <= Math.min(sizeOf(last), sizeOf(run)) / 4;
    if (last !== undefined && short && (replaces(last) || replaces(run))) {
      last.aTo = run.aTo;
      last.bTo = run.bTo;
    } else kept.push({ ...run });
  }
  return kept;
}

/** A stretch that only one copy has may often be cut at several places: best before a paragraph or a sentence. */
export function slid(run: Run, a: readonly CopyWord[], b: readonly CopyWord[], floor: Run | undefined): Run {
  const only = run.aTo > run.aFrom ? a : b;
  if (replaces(run)) return run;
  const from = run.aTo > run.aFrom ? run.aFrom : run.bFrom;
  const to = run.aTo > run.aFrom ? run.aTo : run.bTo;
  const lowest = floor === undefined ? 0 : run.aTo > run.aFrom ? floor.aTo : floor.bTo;
  let best = 0;
  let worth = to < only.length ? worthOf(only[from]!) : 9;
  for (let by = 1; from - by >= lowest && by <= 60 && only[from - by]!.key === only[to - by]!.key; by++) {
    const here = worthOf(only[from - by]!);
    if (here <= worth) continue;
    worth = here;
    best = by;
  }
  return { aFrom: run.aFrom - best, aTo: run.aTo - best, bFrom: run.bFrom - best, bTo: run.bTo - best };
}

const worthOf = (word: CopyWord): number =>
  word.gap.includes('¶') ? 3 : /[.;:!?]/.test(word.gap) ? 2 : /[,–(]/.test(word.gap) ? 1 : 0;
