// The words of all phrases, numbered from 1 as the phrases are made (0: a word no phrase has). Words of a text are
// found here by their units, so that a known word needs no string of its own and phrases compare numbers.

/** No word of a phrase is longer. */
export const longestWord = 24;
const size = 8192;
const words: string[] = [''];
const slots = new Uint16Array(size);
const hashes = new Int32Array(size);
const lengths = new Uint8Array(size);
/** The units of each word, at its number times `longestWord`. */
const units = new Uint16Array((size / 2) * longestWord);

/** The folded units of the word to be found; `findSpelled` says how many there are. */
export const spelled = new Uint16Array(longestWord);

/** The hash of a word grows with each folded unit. */
export const growHash = (hash: number, unit: number): number => (Math.imul(hash, 0x01000193) ^ unit) | 0;
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (size - 1);

export const wordOf = (id: number): string => words[id]!;
export const lexiconSize = (): number => words.length;

/** Number of the word in `spelled`; 0 if it is unknown. */
export function findSpelled(length: number, hash: number): number {
  for (let slot = slotOf(hash); ; slot = (slot + 1) & (size - 1)) {
    const id = slots[slot]!;
    if (id === 0 || (hashes[id] === hash && lengths[id] === length && isSpelled(id, length))) return id;
  }
}

function isSpelled(id: number, length: number): boolean {
  const at = id * longestWord;
  for (let i = 0; i < length; i++) if (units[at + i] !== spelled[i]) return false;
  return true;
}

function spell(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) {
    spelled[i] = word.charCodeAt(i);
    hash = growHash(hash, spelled[i]!);
  }
  return hash;
}

/** Number of a folded word; 0 if it is unknown. */
export const findFolded = (word: string): number =>
  word.length > longestWord ? 0 : findSpelled(word.length, spell(word));

/** Number of a folded word of a phrase; a new one for a new word. */
export function numberOf(word: string): number {
  if (word.length > longestWord || words.length >= size / 2)
    throw new RangeError(`The lexicon of phrases has no room for “${word}”.`);
  const known = findFolded(word);
  if (known > 0) return known;
  const hash = spell(word);
  let slot = slotOf(hash);
  while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
  const id = words.length;
  slots[slot] = id;
  hashes[id] = hash;
  lengths[id] = word.length;
  units.set(spelled.subarray(0, word.length), id * longestWord);
  words.push(word);
  return id;
}
