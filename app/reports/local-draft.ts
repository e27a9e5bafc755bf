import { asContent, type KeptContent, type Paragraph, type ReportContent } from './report.ts';

/** What somebody typed and the server does not have yet, kept on this machine. */
export type LocalDraft = {
  content: ReportContent;
  /** Of the report it was typed over. */
  revision: number;
  at: string;
};

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Two people at one machine do not find each other's words. */
export const shelfKey = (personId: string, reportId: string): string =>
  `nhipcau.draft.${personId}.${reportId}`;

/** False when the machine has no room or allows none: then the page must ask before it is left. */
export function keepDraft(shelf: Shelf, key: string, draft: LocalDraft): boolean {
  try {
    shelf.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(shelf: Shelf, key: string): LocalDraft | null {
  try {
    const kept = JSON.parse(shelf.getItem(key) ?? 'null') as
      | (Omit<LocalDraft, 'content'> & { content: KeptContent })
      | null;
    return kept && { ...kept, content: asContent(kept.content) };
  } catch {
    return null;
  }
}

export function dropDraft(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(key);
  } catch {
    // A machine that keeps nothing has nothing to drop.
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Do both say the same? Then there is nothing to decide. */
export const isSameDraft = (a: ReportContent, b: ReportContent): boolean =>
  same(a.paragraphs, b.paragraphs) && same(a.values, b.values);

/**
 * Both drafts in one, no word of either lost: paragraphs of the server in their order, changed ones followed by this
 * machine's wording, then those only this machine has. A figure of this machine stands where the server has none.
 */
export function mergeDrafts(mine: ReportContent, theirs: ReportContent, newId: () => string): ReportContent {
  const own = new Map(mine.paragraphs.map((one) => [one.id, one]));
  const known = new Set(theirs.paragraphs.map((one) => one.id));
  const paragraphs = theirs.paragraphs.flatMap((one): Paragraph[] => {
    const other = own.get(one.id);
    return other && other.text !== one.text ? [one, { ...other, id: newId() }] : [one];
  });
  return {
    paragraphs: [...paragraphs, ...mine.paragraphs.filter((one) => !known.has(one.id))],
    values: theirs.values.map((value) => {
      const other = mine.values.find((one) => one.indicator === value.indicator);
      return value.amount === null && other ? other : value;
    }),
    seen: [...new Set([...theirs.seen, ...mine.seen])],
  };
}
