import words from '#data/agency-words.json' with { type: 'json' };
import { foldWords, startsWith } from '../printed-words.ts';

/** What would be put into the register for a name that it does not hold; a person looks at it first. */
export type Proposal = { name: string; kind: string };

const starts = Object.entries(words.kindByStart)
  .map(([start, kind]) => ({ start: foldWords(start), kind }))
  .sort((a, b) => b.start.length - a.start.length);
const heads = words.heads.map(foldWords).sort((a, b) => b.length - a.length);

/** 'UBND xã Bát Tràng' → 'Ủy ban nhân dân xã Bát Tràng', UBND cấp xã. null for what is no body of a province by its first words. */
export function proposeAgency(printed: string): Proposal | null {
  const name = writtenOut(withoutHead(printed.normalize('NFC').trim()));
  const found = starts.find(({ start }) => startsWith(foldWords(name), start));
  // A list or a description names nobody that could be put into a register.
  if (!found || /[,;:()]/.test(name.replace(/, (?=\p{Lu})/gu, ' '))) return null;
  return { name, kind: found.kind };
}

/** 'Giám đốc Sở Tài chính' → 'Sở Tài chính'. */
function withoutHead(name: string): string {
  const all = foldWords(name);
  const head = heads.find((one) => startsWith(all, one) && all.length > one.length + 1);
  return head ? name.split(/\s+/).slice(head.length).join(' ') : name;
}

/** The usual abbreviations in full; 'UBND TX Gò Công' → 'Ủy ban nhân dân thị xã Gò Công'. */
const writtenOut = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => (words.abbreviations as Record<string, string>)[word.replace(/\.$/, '')] ?? word)
    .join(' ');
