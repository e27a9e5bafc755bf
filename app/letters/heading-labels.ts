import type { Block, Heading, HeadingLevel } from './official-document.ts';
import { pointLetter, pointLetters, readRomanNumeral, romanNumeral } from './ordinals.ts';

/** A block with the label its heading prints: "I.", "1.", "a)", or '' for none. */
export type LabelledBlock = Exclude<Block, Heading> | (Heading & { label: string });

function printLabel(level: HeadingLevel, count: number): string {
  if (level === 1) return `${romanNumeral(count)}.`;
  return level === 2 ? `${count}.` : `${pointLetter(count - 1)})`;
}

/** The place in the row that a given label takes, so that numbering goes on after it; undefined for "Điều 3.". */
function readLabel(level: HeadingLevel, label: string): number | undefined {
  const bare = label.trim().replace(/[.)]$/, '');
  if (level === 1) return readRomanNumeral(bare);
  if (level === 2) return /^\d{1,4}$/.test(bare) ? Number(bare) : undefined;
  const place = pointLetters.indexOf(bare);
  return place < 0 ? undefined : place + 1;
}

/**
 * Numbers the headings of a text: "I." at level 1, "1." at level 2, "a)" at level 3, each starting again under
 * a new parent. A label that is given is kept, and the next one follows it.
 */
export function labelHeadings(blocks: readonly Block[]): LabelledBlock[] {
  const counts: Record<HeadingLevel, number> = { 1: 0, 2: 0, 3: 0 };
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const { level, label } = block;
    if (label === '') return { ...block, label };
    counts[level] = (label === undefined ? undefined : readLabel(level, label)) ?? counts[level] + 1;
    if (level === 1) counts[2] = 0;
    if (level <= 2) counts[3] = 0;
    return { ...block, label: label ?? printLabel(level, counts[level]) };
  });
}
