import { readMetadata } from '../header/metadata.ts';
import { type PartKind, toParts } from '../outline/parts.ts';
import type { Span } from '../reading.ts';
import type { Block } from '../text/blocks.ts';
import { type Clean, spanOf } from '../text/clean.ts';
import { originalSpan, type Source, toNfc } from '../text/nfc.ts';
import { toBlocks } from '../text/to-blocks.ts';
import { foldWord } from '../text/words.ts';

/** A run of letters and digits, or a sign of measure, of one copy. */
export interface CopyWord {
  /** As printed, in NFC. */
  raw: string;
  /** Lower case, one tone placement: what is compared. */
  key: string;
  /** In the copy as given. */
  begin: number;
  end: number;
  /** What stands between the word before and this one; `¶` where a paragraph ends. */
  gap: string;
  part: PartKind;
  /** First and last of its paragraph or cell. */
  first: boolean;
  last: boolean;
  /** Stands in the name or the position of a signer. */
  signs: boolean;
}

export interface Copy {
  text: string;
  words: CopyWord[];
  /** Where the frame of a web page stood before the document, if it was left out. */
  ignored: Span | null;
}

const word = /[\p{L}\p{M}\p{N}]+|[%‰°$€₫]/gu;

/** After this: words in NFC without Markdown, hard wraps, page ends and page numbers; each knows its span as given. */
export function toCopy(text: string): Copy {
  const source = toNfc(text);
  const parts = toParts(toBlocks(source.text));
  const words: CopyWord[] = [];
  let tail = '';
  for (const part of parts)
    for (const clean of part.blocks.flatMap(cleansOf)) tail = addWords(words, clean, part.kind, tail, source);
  const { signers } = readMetadata(parts).spans;
  if (signers !== undefined) {
    const [begin, end] = originalSpan(source, signers);
    for (const one of words) one.signs = one.begin >= begin && one.end <= end;
  }
  return { text, words, ignored: null };
}

const cleansOf = (block: Block): Clean[] =>
  block.kind === 'furniture' ? [] : block.rows === undefined ? [block.clean] : block.rows.flat();

/** Adds the words of one paragraph or cell; returns what stands after its last word. */
function addWords(words: CopyWord[], clean: Clean, part: PartKind, tail: string, source: Source): string {
  let from = 0;
  let gap = `${tail}¶`;
  let last: CopyWord | null = null;
  for (const found of clean.text.matchAll(word)) {
    const raw = found[0];
    const [begin, end] = originalSpan(source, spanOf(clean, found.index, found.index + raw.length));
    gap += clean.text.slice(from, found.index);
    last = {
      raw,
      key: foldWord(raw),
      begin,
      end,
      gap,
      part,
      first: last === null,
      last: false,
      signs: false,
    };
    words.push(last);
    from = found.index + raw.length;
    gap = '';
  }
  if (last === null) return gap + clean.text;
  last.last = true;
  return clean.text.slice(from);
}

/** Without the frame of a web page before the document. */
export function withoutFrame(copy: Copy): Copy {
  const count = frameOf(copy);
  if (count === 0) return copy;
  const ignored: Span = [copy.words[0]!.begin, copy.words[count - 1]!.end];
  return { ...copy, words: copy.words.slice(count), ignored };
}

/** Number of words of the frame before the document. */
export const frameOf = ({ words }: Copy): number => {
  const at = words.findIndex((one) => one.part !== 'boilerplate');
  return Math.max(at, 0);
};
