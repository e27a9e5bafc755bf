import type { OutlineEntry } from '../reading.ts';
import { spanOf } from '../text/clean.ts';
import { originalSpan, type Source } from '../text/nfc.ts';
import type { Outline } from './build.ts';
import { type Item, isNumbered } from './item.ts';

/** Numbered headings and clauses of the main text and of what is attached to it, in order; annexes are left out. */
export function toEntries(outlines: readonly Outline[], source: Source): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const visit = (item: Item): void => {
    if (isNumbered(item) && item.rank > 0 && item.path !== null) {
      const text = item.words.text;
      const first = spanOf(item.block.clean, 0, item.block.clean.text.length);
      const last = spanOf(item.words, 0, text.length);
      entries.push({
        path: item.path,
        kind: item.kind,
        label: item.label,
        start: firstWords(text, 20),
        span: originalSpan(source, [first[0], Math.max(first[1], last[1])]),
      });
    }
    for (const child of item.children) visit(child);
  };
  for (const outline of outlines)
    if (outline.part.kind !== 'annex') for (const child of outline.root.children) visit(child);
  return entries;
}

/** The first `count` words. */
export function firstWords(text: string, count: number): string {
  let at = -1;
  for (let i = 0; i < count; i++) {
    at = text.indexOf(' ', at + 1);
    if (at < 0) return text;
  }
  return text.slice(0, at);
}
