import type { Copy, CopyWord } from './copy-words.ts';
import { findCut, isAfterSignature, isHead } from './cut.ts';
import type { Difference, DifferenceDetail } from './difference.ts';
import { isNear } from './letters.ts';
import { likelierWord, type Usage } from './likelier.ts';
import type { Run } from './runs.ts';
import { sideOf, withGap } from './sides.ts';
import { isSyllable } from './syllable.ts';
import { isInSymbol, isName, isNegation, isNumber } from './weight.ts';

export type Found = Omit<Difference, 'id'>;
export interface Usages {
  ours: Usage;
  theirs: Usage;
}

/** What kind of difference a stretch of words is. */
export function classify(run: Run, ours: Copy, theirs: Copy, usages: Usages): Found {
  const [n, m] = [run.aTo - run.aFrom, run.bTo - run.bFrom];
  const cut = findCut(run, ours, theirs);
  if (cut !== null) return cut;
  if (n === 0 || m === 0) return oneSided(run, ours, theirs, usages);
  const sides = { ours: sideOf(ours, run.aFrom, run.aTo), theirs: sideOf(theirs, run.bFrom, run.bTo) };
  const [a, b] = [ours.words.slice(run.aFrom, run.aTo), theirs.words.slice(run.bFrom, run.bTo)];
  const joined = (words: CopyWord[]): string => words.map((word) => word.key).join('');
  const nothing = { likely: null, why: null };
  if (joined(a) === joined(b)) return { class: 'spacing', detail: 'space', ...sides, ...spaced(a, b) };
  if (n > 1 || m > 1)
    return { class: 'substance', detail: weightOf(run, ours, theirs, 'changed'), ...sides, ...nothing };
  const verdict = likelierWord(
    { words: ours.words, usage: usages.ours, at: run.aFrom },
    { words: theirs.words, usage: usages.theirs, at: run.bFrom },
  );
  const detail = weightOf(run, ours, theirs, 'letters');
  if (!isNear(a[0]!.key, b[0]!.key))
    return { class: 'substance', detail: detail === 'letters' ? 'changed' : detail, ...sides, ...nothing };
  const misprint = isSyllable(a[0]!.raw) !== isSyllable(b[0]!.raw) && detail === 'name';
  if (detail === 'letters' || misprint) return { class: 'typo', detail: 'letters', ...sides, ...verdict };
  return { class: 'substance', detail, ...sides, ...(detail === 'number' ? nothing : verdict) };
}

/** Words that one copy has and the other has not. */
function oneSided(run: Run, ours: Copy, theirs: Copy, usages: Usages): Found {
  const added = run.aTo === run.aFrom;
  const [copy, from, to] = added ? [theirs, run.bFrom, run.bTo] : [ours, run.aFrom, run.aTo];
  const sides = {
    ours: withGap(sideOf(ours, run.aFrom, run.aTo), ours, run.aFrom, run.aTo),
    theirs: withGap(sideOf(theirs, run.bFrom, run.bTo), theirs, run.bFrom, run.bTo),
  };
  if (isHead(copy, from, to) || (to === copy.words.length && isAfterSignature(copy, from, to)))
    return {
      class: 'spacing',
      detail: 'layout',
      ...sides,
      likely: null,
      why: 'Phần khung của văn bản hoặc của trang web.',
    };
  const doubled = doubledWords(copy.words, from, to, added ? usages.theirs : usages.ours);
  if (doubled !== null)
    return {
      class: 'typo',
      detail: 'doubled',
      ...sides,
      likely: added ? 'ours' : 'theirs',
      why: `“${doubled}” lặp lại hai lần liền nhau.`,
    };
  const detail = weightOf(run, ours, theirs, added ? 'added' : 'removed');
  return { class: 'substance', detail, ...sides, likely: null, why: null };
}

/** The words, when they only say again what stands beside them, and the document does not do so elsewhere (“dần dần”). */
function doubledWords(words: readonly CopyWord[], from: number, to: number, usage: Usage): string | null {
  const size = to - from;
  if (size > 4) return null;
  const equal = (at: number): boolean =>
    at >= 0 && words.slice(from, to).every((word, i) => words[at + i]?.key === word.key);
  const isBefore = equal(from - size);
  if (!isBefore && !equal(to)) return null;
  const first = isBefore ? from - size : from;
  const seam = words[first + size]!;
  const outer = words.slice(first, first + 2 * size);
  if (outer.some((word, i) => i > 0 && /[¶.;:,()]/.test(word.gap)) || isNumber(seam)) return null;
  const again = usage.of(`${words[first + size - 1]!.key} ${seam.key}`);
  if (again > 1) return null;
  return outer
    .slice(0, size)
    .map((word) => word.raw)
    .join(' ');
}

/** What makes a change weighty, else `plain`. */
function weightOf(run: Run, ours: Copy, theirs: Copy, plain: DifferenceDetail): DifferenceDetail {
  const any = (is: (words: readonly CopyWord[], i: number) => boolean): boolean => {
    for (let i = run.aFrom; i < run.aTo; i++) if (is(ours.words, i)) return true;
    for (let i = run.bFrom; i < run.bTo; i++) if (is(theirs.words, i)) return true;
    return false;
  };
  if (any((words, i) => isInSymbol(words, i) || /[\p{N}%‰°$€₫]/u.test(words[i]!.raw))) return 'number';
  if (any((words, i) => isNegation(words[i]!))) return 'negation';
  const single = run.aTo - run.aFrom <= 1 && run.bTo - run.bFrom <= 1;
  const both = [ours.words[run.aFrom], theirs.words[run.bFrom]];
  if (single && both.every((word) => word !== undefined && isNumber(word))) return 'number';
  if (single && plain === 'letters')
    return isName(ours.words, run.aFrom) && isName(theirs.words, run.bFrom) ? 'name' : plain;
  return any(isName) ? 'name' : plain;
}

/** Of “nhândân” and “nhân dân”, what is written in syllables is right. */
function spaced(a: readonly CopyWord[], b: readonly CopyWord[]): Pick<Found, 'likely' | 'why'> {
  const [x, y] = [a, b].map((words) => words.every((word) => isSyllable(word.raw) || isNumber(word)));
  if (x === y) return { likely: null, why: null };
  return { likely: x ? 'ours' : 'theirs', why: 'Các tiếng viết rời mới đọc được.' };
}
