import { isCapital, type Words } from '../text/words.ts';
import { areaEnd } from './area.ts';
import { afterSeparator, isComma, isDash, isVerb, runsOn } from './between.ts';
import { bodyAt } from './body.ts';
import { possessedEnd } from './group.ts';
import { levels, nameVerbs, phrases } from './wording.ts';

/** Capitalised words of a name of a place or person. */
export function capitalsEnd(w: Words, at: number): number {
  let end = at;
  while (end < w.count && runsOn(w, end) && isCapital(w, end) && !isDash(w, end) && !opensHead(w, end)) end++;
  return end;
}

const opensHead = (w: Words, i: number): boolean =>
  phrases.committees.at(w, i) > 0 || phrases.fieldHeads.at(w, i) > 0 || phrases.wholeHeads.at(w, i) > 0;

/** A place after a name: “tỉnh Đăk Lăk”, “Bát Tràng”. */
export function placeEnd(w: Words, at: number): number {
  return runsOn(w, at) && isCapital(w, at) && !isVerb(w, at) && bodyAt(w, at) === null
    ? capitalsEnd(w, at)
    : at;
}

/** Fields of work in a row: “Văn hóa, Thể thao và Du lịch”. */
export function fieldsEnd(w: Words, at: number, listed = false): number {
  if (!listed && !runsOn(w, at)) return at;
  let size = phrases.fields.at(w, at);
  if (size === 0) return at;
  let end = at + size;
  for (;;) {
    const dash = runsOn(w, end) && isDash(w, end);
    const next = dash
      ? end + 1
      : runsOn(w, end) && phrases.fields.at(w, end) > 0 && isCapital(w, end)
        ? end
        : afterSeparator(w, end);
    size = next < 0 ? 0 : phrases.fields.at(w, next);
    if (size === 0 || (!isCapital(w, next) && isVerb(w, next)) || opensWhole(w, next)) return end;
    end = next + size;
  }
}

export const opensWhole = (w: Words, i: number): boolean =>
  phrases.wholeHeads.at(w, i) > 0 || phrases.committees.at(w, i) > 0;

/** Rest of a name after its head: capitals, levels, places. `open`: small words inside are allowed when capitals follow. */
export function tailEnd(w: Words, at: number, open: boolean): number {
  let end = at;
  while (end < w.count) {
    if (!runsOn(w, end)) {
      if (open && isComma(w, end) && isCapital(w, end) && listInName(w, end)) {
        end++;
        continue;
      }
      break;
    }
    if (isDash(w, end)) {
      if (
        end + 1 >= w.count ||
        (!isCapital(w, end + 1) && phrases.qualifiers.at(w, end + 1) === 0) ||
        bodyBreak(w, end + 1)
      )
        break;
      end += 2;
      if (
        open &&
        isCapital(w, end - 1) &&
        end < w.count &&
        runsOn(w, end) &&
        !isCapital(w, end) &&
        completesWord(w, end)
      )
        end++;
      continue;
    }
    if (w.lower[end] === 'và') {
      if (
        !open ||
        end + 1 >= w.count ||
        !isCapital(w, end + 1) ||
        bodyBreak(w, end + 1) ||
        isVerb(w, end + 1)
      )
        break;
      end += 2;
      continue;
    }
    const size = isVerb(w, end) && phrases.qualifiers.at(w, end) === 0 ? 0 : levelAt(w, end);
    if (size > 0) {
      end = Math.max(areaEnd(w, end) ?? 0, end + size);
      continue;
    }
    if (isCapital(w, end)) {
      if (end > at && opensHead(w, end) && phrases.fields.at(w, end) === 0) break;
      end++;
      if (open && runsOn(w, end) && !isCapital(w, end) && completesWord(w, end)) end++;
      continue;
    }
    if (
      open &&
      nameVerbs.at(w, end) > 0 &&
      levels.at(w, end + nameVerbs.at(w, end)) > 0 &&
      runsOn(w, end + nameVerbs.at(w, end))
    ) {
      end += nameVerbs.at(w, end);
      continue;
    }
    if (open && end > at && phrases.nameParts.at(w, end) > 0 && levels.at(w, end - 1) === 0) {
      end += phrases.nameParts.at(w, end);
      continue;
    }
    if (open && endsBeforeLevel(w, at, end)) {
      end++;
      continue;
    }
    if (open && !isVerb(w, end) && namedAhead(w, end)) {
      end++;
      continue;
    }
    if (w.lower[end] === 'thuộc') end = possessedEnd(w, end);
    break;
  }
  return end;
}

/** The last small syllable of a name before its level: “Hội Cựu giáo chức tỉnh”. */
const endsBeforeLevel = (w: Words, at: number, i: number): boolean =>
  i > at &&
  isCapital(w, i - 2) &&
  !isVerb(w, i) &&
  phrases.determiners.at(w, i) === 0 &&
  runsOn(w, i + 1) &&
  levels.at(w, i + 1) > 0;

/** The second syllable of a word whose first has the capital: “Chuyển đổi”, “Thương mại”. */
const completesWord = (w: Words, i: number): boolean =>
  !isVerb(w, i) && !isDash(w, i) && w.lower[i] !== 'và' && w.lower[i] !== 'các' && levels.at(w, i) === 0;

export const bodyBreak = (w: Words, i: number): boolean => {
  if (phrases.determiners.at(w, i) > 0 || phrases.positions.at(w, i) > 0) return true;
  return phrases.notHeads.at(w, i) === 0 && (opensHead(w, i) || phrases.openHeads.at(w, i) > 0);
};

/** “Báo và Phát thanh, Truyền hình”: a comma inside one name, when no head of a body follows. */
const listInName = (w: Words, i: number): boolean => {
  if (bodyBreak(w, i)) return false;
  const size = phrases.fields.at(w, i) || phrases.nameParts.at(w, i);
  if (size === 0) return false;
  return !isVerb(w, i) || (w.lower[i + size] === 'và' && isCapital(w, i + size + 1) && runsOn(w, i + size));
};

function levelAt(w: Words, i: number): number {
  const size = levels.at(w, i);
  if (size === 1 && w.lower[i] === 'của')
    return runsOn(w, i + 1) && isCapital(w, i + 1) && bodyBreak(w, i + 1) ? 1 : 0;
  return size;
}

/** Within four words that run on, a capital follows before any verb or head. */
export function namedAhead(w: Words, i: number): boolean {
  for (let k = i; k < i + 5 && k < w.count; k++) {
    if (!runsOn(w, k) || isDash(w, k)) return false;
    if (isCapital(w, k)) return !bodyBreak(w, k);
    if (k > i && isVerb(w, k)) return false;
    if (w.lower[k] === 'và' && k > i && k + 1 < w.count && isCapital(w, k + 1) && runsOn(w, k + 1))
      return !bodyBreak(w, k + 1) && !isVerb(w, k + 1);
    if (phrases.determiners.at(w, k) > 0 || w.lower[k] === 'và') return false;
  }
  return false;
}
