import { isCapital, type Words } from '../text/words.ts';
import { areaEnd } from './area.ts';
import { afterSeparator, isAnd, isDash, isVerb, runsOn } from './between.ts';
import { type Body, bodyAt, properAt } from './body.ts';
import { fieldsEnd, opensWhole, placeEnd } from './tail.ts';
import { mainVerbs, phrases } from './wording.ts';

/** `[các] sở, ban, ngành và đơn vị có liên quan`: common nouns in a chain. */
export function groupAt(w: Words, i: number): Body | null {
  let at = i + phrases.determiners.at(w, i);
  if (at > i && !runsOn(w, at)) return null;
  if (at > i && /^\d+$/.test(w.lower[at] ?? '') && runsOn(w, at + 1)) at++;
  const size = phrases.groupNouns.at(w, at) || (at > i ? phrases.areaNouns.at(w, at) : 0);
  if (size === 0) {
    const of = at > i ? properAt(w, at) : null;
    return of === null ? null : { begin: i, end: of.end, form: 'group' };
  }
  if (at === i && isOrganising(w, i)) return null;
  return { begin: i, end: fieldListEnd(w, chainEnd(w, at, at > i)), form: 'group' };
}

/** “Tổ chức hội nghị …”: the verb, unless words that qualify a noun follow (“tổ chức chính trị - xã hội”). */
const isOrganising = (w: Words, i: number): boolean =>
  w.lower[i] === 'tổ' &&
  w.lower[i + 1] === 'chức' &&
  runsOn(w, i + 2) &&
  !isAnd(w.lower[i + 2]) &&
  (phrases.notHeads.at(w, i + 2) > 0 || phrases.qualifiers.at(w, i + 2) === 0 || isActionHere(w, i + 2));

/** “các Sở: Tài chính, Xây dựng, Nội vụ”: fields of work listed after a colon belong to the one head. */
function fieldListEnd(w: Words, at: number): number {
  if (at >= w.count || w.after[at - 1] !== ':' || !isCapital(w, at)) return at;
  let end = at;
  for (;;) {
    const size = phrases.fields.at(w, end);
    if (size === 0 || !isCapital(w, end) || opensWhole(w, end)) return end === at ? at : lastOf(w, end);
    end = fieldsEnd(w, end, true);
    const next = afterSeparator(w, end);
    if (next < 0 || phrases.fields.at(w, next) === 0 || opensWhole(w, next)) return end;
    end = next;
  }
}

const lastOf = (w: Words, i: number): number => (w.after[i - 1] === '' && isAnd(w.lower[i - 1]) ? i - 1 : i);

/** End of a chain of common nouns that starts at `at`. */
function chainEnd(w: Words, at: number, determined: boolean): number {
  let end = linkEnd(w, at);
  for (;;) {
    const next = afterSeparator(w, end);
    if (next < 0) return end;
    const size = phrases.groupNouns.at(w, next) || (determined ? phrases.areaNouns.at(w, next) : 0);
    const sameKind = isPairOfPlurals(w, at, next);
    if ((size === 0 && !sameKind) || (size > 0 && phrases.notHeads.at(w, next) > 0)) return end;
    if (w.lower[next] === 'các' && !sameKind) return end;
    if (size > 0 && isOwnName(w, next)) return end;
    if (size > 0 && isVerbUse(w, next, size)) return end;
    end = linkEnd(w, sameKind ? next + 1 : next);
  }
}

/** “Các cấp, các ngành” is one name. */
const isPairOfPlurals = (w: Words, at: number, next: number): boolean =>
  w.lower[at] === 'cấp' && w.lower[next] === 'các' && w.lower[next + 1] === 'ngành';

/** A common noun followed by its own name: “Sở Y tế”, “Công ty Điện lực”. */
function isOwnName(w: Words, i: number): boolean {
  const proper = properAt(w, i);
  if (proper === null || proper.end <= i + 1) return false;
  return isCapital(w, i) ? isCapital(w, i + 1) || phrases.wholeHeads.at(w, i) > 1 : false;
}

/** “, tổ chức thực hiện …”: the noun is a verb here. */
const isVerbUse = (w: Words, i: number, size: number): boolean =>
  w.lower[i] === 'tổ' && w.lower[i + 1] === 'chức' && size === 2 && runsOn(w, i + 2) && isPlainVerb(w, i + 2);

const isPlainVerb = (w: Words, i: number): boolean => isVerb(w, i) && phrases.qualifiers.at(w, i) === 0;

/** One link of a chain: nouns side by side, then what qualifies them. */
function linkEnd(w: Words, at: number): number {
  let end = at;
  for (;;) {
    if (end > at && !runsOn(w, end)) return end;
    const noun =
      (end === at || w.lower[end] !== 'tổ') && phrases.notHeads.at(w, end) === 0
        ? phrases.groupNouns.at(w, end) || phrases.areaNouns.at(w, end)
        : 0;
    const size = Math.max(noun, phrases.qualifiers.at(w, end));
    if (size > 0 && !(end > at && isActionHere(w, end))) {
      end += size;
      continue;
    }
    if (end > at && w.lower[end] === 'thuộc') return possessedEnd(w, end);
    if (end > at && w.lower[end] === 'được') return relativeEnd(w, end);
    if (end > at && isDash(w, end) && phrases.qualifiers.at(w, end + 1) > 0) {
      end++;
      continue;
    }
    return end > at ? epithetEnd(w, placeEnd(w, end)) : end;
  }
}

/** One or two words that are no verb, right before a verb: “doanh nghiệp đồng hành để …”. */
function epithetEnd(w: Words, at: number): number {
  for (let end = at; end < at + 3; end++) {
    if (!runsOn(w, end) || isCapital(w, end) || isDash(w, end) || w.lower[end] === 'và') return at;
    if (isVerb(w, end)) return end === at ? at : end;
  }
  return at;
}

/** Words that qualify a noun and are verbs too: “quản lý”, “tham mưu”, “sản xuất” count as verbs before an object. */
const actions = new Set(['quản', 'tham', 'sản', 'kinh', 'giáo']);

export function isActionHere(w: Words, i: number): boolean {
  if (!actions.has(w.lower[i]!)) return false;
  const size = phrases.qualifiers.at(w, i);
  if (w.lower[i] === 'quản' && w.lower[i + 2] === 'ngành') return false;
  if (w.lower[i] === 'tham') return true;
  return runsOn(w, i + size) && !isVerb(w, i + size) && size <= 2;
}

/** “thuộc …”: a body, an area, or “phạm vi quản lý …”. */
export function possessedEnd(w: Words, i: number): number {
  const size = phrases.qualifiers.at(w, i);
  if (size > 1) return placeEnd(w, i + size);
  const body = bodyAt(w, i + 1);
  if (body !== null && runsOn(w, i + 1)) return body.end;
  return areaEnd(w, i + 1) ?? i;
}

/** “được giao … ” up to the next verb that can only be the main one. */
function relativeEnd(w: Words, i: number): number {
  let end = i + 1;
  const limit = Math.min(w.count, i + 22);
  const giving = w.lower[end];
  if (giving !== 'giao' && giving !== 'phân' && giving !== 'ủy') return i;
  for (end += giving === 'giao' ? 1 : 2; end < limit && runsOn(w, end); end++) {
    if (end >= i + 3 && mainVerbs.at(w, end) > 0) return end;
  }
  return end < limit ? end : i;
}
