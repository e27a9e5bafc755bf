import type { IssueLetter } from './sentence.ts';

/** Names of the file to save: plain letters for old programs, and the full one percent-encoded (RFC 6266). */
export function fileNames(letter: Pick<IssueLetter, 'number' | 'notation' | 'title'>): {
  ascii: string;
  utf8: string;
} {
  const symbol = `${letter.number ?? 'du-thao'}-${letter.notation}`;
  const name = `${symbol} ${letter.title}`
    .replace(/[/\\:*?"<>|\s]+/g, ' ')
    .trim()
    // At most 140 letters, never in the middle of a word.
    .replace(/^(.{1,140})(?:\s.*)?$/, '$1');
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    ascii: `${plain}.docx`,
    utf8: `${encodeURIComponent(name).replace(/['()*]/g, percentEncode)}.docx`,
  };
}

const percentEncode = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
