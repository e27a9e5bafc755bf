import type { Span } from '#libraries/document/index.ts';
import type { PageWord } from './document-page.ts';

/** A recognised word below this confidence is shown as not sure. On a real scan of four pages 60 of 2,193 words lie below, most of the wrong ones among them. */
export const SURE_WORD = 0.8;

type Page = { words: PageWord[] };
type Duty = { span: Span; doubts: string[]; confidence: number };

/** Spans of words of whose letters the recognition was not sure, in the order of the text; lone marks do not count. */
export function unsureSpans(pages: readonly Page[], text: string): Span[] {
  return pages
    .flatMap((page) => page.words)
    .filter(([begin, end, , , , , sure]) => sure < SURE_WORD && /[\p{L}\d]/u.test(text.slice(begin, end)))
    .map(([begin, end]): Span => [begin, end])
    .sort((a, b) => a[0] - b[0]);
}

/** Duties with unsure words in them are to be looked at closely, and say which words. `say` makes the sentence. */
export function withUnsureWords<D extends Duty>(
  duties: D[],
  unsure: readonly Span[],
  text: string,
  say: (words: string) => string,
): D[] {
  if (!unsure.length) return duties;
  return duties.map((duty) => {
    const within = unsure.filter(([begin, end]) => begin >= duty.span[0] && end <= duty.span[1]);
    if (!within.length) return duty;
    const words = within.slice(0, 12).map((span) => `“${text.slice(...span)}”`);
    const rest = within.length > words.length ? ' …' : '';
    const doubts = [say(words.join(', ') + rest), ...duty.doubts];
    return { ...duty, doubts, confidence: Math.min(duty.confidence, SURE_WORD) };
  });
}

/** The words of a page that stand in one of the spans. */
export const wordsIn = (page: Page, spans: readonly Span[]): PageWord[] =>
  page.words.filter(([begin, end]) => spans.some((span) => begin < span[1] && end > span[0]));

/** Number of the page on which a position of the text stands. */
export const pageAt = (pages: readonly { number: number; span: Span }[], at: number): number | undefined =>
  pages.find(({ span }) => at >= span[0] && at < span[1])?.number;
