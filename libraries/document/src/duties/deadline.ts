import { isoDate } from '../header/metadata.ts';
import type { Deadline, DeadlineKind } from '../reading.ts';
import { type Clean, spanOf } from '../text/clean.ts';
import { lowerCase } from '../text/fold.ts';
import { endWithout, trimmedOf } from '../text/trim.ts';
import { type TimePattern, timeFieldPatterns, timePatterns } from './time-words.ts';

/** Nouns that a time word may describe: “kế hoạch hằng năm”. */
const described =
  /(?:kế hoạch|chương trình|dự toán|ngân sách nhà nước|báo cáo|quy hoạch|tổng kết|kiểm tra|xếp loại|đánh giá|cán bộ|phát triển kinh tế - xã hội|trung hạn,?|vốn|đại hội|chu kỳ|chế độ|thống kê|số liệu|danh mục|nhiệm vụ|giao|hội nghị|cao điểm|sự kiện|hoạt động|giải)(?: \p{L}+){0,3} ?,? ?(?:và )?$/iu;
const periodicKinds = new Set<DeadlineKind>([
  'yearly',
  'half-yearly',
  'quarterly',
  'monthly',
  'weekly',
  'daily',
]);

/** Some word of time; most duties have none. */
const timeSigns = /giờ|ngày|tuần|tháng|năm|mùa|quý|quí|định kỳ|hằng |hàng |trước|yêu cầu|\d\/\d/;

/** Every sign that some pattern needs; `heads` are the places of their first words, which are looked for before them. */
const allSigns: string[] = [];
const heads: number[] = [];
function signOf(sign: string): number {
  const known = allSigns.indexOf(sign);
  if (known >= 0) return known;
  const at = allSigns.push(sign) - 1;
  const space = sign.indexOf(' ', 1);
  heads[at] = space < 0 || space === sign.length - 1 ? -1 : signOf(sign.slice(0, space + 1));
  return at;
}
const signed = timePatterns.map(({ kind, pattern, needs }) => ({ kind, pattern, signs: needs.map(signOf) }));
/** What is known of each sign in the text at hand: 0 nothing, 1 absent, 2 present. */
const seen = new Uint8Array(allSigns.length);

function hasSign(lower: string, sign: number): boolean {
  if (seen[sign] === 0) {
    const head = heads[sign]!;
    seen[sign] = (head < 0 || hasSign(lower, head)) && lower.includes(allSigns[sign]!) ? 2 : 1;
  }
  return seen[sign] === 2;
}

/** The time limit in the text of a duty, or null. */
export function deadlineIn(clean: Clean): Deadline | null {
  const { text } = clean;
  const lower = lowerCase(text);
  if (!timeSigns.test(lower)) return null;
  seen.fill(0);
  for (const { kind, pattern, signs } of signed) {
    const found = signs.some((sign) => hasSign(lower, sign)) ? pattern.exec(lower) : null;
    if (found === null || describesNoun(lower, found, kind)) continue;
    return deadlineOf(clean, found.index, found.index + endWithout(found[0], ',('), kind, found);
  }
  return untilYear(clean);
}

function describesNoun(text: string, found: RegExpExecArray, kind: DeadlineKind): boolean {
  const before = text.slice(Math.max(0, found.index - 60), found.index);
  if (
    /(?:số|nghị quyết|quyết định|luật|ngày \d{1,2},? |giai đoạn|tầm nhìn|thời kỳ|nhiệm kỳ) ?$/iu.test(before)
  )
    return true;
  if (kind === 'year' || kind === 'from-date')
    return /(?:hiệu lực|tính|năm \d{4} và|được giao|đã giao|bố trí) ?$/iu.test(before);
  if (kind === 'periodic')
    return (
      /(?:kiểm tra|báo cáo|tạp chí|chế độ kiểm tra|sức khỏe|họp|đánh giá) $/iu.test(before) &&
      !/^định kỳ,? đột xuất/iu.test(found[0])
    );
  // “Báo cáo hằng tuần” tells a body to report: nobody names a report so.
  if ((kind === 'weekly' || kind === 'daily') && /(?<!chế độ |các |những |gửi )báo cáo $/iu.test(before))
    return false;
  if (!periodicKinds.has(kind) || /^định kỳ|(?:trước|chậm nhất|vào) /i.test(found[0])) return false;
  return described.test(before);
}

