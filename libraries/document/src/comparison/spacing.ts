import type { Copy } from './copy-words.ts';
import type { Difference, DifferenceDetail } from './difference.ts';
import { line, sideOf } from './sides.ts';

type Found = Omit<Difference, 'id'>;
/** Most equal words between two differences of one kind that are told as one. */
const NEIGHBOURS = 4;

interface Small {
  detail: DifferenceDetail;
  /** Words `[a, aTo)` and `[b, bTo)`; for what stands between words, the word after it alone. */
  a: number;
  aTo: number;
  b: number;
  gap: boolean;
}

/** Differences of form in `size` words that both copies have from `a` and from `b`. */
export function spacingIn(ours: Copy, theirs: Copy, a: number, b: number, size: number): Found[] {
  const found: Found[] = [];
  let open = null as Small | null;
  const close = (): void => {
    if (open !== null) found.push(toDifference(open, ours, theirs));
    open = null;
  };
  for (let i = 0; i < size; i++) {
    const [x, y] = [ours.words[a + i]!, theirs.words[b + i]!];
    const inGap =
      i > 0 && x.gap !== y.gap ? gapDetail(x.gap, y.gap, x.raw, ours.words[a + i - 1]!.raw) : null;
    if (inGap !== null) {
      close();
      found.push(toDifference({ detail: inGap, a: a + i, aTo: a + i, b: b + i, gap: true }, ours, theirs));
    }
    if (x.raw === y.raw) continue;
    const detail = x.raw.toLowerCase() === y.raw.toLowerCase() ? 'case' : 'tone';
    const last = open;
    if (last !== null && last.detail === detail && a + i - last.aTo <= NEIGHBOURS) last.aTo = a + i + 1;
    else {
      close();
      open = { detail, a: a + i, aTo: a + i + 1, b: b + i, gap: false };
    }
  }
  close();
  return found;
}

const folded = (gap: string): string =>
  gap
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’′]/g, "'")
    .replace(/[–—−‐‑]/g, '-')
    .replaceAll('…', '...')
    .replace(/[*_\\]/g, '');

/** Null where only the form of a mark differs. Between two digits a mark is part of the number. */
function gapDetail(a: string, b: string, next: string, last: string): DifferenceDetail | null {
  const [x, y] = [folded(a), folded(b)];
  if (x === y) return null;
  const [xMarks, yMarks] = [x.replace(/[\s¶]/g, ''), y.replace(/[\s¶]/g, '')];
  if (xMarks !== yMarks) {
    const inNumber = /\p{N}$/u.test(last) && /^\p{N}/u.test(next) && !x.includes('¶') && !y.includes('¶');
    return inNumber ? 'number' : 'punctuation';
  }
  return x.includes('¶') === y.includes('¶') ? 'space' : 'layout';
}

function toDifference({ detail, a, aTo, b, gap }: Small, ours: Copy, theirs: Copy): Found {
  const bTo = b + aTo - a;
  if (!gap) {
    const sides = { ours: sideOf(ours, a, aTo), theirs: sideOf(theirs, b, bTo) };
    return { class: 'spacing', detail, ...sides, likely: null, why: null };
  }
  const between = ({ words, text }: Copy, at: number): Difference['ours'] => {
    const span: [number, number] = [words[at - 1]!.end, words[at]!.begin];
    const [last, next] = [words[at - 1]!.raw, words[at]!.raw];
    const shown = `${last}${words[at]!.gap.replaceAll('¶', ' ¶ ')}${next}`.replace(/ {2,}/g, ' ');
    const from = { before: line(words, at - 9, at - 1), after: line(words, at + 1, at + 9) };
    return {
      span,
      edit: detail === 'layout' ? [span[0], Math.min(span[1], text.length)] : span,
      words: shown,
      ...from,
    };
  };
  const sides = { ours: between(ours, a), theirs: between(theirs, b) };
  const kind = detail === 'number' ? 'substance' : 'spacing';
  return { class: kind, detail, ...sides, ...tidier(ours.words[a]!.gap, theirs.words[b]!.gap, detail) };
}

const loose = /\s[,.;:/)”]|[(“/]\s|\s"(?:\s|[,.;:])/;

/** NĐ 30/2020/NĐ-CP, Phụ lục I: no space before a comma, nor inside brackets and symbols. */
function tidier(a: string, b: string, detail: DifferenceDetail): Pick<Found, 'likely' | 'why'> {
  const [x, y] = [loose.test(a), loose.test(b)];
  if (detail !== 'space' || x === y) return { likely: null, why: null };
  return { likely: x ? 'theirs' : 'ours', why: 'Thừa khoảng trắng trước hoặc sau dấu câu.' };
}
