import type { Block, RichText, Run } from './official-document.ts';
import { plainText, toRuns, trimRunsEnd } from './rich-text.ts';

/** What a text may end with already: white space, stops, and a closing mark given twice. */
const endingMarks = /(?:[\s.;,:]|\.\/\.|\/)+$/;

/** "Trân trọng./." : the mark takes the place of the last stop and touches the last word. */
export function closeText(text: RichText, closing: string): Run[] {
  if (closing === '') return toRuns(text);
  return [...trimRunsEnd(toRuns(text), endingMarks), { text: closing }];
}

/**
 * Ends a body with "./." glued to its last words, so that it never stands alone on a line. After a table it
 * stands in a paragraph of its own.
 */
export function closeBody(blocks: readonly Block[], closing: './.' | ''): Block[] {
  const last = blocks.at(-1);
  if (!last || closing === '') return [...blocks];
  if (last.kind === 'table' || plainText(last.text).trim() === '') {
    return [...blocks, { kind: 'paragraph', text: closing }];
  }
  return [...blocks.slice(0, -1), { ...last, text: closeText(last.text, closing) }];
}

/** Lines of a list, each with ";" and the last with "."; dashes and stops they came with are taken off. */
export function endListLines(lines: readonly string[]): string[] {
  const bare = lines
    .map((line) =>
      line
        .trim()
        .replace(/^[-–+•]\s*/, '')
        .replace(/[\s;.]+$/, ''),
    )
    .filter(Boolean);
  return bare.map((line, index) => line + (index === bare.length - 1 ? '.' : ';'));
}

/** Nơi nhận: with a "Kính gửi" the first line is "Như trên" (Phụ lục I, mục II.9). */
export function recipientLines(addressees: readonly string[], recipients: readonly string[]): string[] {
  const isAnswered = /^[-–\s]*như trên/i.test((recipients[0] ?? '').normalize('NFC'));
  return endListLines(addressees.length > 0 && !isAnswered ? ['Như trên', ...recipients] : recipients);
}
