/** End of a text without the spaces, and the units of `marks`, that close it. A pattern for this would try every space. */
export function endWithout(text: string, marks: string): number {
  let end = text.length;
  while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || marks.includes(text[end - 1]!))) end--;
  return end;
}

const isSpace = (code: number): boolean =>
  code === 32 || (code > 8 && code < 14) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));

export const trimmedOf = (text: string, marks: string): string => text.slice(0, endWithout(text, marks));
