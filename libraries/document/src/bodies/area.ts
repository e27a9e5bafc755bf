import { isCapital, type Words } from '../text/words.ts';
import { afterSeparator, isAnd, isDash, isVerb, runsOn } from './between.ts';
import { type Body, bodyAt } from './body.ts';
import { isActionHere } from './group.ts';
import { bodyBreak, capitalsEnd, opensWhole } from './tail.ts';
import { phrases } from './wording.ts';

/** An area that stands for its administration: “tỉnh Đăk Lăk”, “Thành phố Hồ Chí Minh”. */
export function areaAt(w: Words, i: number): Body | null {
  const size = phrases.areaNouns.at(w, i);
  if (size === 0 || !runsOn(w, i + size) || !isCapital(w, i + size) || bodyBreak(w, i + size)) return null;
  return { begin: i, end: capitalsEnd(w, i + size), form: 'area' };
}

/** End of an area after “UBND”: `[các] xã, phường [: A, B và C]`; null if none stands here. */
export function areaEnd(w: Words, i: number): number | null {
  if (!runsOn(w, i)) return null;
  let at = i;
  const many =
    w.lower[at] === 'các' || w.lower[at] === 'từng' || w.lower[at] === 'những' || /^\d+$/.test(w.lower[at]!);
  if (many) at++;
  if (/^\d+$/.test(w.lower[at] ?? '')) at++;
  if (w.lower[at] === 'cấp' && phrases.areaNouns.at(w, at) === 0) at++;
  let size = phrases.areaNouns.at(w, at);
  if (size === 0) return null;
  let end = capitalsEnd(w, at + size);
  for (;;) {
    if (w.after[end - 1] === ':' && many) return placesEnd(w, end);
    if (many && end > at + size && afterSeparator(w, end) >= 0 && isPlace(w, afterSeparator(w, end)))
      return placesEnd(w, afterSeparator(w, end));
    const qualified = runsOn(w, end) ? phrases.qualifiers.at(w, end) : 0;
    if (qualified > 0 && !isVerb(w, end) && !isActionHere(w, end) && bodyAt(w, end)?.form !== 'proper') {
      end += qualified;
      continue;
    }
    if (runsOn(w, end) && w.lower[end] === 'diễn' && w.lower[end + 1] === 'ra') return eventEnd(w, end);
    const next = afterSeparator(w, end);
    size = next < 0 ? 0 : phrases.areaNouns.at(w, next);
    if (next >= 0 && opensWhole(w, next)) return end;
    if (size === 0 || (next >= 0 && runsOn(w, next + size) && isCapital(w, next + size) && !many)) return end;
    end = capitalsEnd(w, next + size);
  }
}

/** A name of a place alone: “các xã Đạ Huoai, Đạ Tẻh”. */
const isPlace = (w: Words, i: number): boolean =>
  i < w.count &&
  isCapital(w, i) &&
  bodyAt(w, i) === null &&
  phrases.areaNouns.at(w, i) === 0 &&
  !bodyBreak(w, i);

/** “diễn ra sự kiện”: what goes on there. */
const eventEnd = (w: Words, i: number): number => {
  let end = i + 2;
  while (end < w.count && end < i + 5 && runsOn(w, end) && w.lower[end] !== 'và') end++;
  return end;
};

/** A small syllable between capitals: “Cộng hòa Liên bang Nga”. */
const isWithinName = (w: Words, i: number): boolean =>
  isCapital(w, i - 1) && !isVerb(w, i) && !isAnd(w.lower[i]) && runsOn(w, i + 1) && isCapital(w, i + 1);

/** “Gia Thuận,” is a place; “Tổng hợp …” after the colon is the work. */
const endsPlace = (w: Words, start: number, end: number): boolean =>
  end >= w.count ||
  w.after[end - 1] !== '' ||
  w.before[end] !== '' ||
  isAnd(w.lower[end]) ||
  (end > start + 1 && isVerb(w, end));

const backOver = (w: Words, i: number): number =>
  w.after[i - 1] === '' && isAnd(w.lower[i - 1]) ? i - 1 : i;

/** A list of names of places after a colon. */
function placesEnd(w: Words, at: number): number {
  let end = at;
  for (;;) {
    const start = end;
    while (
      end < w.count &&
      (end === start || runsOn(w, end)) &&
      (isCapital(w, end) || (end > start && (isDash(w, end) || isWithinName(w, end)))) &&
      !bodyBreak(w, end)
    )
      end++;
    if (end === start || !endsPlace(w, start, end)) return start === at ? at : backOver(w, start);
    const next = afterSeparator(w, end);
    if (next < 0 || next >= w.count || !isCapital(w, next) || bodyAt(w, next) !== null) return end;
    end = next;
  }
}
