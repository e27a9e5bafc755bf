import words from '#data/agency-words.json' with { type: 'json' };
import { foldWords } from './printed-words.ts';

/** 'Bộ Tài chính' is another body than 'Sở Tài chính', not a misread one: what kind it is stands in its first word. */
const types = new Set(words.typesOfBodies.map((type) => foldWords(type)[0]!));

/** A folded word that could be a Vietnamese syllable may be another name rather than a misread one. */
const syllable =
  /^(?:ngh?|nh|gh?|gi|ch|c|kh?|qu|ph?|th|tr|[tbdhlmrsvxn])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/**
 * How close a misread name is to a known one, both in folded words. 'same': only spaces are lost or added,
 * or words no Vietnamese would write differ by a letter or two. 'close': a person must look. null: another name.
 */
export function closeness(printed: readonly string[], known: readonly string[]): 'same' | 'close' | null {
  const length = known.join('').length;
  if (length < 6) return null;
  if (printed.join('') === known.join('')) return 'same';
  const [type, knownType] = [printed[0]!, known[0]!];
  if (type !== knownType && types.has(type) && types.has(knownType)) return null;
  if (printed.length !== known.length)
    return distance(printed.join(''), known.join(''), allowed(length)) <= allowed(length) ? 'close' : null;
  const differing = printed.flatMap((word, index) =>
    word === known[index] ? [] : [[word, known[index]!] as const],
  );
  const total = differing.reduce((sum, [a, b]) => sum + distance(a, b, 3), 0);
  if (total > allowed(length)) return null;
  // 'xã Tân Phước 1' and 'xã Tân Phước 2' are two: a number is read right or a person looks.
  if (differing.some(([word, other]) => /\d/.test(word) && /\d/.test(other))) return null;
  if (differing.some(([word, other]) => /\d/.test(word + other))) return 'close';
  return differing.every(([word, meant]) => isMisread(word, meant)) ? 'same' : 'close';
}

/** No Vietnamese would write the word, and most of its letters are there: 'chlnh' is 'chinh'; 'T' may be 'Tô' or 'Hà'. */
const isMisread = (word: string, meant: string): boolean =>
  !syllable.test(word) && distance(word, meant, 3) * 4 <= meant.length;

/** Letters that may differ in a name of `length` letters. */
const allowed = (length: number): number => (length >= 24 ? 3 : length >= 14 ? 2 : 1);

/** Edit distance, or `most` + 1 once it is more than `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.min(row[b.length]!, most + 1);
}
