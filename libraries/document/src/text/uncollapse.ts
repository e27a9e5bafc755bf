import { kindNames } from '../header/kinds.ts';
import { cleanFrom, sourceOf } from './clean.ts';
import type { Line } from './lines.ts';

// Web copies and scans often run several lines of the form into one: head, signature, a heading and the next number.
/** Quick tests, one for each place where `cutsOf` may cut. */
function isSuspicious(text: string): boolean {
  const first = text.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if ((digit || first === 73 || first === 86 || first === 88) && / (?:\d{1,2}\.){1,3}$/.test(text.slice(-12)))
    return true;
  if (digit && text.includes('.1. ')) return true;
  if (/^(?:(?:TM|KT|TL|TUQ|Q)\. ?\p{Lu}|(?:Số|Sô) ?:)/u.test(text) || text.includes('èm theo')) return true;
  if (text.includes('XÃ HỘI') || text.includes('Độc lập') || text.includes('QUYẾT ĐỊNH')) return true;
  if (/ -(?:Thời gian|Cơ quan|Đơn vị)/.test(text)) return true;
  return (
    text.includes('năm ') &&
    (/^\p{Lu}\p{Ll}+ (?:\p{Ll}+ )?(?:số )?\d/u.test(text) || /năm \d{4} +[A-ZĐ]{2}/.test(text.slice(0, 400)))
  );
}

const kindWords = kindNames
  .map((name) => name.toUpperCase())
  .sort((a, b) => b.length - a.length)
  .join('|');