/** “… đến năm 2030.” at the very end, when it is no part of a title. */
function untilYear(clean: Clean): Deadline | null {
  if (!/\d{4}[.;]?$/.test(clean.text)) return null;
  const found = /(?<!tầm nhìn )(?<!định hướng )đến (?:hết )?năm (\d{4})[.;]?$/iu.exec(clean.text);
  if (found === null) return null;
  const before = clean.text.slice(Math.max(0, found.index - 200), found.index);
  if (/(?:chiến lược|đề án|chương trình|quy hoạch|kế hoạch|về)[^.;]*$/iu.test(before)) return null;
  return deadlineOf(clean, found.index, found.index + found[0].replace(/[.;]$/, '').length, 'year', found);
}

const fieldOrder: readonly TimePattern[] = [...timeFieldPatterns, ...timePatterns];

/** A field or a cell of time: the whole of it. */
export function deadlineOfField(clean: Clean, begin: number, end: number): Deadline | null {
  const text = trimmedOf(clean.text.slice(begin, end), '.;');
  if (text === '') return null;
  const lower = lowerCase(text);
  for (const { kind, pattern } of fieldOrder) {
    const found = pattern.exec(lower);
    if (found !== null) return deadlineOf(clean, begin, begin + text.length, kind, found);
  }
  return deadlineOf(clean, begin, begin + text.length, 'other', null);
}

const quarters: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, HI: 3, ILL: 3, IL: 2 };

function deadlineOf(
  clean: Clean,
  begin: number,
  end: number,
  kind: DeadlineKind,
  found: RegExpExecArray | null,
): Deadline {
  const deadline: Deadline = { text: clean.text.slice(begin, end), span: spanOf(clean, begin, end), kind };
  const parts = (found?.slice(1) ?? []).filter((part) => part !== undefined);
  const last = normalDate(kind, parts);
  if (last !== null) deadline.date = last;
  if (kind === 'from-date' && last !== null) {
    deadline.from = last;
    delete deadline.date;
  }
  if (kind === 'between-dates') betweenDates(deadline, parts);
  if ((kind === 'days' || kind === 'working-days') && parts[0] !== undefined)
    deadline.days = Number(parts[0]);
  return deadline;
}

function betweenDates(deadline: Deadline, parts: readonly string[]): void {
  const year = parts.findLast((part) => part.length === 4);
  if (year === undefined || parts.length < 5) return;
  const own = parts.length === 6;
  const from = isoDate(own ? parts[2]! : year, parts[1]!, parts[0]!);
  const to = own ? isoDate(parts[5]!, parts[4]!, parts[3]!) : isoDate(year, parts[3]!, parts[2]!);
  if (from !== null) deadline.from = from;
  if (to !== null) deadline.date = to;
}

const two = (text: string): string => text.padStart(2, '0');

/** The last day in ISO form; `--MM-DD` for a day of each year, `---DD` of each month. */
function normalDate(kind: DeadlineKind, parts: readonly string[]): string | null {
  const [a, b, c] = parts;
  if (kind === 'month' && a !== undefined && b !== undefined) return lastDay(Number(b), Number(a));
  if (kind === 'quarter' && a !== undefined && b !== undefined)
    return lastDay(Number(b), (quarters[a.toUpperCase()] ?? Number(a)) * 3);
  if (kind === 'year' && a !== undefined) return `${a}-12-31`;
  if (kind === 'monthly' && a !== undefined) return `---${two(a)}`;
  if (a === undefined || b === undefined) return null;
  if (kind === 'yearly') return `--${two(b)}-${two(a)}`;
  if (kind === 'date' || kind === 'before-date' || kind === 'from-date')
    return c === undefined ? `--${two(b)}-${two(a)}` : isoDate(c, b, a);
  return null;
}

function lastDay(year: number, month: number): string | null {
  if (!(month >= 1 && month <= 12) || !(year > 1900 && year < 2200)) return null;
  return isoDate(String(year), String(month), String(new Date(Date.UTC(year, month, 0)).getUTCDate()));
}
