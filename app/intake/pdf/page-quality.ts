import { limits } from '../limits.ts';
import { countMarkedSyllables } from '../vietnamese-syllables.ts';

/**
 * Whether a page has to be recognised from its picture, decided for each page: it has hardly any letters but
 * a picture, or its letters are not to be trusted (a broken font map, or a poor text layer under a scan).
 * `imageShare`: part of the page its largest image covers.
 */
export function isScannedPage(text: string, imageShare: number): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < limits.lettersOfTextPage) return imageShare > 0.25;
  if (imageShare > 0.6 && letters < 10 * limits.lettersOfTextPage) return true;
  const { marked, good } = countMarkedSyllables(text);
  if (imageShare > 0.6) return marked < letters / 50 || good < 0.85 * marked;
  const unreadable = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return unreadable > letters / 5 || (marked > 30 && good < 0.5 * marked);
}