const kindAfterDate = new RegExp(`năm \\d{4} +(?=(?:${kindWords})(?: |$))`, 'u');
const kindThenTitle = new RegExp(`^(?:${kindWords}) (?=V/[Vv]|Về |\\p{Lu}{2,} )`, 'u');
const titleThenBasis = /^[^\p{Ll}]{10,}? (?=(?:Căn cứ|Thực hiện|Theo|Xét|Để|Nhằm) \p{L})/u;
const issuerAtEnd =
  /[”"’\p{L}](?<!(?:CỦA|VÀ|DO|TẠI|BỞI)) (?=(?:ỦY BAN NHÂN DÂN|CHỦ TỊCH ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|THỦ TƯỚNG CHÍNH PHỦ|BỘ TRƯỞNG BỘ)(?: \p{Lu}+)*$)/u;
const runningHead = /^\p{Lu}\p{Ll}+ (?:\p{Ll}+ )?(?:số )?\d+[^ ]*\/[^ ]+ năm \d{4}\. (?=\S)/u;

/** Cuts a line where several lines of the form were run into one; most lines come back alone. */
export function uncollapse(line: Line): Line[] {
  const { text } = line.clean;
  if (line.form !== 'text' || text.length > 3000 || !isSuspicious(text)) return [line];
  const running = runningHead.exec(text);
  if (running === null) return cutAt(line, cutsOf(text, 0));
  const from = running[0].length;
  const pieces = cutAt(line, [from, ...cutsOf(text.slice(from), from)]);
  if (pieces[0] !== undefined && pieces.length > 1) pieces[0].form = 'rule';
  return pieces;
}

function cutsOf(text: string, base: number): number[] {
  const cuts: number[] = [];
  const add = (at: number): void => {
    if (at > 0 && at < text.length) cuts.push(base + at);
  };
  const before = (pattern: RegExp): void => {
    const found = pattern.exec(text);
    if (found !== null) add(found.index + (found[0].startsWith(' ') ? 1 : 0));
  };
  const after = (pattern: RegExp): void => {
    const found = pattern.exec(text);
    if (found !== null) add(found.index + found[0].length);
  };
  before(/CỘNG H[OÒ]A XÃ HỘI/);
  before(/Độc lập ?[-–] ?Tự do/);
  after(/Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc /);
  after(/^(?:Số|Sô) ?: ?[^,]{1,40}?[\p{L}\d] +(?=(?:\p{Lu}[^\s,]*(?: [^\s,]+){0,5}), ngày)/u);
  after(kindAfterDate);
  const kind = kindAfterDate.exec(text);
  if (kind !== null) {
    const rest = kind.index + kind[0].length;
    const title = kindThenTitle.exec(text.slice(rest));
    const begin = rest + (title?.[0].length ?? 0);
    add(begin);
    add(begin + (titleThenBasis.exec(text.slice(begin))?.[0].length ?? 0));
  }
  after(issuerAtEnd);
  before(/ QUYẾT ĐỊNH ?:$/);
  if (/^(?:\d{1,2}\.|[IVX]+\.)/.test(text)) {
    if (/ (?:\d{1,2}\.){1,3}$/.test(text.slice(-12))) before(nextNumber(text));
    before(firstChild(text));
  }
  before(/ -(?=(?:Thời gian|Cơ quan|Đơn vị)[^:]{0,20}:)/);
  before(/ \((?:Ban hành )?[Kk]èm theo/);
  if (/^(?:TM|KT|TL|TUQ|Q)\./.test(text)) signatureCuts(text, add);
  return [...new Set(cuts)].sort((a, b) => a - b);
}

/** “III. TỔ CHỨC THỰC HIỆN 1.”, “1.2. Mục tiêu 1.3.”: the number of what comes next at the end; not “… mức độ 2.” */
function nextNumber(text: string): RegExp {
  const own = /^\d{1,2}(?:\.\d{1,2})*(?=\. )/.exec(text)?.[0];
  if (own === undefined) return / 1\.$/;
  const next = own.replace(/\d+$/, (last) => String(Number(last) + 1));
  return new RegExp(`(?<!độ|số|cấp|loại|khoản|quý|nhóm|Điều|đợt|lần) (?:${next}|${own}\\.1)\\.$`, 'u');
}

/** “3. Giải quyết tranh chấp 3.1. Rà soát …”: the first clause under the heading. */
function firstChild(text: string): RegExp {
  const number = /^(\d{1,2})\. /.exec(text)?.[1];
  return number === undefined ? /(?!)/ : new RegExp(` ${number}\\.1\\.(?= \\p{Lu})`, 'u');
}

/** “TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Hữu Tháp CHƯƠNG TRÌNH …” */
function signatureCuts(text: string, add: (at: number) => void): void {
  for (const found of text.matchAll(/ (?=(?:KT|TL|TUQ)\. ?\p{Lu})/gu)) add(found.index + 1);
  const position =
    / (?=(?:PHÓ |CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH|BÍ THƯ|TRƯỞNG BAN)[\p{Lu} ]*(?: \p{Lu}\p{Ll}|$))/gu;
  for (const found of text.matchAll(position))
    if (!/(?:KT|TL|TUQ|Q|PHÓ|TM)\.?$/.test(text.slice(0, found.index))) add(found.index + 1);
  const name = / (?=(?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+(?: |$))/u.exec(text);
  if (name === null) return;
  add(name.index + 1);
  const next = / (?=\p{Lu}{2,} \p{Lu}{2,})/u.exec(text.slice(name.index + 1));
  if (next !== null) add(name.index + 1 + next.index + 1);
}

function cutAt(line: Line, cuts: readonly number[]): Line[] {
  if (cuts.length === 0) return [line];
  const pieces: Line[] = [];
  const { text } = line.clean;
  const points = [0, ...cuts, text.length];
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i]!;
    let to = points[i + 1]!;
    while (to > from && text[to - 1] === ' ') to--;
    if (to <= from) continue;
    const first = pieces.length === 0;
    pieces.push({
      ...line,
      begin: first ? line.begin : sourceOf(line.clean, from),
      clean: cleanFrom(line.clean, from, to),
      afterBlank: first ? line.afterBlank : true,
      afterPage: first && line.afterPage,
    });
  }
  for (let i = 0; i + 1 < pieces.length; i++) pieces[i]!.end = pieces[i + 1]!.begin;
  return pieces;
}
