import { align } from './align.ts';
import { classify, type Found } from './classify.ts';
import { type Copy, frameOf, toCopy, withoutFrame } from './copy-words.ts';
import { type Comparison, type DifferenceClass, mirrored } from './difference.ts';
import { Usage } from './likelier.ts';
import { pairWords } from './pair-words.ts';
import { type Run, slid, toRuns } from './runs.ts';
import { spacingIn } from './spacing.ts';

/**
 * Compares two copies of one document: `a` is ours, `b` theirs. Any two texts are taken; it never throws.
 * Words are compared in NFC, without marks of Markdown, hard wraps, page ends and the frame of a web page; spans are
 * `[begin, end)` in UTF-16 units of each text as given. Swapping the texts mirrors the comparison.
 */
export function compareCopies(a: string, b: string): Comparison {
  // The alignment breaks ties by order: one order of the two texts makes swapping them a mirror.
  return a <= b ? compare(a, b) : mirrored(compare(b, a));
}

function compare(a: string, b: string): Comparison {
  const [ours, theirs] = documentsOf(toCopy(a), toCopy(b));
  const alignment = align(
    ours.words.map((word) => word.key),
    theirs.words.map((word) => word.key),
  );
  const runs: Run[] = [];
  for (const run of toRuns(alignment, theirs.words.length))
    runs.push(slid(run, ours.words, theirs.words, runs[runs.length - 1]));
  const parts = runs.flatMap((run) => pairWords(run, ours.words, theirs.words));
  const differences = inOrder(parts, ours, theirs).map((one, i) => ({ id: `k${i + 1}`, ...one }));
  const counts: Record<DifferenceClass, number> = { substance: 0, typo: 0, truncation: 0, spacing: 0 };
  for (const one of differences) counts[one.class]++;
  const changed = runs.reduce((sum, run) => sum + run.aTo - run.aFrom, 0);
  return {
    differences,
    counts,
    ignored: { ours: ours.ignored, theirs: theirs.ignored },
    words: { ours: ours.words.length, theirs: theirs.words.length, same: ours.words.length - changed },
    coarse: alignment.coarse,
  };
}

/** Leaves the frame of a web page out where only one copy has one: two may share a preface. */
function documentsOf(a: Copy, b: Copy): [Copy, Copy] {
  const [x, y] = [frameOf(a), frameOf(b)];
  return x > 0 && y > 0 ? [a, b] : [withoutFrame(a), withoutFrame(b)];
}

/** Differences of words and, in the stretches between them, of form. */
function inOrder(runs: readonly Run[], ours: Copy, theirs: Copy): Found[] {
  const usages = { ours: new Usage(ours.words), theirs: new Usage(theirs.words) };
  const found: Found[] = [];
  let a = 0;
  let b = 0;
  for (const run of runs) {
    // One by one: a hostile text has more of them than a call takes arguments.
    for (const one of spacingIn(ours, theirs, a, b, run.aFrom - a)) found.push(one);
    found.push(classify(run, ours, theirs, usages));
    a = run.aTo;
    b = run.bTo;
  }
  for (const one of spacingIn(ours, theirs, a, b, ours.words.length - a)) found.push(one);
  return found;
}
