import { isCapital, type Words } from '../text/words.ts';
import { areaAt, areaEnd } from './area.ts';
import { isComma, isVerb, runsOn } from './between.ts';
import { groupAt } from './group.ts';
import { capitalsEnd, fieldsEnd, namedAhead, tailEnd } from './tail.ts';
import { openings, phrases } from './wording.ts';

/** A name of a body: words `[begin, end)`. */
export interface Body {
  begin: number;
  end: number;
  form: 'proper' | 'group' | 'position' | 'area' | 'other';
}

/** Names stand in names (“Chủ tịch Ủy ban nhân dân các xã thuộc tỉnh”), never this deep. */
const deepest = 8;

/** The body whose name begins at word `i`, or null. Each word is looked at once. */
export function bodyAt(w: Words, i: number): Body | null {
  if (i >= w.count || openings[w.ids[i]!] !== 1) return null;
  const known = w.found[i];
  if (known !== undefined) return known as Body | null;
  if (w.depth >= deepest || phrases.notHeads.at(w, i) > 0) return null;
  w.depth++;
  const body = positionAt(w, i) ?? properAt(w, i) ?? groupAt(w, i) ?? areaAt(w, i);
  w.depth--;
  if (w.depth === 0) w.found[i] = body;
  return body;
}

/** True where a new name may begin in a list of bodies: a head of its own, not a bare common noun. */
export function opensBody(w: Words, i: number): boolean {
  const body = bodyAt(w, i);
  return body !== null && (body.form !== 'group' || phrases.determiners.at(w, i) > 0);
}

function positionAt(w: Words, i: number): Body | null {
  let at = i;
  const polite = phrases.determiners.at(w, at);
  if (polite > 0 && runsOn(w, at + polite)) at += polite;
  if (phrases.positions.at(w, at) === 0) return null;
  at += phrases.positions.at(w, at);
  while (isComma(w, at) && phrases.positions.at(w, at) > 0) at += phrases.positions.at(w, at);
  if (runsOn(w, at)) {
    if (w.lower[at] === 'và')
      at += phrases.positions.at(w, at + 1) > 0 ? 1 + phrases.positions.at(w, at + 1) : 0;
    const of = bodyAt(w, at);
    if (of !== null && of.form !== 'other') at = of.end;
    else at = areaEnd(w, at) ?? at;
    at = capitalsEnd(w, at);
  }
  return { begin: i, end: at, form: 'position' };
}

export function properAt(w: Words, i: number): Body | null {
  let size = phrases.committees.at(w, i);
  if (size > 0) return { begin: i, end: areaEnd(w, i + size) ?? tailEnd(w, i + size, false), form: 'proper' };
  size = phrases.wholeHeads.at(w, i);
  const plural = phrases.determiners.at(w, i) > 0;
  if (size > 0 && !plural)
    return isNamed(w, i, size) ? { begin: i, end: tailEnd(w, i + size, true), form: 'proper' } : null;
  size = phrases.fieldHeads.at(w, i);
  if (size > 0) {
    const end = fieldsEnd(w, i + size);
    if (end > i + size) return { begin: i, end: tailEnd(w, end, false), form: 'proper' };
    if (!isCapital(w, i) || !runsOn(w, i + size) || !isCapital(w, i + size) || isVerb(w, i + size))
      return null;
    return { begin: i, end: tailEnd(w, i + size, true), form: 'proper' };
  }
  size = phrases.openHeads.at(w, i);
  if (size > 0 && (isCapital(w, i) || namedAhead(w, i + size))) {
    const end = tailEnd(w, i + size, true);
    return end > i + size ? { begin: i, end, form: 'proper' } : null;
  }
  return null;
}

/** A short head such as “Ban” or “Thuế” in small letters is a common noun unless a name follows. */
function isNamed(w: Words, i: number, size: number): boolean {
  if (isCapital(w, i)) return size > 1 || w.lower[i] !== 'ban' || (runsOn(w, i + 1) && !isVerb(w, i + 1));
  return size > 1 && !(size === 2 && w.lower[i] === 'cơ');
}
