import { assemble } from './assemble.ts';
import type { Deadline, DeadlineContext } from './deadline.ts';
import { plainWords } from './plain-words.ts';
import { readPieces } from './read-pieces.ts';
import { weekdaySaid } from './weekday-said.ts';

// A time limit is a phrase; a whole page handed in by mistake is not read at length.
const longestPhrase = 600;

/**
 * A Vietnamese time limit as printed → what it fixes. Never throws and never guesses: if one word is not
 * understood, or the pieces do not fit together, the kind is 'unknown' and only the words are kept.
 * What had to be taken from the date of issue (a missing year, a start not named) is said in `assumption`.
 * @param words "trước ngày 15/12 hằng năm", "chậm nhất 03 ngày làm việc", "quý IV/2025"
 * @param context the date of issue, and a calendar where working days are to be counted
 */
export function parseDeadline(words: string, context: DeadlineContext = {}): Deadline {
  const pieces = words.length > longestPhrase ? null : readPieces(plainWords(words));
  const reading =
    (pieces && assemble(pieces, context)) ??
    (words.length > longestPhrase ? null : weekdaySaid(plainWords(words), context.issued));
  if (reading === null) return { kind: 'unknown', words };
  return { words, ...reading, ...(reading.since && { since: asPrinted(reading.since, words) }) };
}

function asPrinted(plain: string, words: string): string {
  const printed = words.normalize('NFC').replace(/\s+/g, ' ');
  const at = printed.toLowerCase().indexOf(plain);
  return at < 0 ? plain : printed.slice(at, at + plain.length);
}
