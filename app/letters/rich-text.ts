import type { RichText, Run } from './official-document.ts';

/** Text that XML can carry: NFC, without control characters and lone surrogates; a line end becomes a space. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, '')
    .toWellFormed();
}

/** Runs of a rich text, cleaned; a plain string is one run. Empty runs are left out. */
export function toRuns(text: RichText): Run[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return runs.map((run) => ({ ...run, text: cleanText(run.text) })).filter((run) => run.text !== '');
}

/** Neighbours set alike as one: a label and its words, the last words and their mark. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isAlike = last && !last.bold === !run.bold && !last.italic === !run.italic;
    if (isAlike) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** The words alone. */
export function plainText(text: RichText): string {
  return toRuns(text)
    .map((run) => run.text)
    .join('');
}

/** Takes white space and `marks` off the end, over as many runs as they span. */
export function trimRunsEnd(runs: readonly Run[], marks: RegExp): Run[] {
  const kept = [...runs];
  while (kept.length > 0) {
    const last = kept.pop()!;
    const text = last.text.replace(marks, '');
    if (text !== '') return [...kept, { ...last, text }];
  }
  return kept;
}
