import { foldLimit, foldTable, foldWord, mayMoveTone, punctuationBit } from './fold.ts';
import { findFolded, findSpelled, growHash, longestWord, spelled } from './lexicon.ts';

/**
 * The words found last, one place of each array a word. The arrays are kept from text to text:
 * making new ones for each paragraph costs more than reading it.
 */
export const scanned = {
  /** First and last unit with the punctuation around the word. */
  from: new Int32Array(1024),
  to: new Int32Array(1024),
  /** The word without it. */
  begin: new Int32Array(1024),
  end: new Int32Array(1024),
  /** Number in the lexicon, or 0. */
  id: new Int32Array(1024),
  /** 1 where the word as printed is no folded word. */
  folds: new Uint8Array(1024),
};

function grow(): void {
  const size = scanned.id.length * 4;
  const larger = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
    const made = new Int32Array(size);
    made.set(old);
    return made;
  };
  scanned.from = larger(scanned.from);
  scanned.to = larger(scanned.to);
  scanned.begin = larger(scanned.begin);
  scanned.end = larger(scanned.end);
  scanned.id = larger(scanned.id);
  const folds = new Uint8Array(size);
  folds.set(scanned.folds);
  scanned.folds = folds;
}

/** Fills `scanned` with the words between spaces, from `start`, at most `limit`; returns how many. */
export function scanWords(text: string, start: number, limit: number): number {
  const size = text.length;
  let count = 0;
  for (let i = start; i < size && count < limit; ) {
    if (text.charCodeAt(i) === 32) {
      i++;
      continue;
    }
    if (count === scanned.id.length) grow();
    i = scanWord(text, i, count++);
  }
  return count;
}

/** Reads the word that begins at `from` into place `k`, each unit once; returns where it ends. */
function scanWord(text: string, from: number, k: number): number {
  const size = text.length;
  const table = foldTable;
  const spelling = spelled;
  let i = from;
  while (i < size && isMark(text.charCodeAt(i))) i++;
  const begin = i;
  let end = i;
  let hash = 0;
  let whole = 0;
  let changed = 0;
  let before = 0;
  let last = 0;
  for (; i < size; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) break;
    const folded = code < foldLimit ? table[code]! : code;
    if (i - begin < longestWord) spelling[i - begin] = folded;
    hash = growHash(hash, folded & 0xffff);
    if (folded < punctuationBit) {
      end = i + 1;
      whole = hash;
      changed |= folded ^ code;
      before = last;
      last = folded;
    }
  }
  scanned.from[k] = from;
  scanned.to[k] = i;
  if (begin === i) {
    loneMark(text, from, i, k);
    return i;
  }
  scanned.begin[k] = begin;
  scanned.end[k] = end;
  const moves = mayMoveTone(before, last);
  scanned.folds[k] = moves || changed !== 0 || last >= foldLimit ? 1 : 0;
  scanned.id[k] = moves
    ? findFolded(foldWord(text.slice(begin, end)))
    : end - begin > longestWord
      ? 0
      : findSpelled(end - begin, whole);
  return i;
}

const isMark = (code: number): boolean => code < foldLimit && foldTable[code]! >= punctuationBit;

/** A lone dash, a bracket … : a word of its own, so that “Thi đua - khen thưởng” keeps its dash. */
function loneMark(text: string, from: number, to: number, k: number): void {
  scanned.begin[k] = from;
  scanned.end[k] = to;
  scanned.folds[k] = 0;
  // Nothing longer is a word of a phrase.
  scanned.id[k] = to - from > 3 ? 0 : findFolded(text.slice(from, to));
}
