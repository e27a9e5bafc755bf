/**
 * Words of the text on one line: no Markdown marks, one space between words.
 * `at` is flat pairs [place in `text`, place in the source]: inside a piece both run in step.
 */
export interface Clean {
  text: string;
  at: number[];
}

export const emptyClean: Clean = { text: '', at: [] };

/** Place in the source of the unit at `place`. */
export function sourceOf(clean: Clean, place: number): number {
  const { at } = clean;
  let low = 0;
  let high = at.length / 2 - 1;
  if (high < 0) return 0;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at[middle * 2]! <= place) low = middle;
    else high = middle - 1;
  }
  return at[low * 2 + 1]! + Math.max(0, place - at[low * 2]!);
}

/** Source span of `[begin, end)` of the clean text. */
export function spanOf(clean: Clean, begin: number, end: number): [number, number] {
  const first = sourceOf(clean, begin);
  return end <= begin ? [first, first] : [first, sourceOf(clean, end - 1) + 1];
}

/** The part from `begin`. */
export function cleanFrom(clean: Clean, begin: number, end: number = clean.text.length): Clean {
  if (begin <= 0 && end >= clean.text.length) return clean;
  const at = [0, sourceOf(clean, begin)];
  for (let i = 0; i < clean.at.length; i += 2) {
    const place = clean.at[i]!;
    if (place > begin && place < end) at.push(place - begin, clean.at[i + 1]!);
  }
  return { text: clean.text.slice(begin, end), at };
}

/** Pieces one after another with `glue` between; the glue belongs to the source just before the next piece. */
export function joinClean(parts: readonly Clean[], glue: (before: string, after: string) => string): Clean {
  if (parts.length === 1) return parts[0]!;
  const texts: string[] = [];
  const at: number[] = [];
  let size = 0;
  let before = '';
  for (const part of parts) {
    if (part.text === '') continue;
    const between = before === '' ? '' : glue(before, part.text);
    if (between !== '') {
      texts.push(between);
      at.push(size, Math.max(0, part.at[1]! - between.length));
      size += between.length;
    }
    for (let i = 0; i < part.at.length; i += 2) at.push(part.at[i]! + size, part.at[i + 1]!);
    texts.push(part.text);
    size += part.text.length;
    before = part.text;
  }
  return { text: texts.join(''), at };
}
