/** Letters of points in the order of the Vietnamese alphabet: after d comes đ; no f, j, w, z (Phụ lục I, mục II.6). */
export const pointLetters = [...'abcdđeghiklmnopqrstuvxy'] as const;

/** 0 → "a", 4 → "đ", 22 → "y", 23 → "aa". Throws RangeError for a negative or broken index. */
export function pointLetter(index: number): string {
  if (!Number.isInteger(index) || index < 0) throw new RangeError(`Không có điểm thứ ${index}.`);
  const letter = pointLetters[index % pointLetters.length]!;
  const round = Math.floor(index / pointLetters.length);
  return round === 0 ? letter : pointLetter(round - 1) + letter;
}

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 → "I", 14 → "XIV". Throws RangeError below 1. */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`Không có số La Mã cho ${value}.`);
  let rest = value;
  let numeral = '';
  for (const [worth, sign] of romanParts) {
    while (rest >= worth) {
      numeral += sign;
      rest -= worth;
    }
  }
  return numeral;
}

/** "XIV" → 14, "III" → 3; undefined when the text is no Roman numeral. */
export function readRomanNumeral(text: string): number | undefined {
  let rest = text;
  let value = 0;
  for (const [worth, sign] of romanParts) {
    while (rest.startsWith(sign)) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return rest === '' && value > 0 && romanNumeral(value) === text ? value : undefined;
}
