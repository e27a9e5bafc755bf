import type { IssueLetter } from './sentence.ts';

/** Name of the file to save, of at most 140 letters and `.docx`, never cut in the middle of a word. */
export function fileName(letter: Pick<IssueLetter, 'number' | 'notation' | 'title'>): string {
  const symbol = `${letter.number ?? 'du-thao'}-${letter.notation}`;
  const name = `${symbol} ${letter.title}`
    .replace(/[/\\:*?"<>|\s]+/g, ' ')
    .trim()
    .replace(/^(.{1,140})(?:\s.*)?$/, '$1');
  return `${name}.docx`;
}
