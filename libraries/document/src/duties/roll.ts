import { type Body, opensBody } from '../bodies/body.ts';
import { bodiesOfField, joinUnknown } from '../bodies/list.ts';
import { verbPhrases } from '../bodies/wording.ts';
import { listed, Phrases } from '../text/phrases.ts';
import type { Words } from '../text/words.ts';

/** What closes a roll: “… chịu trách nhiệm thi hành Quyết định này”, “… căn cứ Quyết định thi hành”. */
const closers = new Phrases(
  listed(
    'có trách nhiệm | chịu trách nhiệm | căn cứ quyết định | căn cứ nội dung quyết định | căn cứ quyết định này',
  ),
);
/** Verbs that no name holds: the text before a closer or a colon is then a sentence, not a roll. */
const clauses = new Phrases(
  listed(
    'chủ trì | phối hợp | tham mưu | thực hiện | triển khai | xây dựng kế hoạch | báo cáo | yêu cầu | đề nghị | giao | chỉ đạo | hướng dẫn | gồm | bao gồm | như sau | là | để | theo | được',
  ),
);
const longest = 160;

/**
 * A roll of bodies that is read by its form alone, where a name in it is not known by its head:
 * all that stands between the first head and “chịu trách nhiệm …”, or a colon. Null if there is none.
 */
export function rollAt(w: Words, from: number): { bodies: Body[]; end: number } | null {
  if (!opensBody(w, from)) return null;
  for (let k = from; k < w.count && k < from + longest; k++) {
    if (k > from && closers.at(w, k) > 0) return roll(w, from, k);
    if (clauses.at(w, k) > 0 && !isInName(w, k)) return null;
    const after = w.after[k]!;
    if (after.endsWith(':') && isPlace(w, k)) continue;
    if (after.endsWith(':') && k < from + 40 && k + 1 < w.count) return roll(w, from, k + 1);
    if (/[.?!]/.test(after) || after.includes(':')) return null;
  }
  return null;
}

/** “Quản lý …” with a capital stands in a name. */
const isInName = (w: Words, k: number): boolean =>
  /^\p{Lu}/u.test(w.text[w.begin[k]!]!) && w.after[k - 1] === '';

/** “các xã:”, “các Sở:” name places or fields after the colon. */
const isPlace = (w: Words, k: number): boolean =>
  w.lower[k - 1] === 'các' && /^(?:xã|phường|huyện|sở|bộ|phòng|ngành|tỉnh)$/.test(w.lower[k]!);

/** What stands between the commas; a piece that begins with no head belongs to the name before it. */
function roll(w: Words, from: number, to: number): { bodies: Body[]; end: number } | null {
  const bodies = joinUnknown(
    bodiesOfField(w, from, to),
    (body) => body.form === 'other' || verbPhrases.at(w, body.begin) > 0,
  );
  if (bodies.length === 0 || bodies.some((body) => body.end - body.begin > 30)) return null;
  return { bodies, end: to };
}
