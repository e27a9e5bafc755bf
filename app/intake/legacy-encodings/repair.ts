import { countMarkedSyllables } from '../vietnamese-syllables.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

export type LegacyEncoding = 'TCVN3' | 'VNI';

/**
 * Text in which TCVN3 or VNI bytes stand as Latin-1 characters, repaired by letter statistics.
 *
 * Decided for the whole text first and then, because an old file may mix fonts, for each line that the
 * whole-text choice does not suit. Lines that are Vietnamese as they stand are never touched.
 */
export function repairByStatistics(text: string): { text: string; found: LegacyEncoding[] } {
  const found = new Set<LegacyEncoding>();
  if (!/[\u00a1-\u00ff]/.test(text)) return { text, found: [] };
  const whole = chooseEncoding(text, 4);
  const lines = text.split('\n').map((line) => {
    if (!/[\u00a1-\u00ff]/.test(line)) return line;
    const encoding = chooseEncoding(line, 3) ?? (looksUnicode(line) ? null : whole);
    if (encoding === null) return line;
    found.add(encoding);
    return decode(line, encoding);
  });
  return { text: lines.join('\n'), found: [...found] };
}

/** The encoding that makes clearly more of the marked words Vietnamese than they are now; null if none does. */
export function chooseEncoding(text: string, fewestWords: number): LegacyEncoding | null {
  const now = shareOfGood(text, fewestWords);
  const ranked = (['TCVN3', 'VNI'] as const)
    .map((encoding) => ({ encoding, share: shareOfGood(decode(text, encoding), fewestWords) }))
    .sort((left, right) => right.share - left.share);
  const best = ranked[0]!;
  return best.share > 0.6 && best.share > now + 0.25 ? best.encoding : null;
}

/** Latin-1 characters of the given encoding as Unicode. */
export function decode(latin1: string, encoding: LegacyEncoding): string {
  return encoding === 'TCVN3' ? fromTcvn3(latin1) : fromVni(latin1);
}

function shareOfGood(text: string, fewestWords: number): number {
  const { marked, good } = countMarkedSyllables(text);
  return marked < fewestWords ? 0 : good / marked;
}

function looksUnicode(line: string): boolean {
  // Letters that exist in neither legacy encoding's Latin-1 picture: the line is Unicode already.
  return /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/.test(line);
}
