// Names of bodies are one grammar: a body may hold an area, a group holds bodies, the end of a name depends on what
// would begin after it. The four parts call each other, so they are one file.
import { isCapitals } from '../text/blocks.ts';
import { isCapital, type Words } from '../text/words.ts';
import { afterSeparator, isAnd, isComma, isDash, isVerb, runsOn } from './between.ts';
import { belonging, levels, mainVerbs, nameVerbs, openings, phrases } from './wording.ts';

// ---- Bodies ----

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
  if (w.depth >= deepest || isNoHead(w, i)) return null;
  w.depth++;
  const body = positionAt(w, i) ?? properAt(w, i) ?? groupAt(w, i) ?? areaAt(w, i);
  w.depth--;
  if (w.depth === 0) w.found[i] = body;
  return body;
}

/** “Bộ đội”, “hội nghị”; not “Bộ đội Biên phòng”, which is longer and is a head. */
const isNoHead = (w: Words, i: number): boolean => {
  const size = phrases.notHeads.at(w, i);
  return size > 0 && phrases.wholeHeads.at(w, i) <= size;
};

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
  // “Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ”: a minister is of a ministry already.
  while (isComma(w, at) && phrases.positions.at(w, at) > 0 && w.lower[at - 2] !== 'bộ')
    at += phrases.positions.at(w, at);
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

function properAt(w: Words, i: number): Body | null {
  let size = phrases.committees.at(w, i);
  if (size > 0) {
    const end = areaEnd(w, i + size) ?? tailEnd(w, i + size, false);
    return {
      begin: i,
      end: runsOn(w, end) && w.lower[end] === 'được' ? relativeEnd(w, end) : end,
      form: 'proper',
    };
  }
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

// ---- Areas ----

/** An area that stands for its administration: “tỉnh Đăk Lăk”, “Thành phố Hồ Chí Minh”. */
function areaAt(w: Words, i: number): Body | null {
  const size = phrases.areaNouns.at(w, i);
  if (size === 0 || !runsOn(w, i + size) || !isCapital(w, i + size) || bodyBreak(w, i + size)) return null;
  return { begin: i, end: capitalsEnd(w, i + size), form: 'area' };
}

/** End of an area after “UBND”: `[các] xã, phường [: A, B và C]`; null if none stands here. */
function areaEnd(w: Words, i: number): number | null {
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

/** Before the “và” that only joined what did not follow. */
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

// ---- Groups ----

/** `[các] sở, ban, ngành và đơn vị có liên quan`: common nouns in a chain. */
function groupAt(w: Words, i: number): Body | null {
  let at = i + phrases.determiners.at(w, i);
  if (at > i && !runsOn(w, at)) return null;
  if (at > i && /^\d+$/.test(w.lower[at] ?? '') && runsOn(w, at + 1)) at++;
  const size = phrases.groupNouns.at(w, at) || (at > i ? phrases.areaNouns.at(w, at) : 0);
  if (size === 0 || (at > i && phrases.wholeHeads.at(w, at) > size)) {
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
    if (size === 0 || !isCapital(w, end) || opensWhole(w, end)) return end === at ? at : backOver(w, end);
    end = fieldsEnd(w, end, true);
    const next = afterSeparator(w, end);
    if (next < 0 || phrases.fields.at(w, next) === 0 || opensWhole(w, next)) return end;
    end = next;
  }
}

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
    const owned = end > at ? belonging.at(w, end) : 0;
    if (owned > 0) return possessedEnd(w, end, owned);
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

function isActionHere(w: Words, i: number): boolean {
  if (!actions.has(w.lower[i]!)) return false;
  const size = phrases.qualifiers.at(w, i);
  if (w.lower[i] === 'quản' && w.lower[i + 2] === 'ngành') return false;
  if (w.lower[i] === 'tham') return true;
  return runsOn(w, i + size) && !isVerb(w, i + size) && size <= 2;
}

/** “thuộc …”, “thuộc, trực thuộc …”: a body, an area, or “phạm vi quản lý …”. */
function possessedEnd(w: Words, i: number, words = 1): number {
  const size = phrases.qualifiers.at(w, i);
  if (size > words) return placeEnd(w, i + size);
  const owner = i + words;
  const body = bodyAt(w, owner);
  if (body !== null && runsOn(w, owner)) return body.end;
  return areaEnd(w, owner) ?? i + size;
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

// ---- Ends of names ----

/** Capitalised words of a name of a place or person. */
function capitalsEnd(w: Words, at: number): number {
  let end = at;
  while (end < w.count && runsOn(w, end) && isCapital(w, end) && !isDash(w, end) && !opensHead(w, end)) end++;
  return end;
}

/** A head of fields needs a field: “Hải Phòng” opens none. */
const opensHead = (w: Words, i: number): boolean => {
  const size = phrases.fieldHeads.at(w, i);
  return (
    opensWhole(w, i) || (size > 0 && i + size < w.count && runsOn(w, i + size) && isCapital(w, i + size))
  );
};

/** A place after a name: “tỉnh Đăk Lăk”, “Bát Tràng”. */
function placeEnd(w: Words, at: number): number {
  return runsOn(w, at) && isCapital(w, at) && !isVerb(w, at) && bodyAt(w, at) === null
    ? capitalsEnd(w, at)
    : at;
}

/** Fields of work in a row: “Văn hóa, Thể thao và Du lịch”. */
function fieldsEnd(w: Words, at: number, listed = false): number {
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

const opensWhole = (w: Words, i: number): boolean =>
  phrases.wholeHeads.at(w, i) > 0 || phrases.committees.at(w, i) > 0;

/** Rest of a name after its head: capitals, levels, places. `open`: small words inside are allowed when capitals follow. */
function tailEnd(w: Words, at: number, open: boolean): number {
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
        (isVerb(w, end + 1) && isShouted(w, end + 1))
      )
        break;
      end += 2;
      if (runsOn(w, end) && !isCapital(w, end) && completesWord(w, end)) end++;
      continue;
    }
    const size = isVerb(w, end) && phrases.qualifiers.at(w, end) === 0 ? 0 : levelAt(w, end);
    if (w.lower[end] === 'của' && size === 1) return possessedEnd(w, end);
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

/** In a title in capitals “VÀ TỔ CHỨC” may be the verb; “và Phản biện” with one capital is a name. */
const isShouted = (w: Words, i: number): boolean => isCapitals(w.text.slice(w.begin[i]!, w.end[i]!));

/** The second syllable of a word whose first has the capital: “Chuyển đổi”, “Thương mại”. */
const completesWord = (w: Words, i: number): boolean =>
  !isVerb(w, i) && !isDash(w, i) && w.lower[i] !== 'và' && w.lower[i] !== 'các' && levels.at(w, i) === 0;

const bodyBreak = (w: Words, i: number): boolean => {
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
function namedAhead(w: Words, i: number): boolean {
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
