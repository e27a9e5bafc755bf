import { pointLetter } from '#app/letters/ordinals.ts';
import type { Paragraph } from './report.ts';

export type Mark = Paragraph['marks'][number];

/**
 * Marks after the text under them was edited: what stands before the change stays, what stands after moves, what is
 * around it grows or shrinks with it, what was inside it is gone.
 */
export function rebaseMarks(marks: readonly Mark[], before: string, after: string): Mark[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [end, grown] = [before.length - tail, after.length - before.length];
  const move = (at: number, isEnd: boolean) => {
    if (at < head || (at === head && (isEnd || end > head))) return at;
    return at >= end ? at + grown : isEnd ? after.length - tail : head;
  };
  return tidyMarks(
    marks.map((mark) => ({ ...mark, begin: move(mark.begin, false), end: move(mark.end, true) })),
    after.length,
  );
}

/** Sets a mark over a stretch, or takes it away where the whole of it has it. */
export function toggleMark(marks: readonly Mark[], kind: Mark['kind'], begin: number, end: number): Mark[] {
  const own = marks.filter((mark) => mark.kind === kind);
  const rest = marks.filter((mark) => mark.kind !== kind);
  const isSet = own.some((mark) => mark.begin <= begin && end <= mark.end);
  const kept = isSet
    ? own.flatMap((mark) => [
        { kind, begin: mark.begin, end: Math.min(mark.end, begin) },
        { kind, begin: Math.max(mark.begin, end), end: mark.end },
      ])
    : [...own, { kind, begin, end }];
  return [...rest, ...tidyMarks(kept, Number.MAX_SAFE_INTEGER)].sort((a, b) => a.begin - b.begin);
}

/** Marks of one kind that touch become one; empty ones and those past the end are gone. */
export function tidyMarks(marks: readonly Mark[], length: number): Mark[] {
  const tidy: Mark[] = [];
  for (const kind of ['bold', 'italic'] as const) {
    let last: Mark | undefined;
    const own = marks
      .filter((mark) => mark.kind === kind)
      .map((mark) => ({ ...mark, end: Math.min(mark.end, length) }))
      .filter((mark) => mark.begin < mark.end)
      .sort((a, b) => a.begin - b.begin);
    for (const mark of own)
      if (last && mark.begin <= last.end) last.end = Math.max(last.end, mark.end);
      else {
        last = mark;
        tidy.push(mark);
      }
  }
  return tidy;
}

/** The text in stretches that print alike. */
export function stretches(
  text: string,
  marks: readonly Mark[],
): { text: string; bold: boolean; italic: boolean }[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ begin, end }) => [begin, end])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return edges.slice(1).map((end, index) => {
    const begin = edges[index]!;
    const has = (kind: Mark['kind']) =>
      marks.some((mark) => mark.kind === kind && mark.begin <= begin && end <= mark.end);
    return { text: text.slice(begin, end), bold: has('bold'), italic: has('italic') };
  });
}

/** The letter before each paragraph: 'a)' where a point of a list begins again after plain text. */
export function pointLabels(paragraphs: readonly Pick<Paragraph, 'form'>[]): (string | null)[] {
  let at = -1;
  return paragraphs.map(({ form }) => {
    at = form === 'point' ? at + 1 : -1;
    return form === 'point' ? `${pointLetter(at)})` : null;
  });
}
