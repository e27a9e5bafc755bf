/** No word of Vietnamese or of a name is longer; a web address is not compared letter by letter. */
const LONGEST = 40;
const marks = /[\u0300-\u036f]/g;

/** Letters without any mark: “đối” → “doi”. */
export const bare = (word: string): string => word.normalize('NFD').replace(marks, '').replaceAll('đ', 'd');

/** True when two words, in lower case, differ by one or few letters, as a misprint or a scan makes them. */
export function isNear(a: string, b: string): boolean {
  const size = Math.max(a.length, b.length);
  if (size < 2 || size > LONGEST || Math.abs(a.length - b.length) > 2) return false;
  if (bare(a) === bare(b)) return true;
  return distance(a, b) <= (size <= 4 ? 1 : 2);
}

/** Number of letters to add, drop or change. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
