import type { Item } from '../outline/item.ts';
import { type Clean, cleanFrom, spanOf } from '../text/clean.ts';
import { type Words, wordsOf } from '../text/words.ts';
import { cooperatingBodies, coordinatorsIn, onlyCooperates } from './coordination.ts';
import { deadlineIn, deadlineOfField } from './deadline.ts';
import type { Charge, Draft } from './draft.ts';
import { hasLead, verbPlace } from './heading.ts';
import { labelled } from './labels.ts';
import { distinct, type Name, namesOf, withRemarks } from './name.ts';
import { noticeIn } from './notice.ts';
import { reportedTo } from './report.ts';
import { allSubjects, leadingSubject, ordersIn, type Subject } from './subject.ts';

/** How readily a sentence that names a body is taken for a duty. */
export type Watch = 'open' | 'strict' | 'silent';

/** Reads one leaf as a duty; null if it gives work to nobody. */
export function readLeaf(item: Item, whole: Clean, charge: Charge, watch: Watch): Draft | null {
  const clean = withoutEnd(whole);
  if (clean.text.length < 8 || watch === 'silent') return null;
  const w = wordsOf(clean);
  const first = leadingSubject(w);
  const notice = noticeIn(w);
  if (notice !== null && notice.bodies.length === 0) return null;
  const subjects = notice === null ? subjectsOf(w, first, charge, watch, item) : [notice];
  const own = withRemarks(
    clean,
    namesOf(
      clean,
      w,
      subjects.flatMap((subject) => subject.bodies),
    ),
  );
  if (own.length === 0 && charge.weak && item.kind === 'paragraph') return null;
  const holders = distinct(own.length > 0 ? own : charge.holders);
  if (holders.length === 0) return null;
  const asked = subjects.some((subject) => subject.request);
  return {
    ...detailsOf(item, clean, w, charge, first ?? (subjects.length === 1 ? subjects[0]! : null)),
    clean: whole,
    holders,
    request: asked || (charge.request && own.length === 0) || (charge.request && asked),
    requestFrom: null,
  };
}

/** “…/.” ends a document; it is no part of the last word. */
const withoutEnd = (clean: Clean): Clean => {
  const end = /\.?\/\.? *$/.exec(clean.text);
  return end === null ? clean : cleanFrom(clean, 0, end.index);
};

/** Under an agency's heading only a subject at the head of the sentence counts; elsewhere every one. */
function subjectsOf(w: Words, first: Subject | null, charge: Charge, watch: Watch, item: Item): Subject[] {
  if (charge.holders.length > 0 && !charge.weak)
    return first !== null && isOwnSubject(w, first) ? [first] : [];
  if (item.preamble) return preambleSubjects(w, first);
  if (watch === 'strict') return first === null ? [] : [first];
  const all = allSubjects(w);
  if (first === null) return all;
  return [first, ...all.filter((subject) => subject.end !== first.end)];
}

/** A subject under a heading overrides it only when it is more than a common noun. */
const isOwnSubject = (w: Words, subject: Subject): boolean => {
  const body = subject.bodies[0]!;
  // “Lãnh đạo Ủy ban nhân dân tỉnh xây dựng …” under a Party committee: the verb.
  if (w.lower[body.begin] === 'lãnh' && body.begin === 0) return false;
  return body.form !== 'group' || body.end - body.begin > 2 || w.lower[body.begin] === 'các';
};

/** Before the first number only an order or a request gives work; the basis and the reasons do not. */
function preambleSubjects(w: Words, first: Subject | null): Subject[] {
  const text = w.text;
  if (/(?:như sau|sau|sau đây) ?:?$|:$/.test(text) || /^(?:Căn cứ|Theo đề nghị|Xét)/.test(text)) return [];
  if (first !== null && /^(?:Giao|Đề nghị|Yêu cầu|Kính đề nghị|Phân công|Mời)/.test(text)) return [first];
  return ordersIn(w);
}

/** Coordinators, role, time and report of a leaf; holders are left to the caller. */
export function detailsOf(item: Item, clean: Clean, w: Words, charge: Charge, first: Subject | null): Draft {
  const coordinators: Name[] = distinct([
    ...charge.coordinators,
    ...coordinatorsIn(clean, w),
    ...(first !== null && hasLead(w) ? namesOf(clean, w, cooperatingBodies(w, first.end)) : []),
  ]);
  const time = inlineFields(clean).find((field) => field.kind === 'time');
  const deadline =
    time === undefined ? deadlineIn(clean) : deadlineOfField(clean, time.begin, sentenceEnd(clean, time));
  return {
    item,
    clean,
    words: w,
    path: item.path,
    holders: [],
    coordinators,
    lead: leads(w, charge, first),
    leadFrom: null,
    request: charge.request,
    requestFrom: null,
    deadline,
    deadlineFrom: null,
    reportTo: reportedTo(clean, w),
    product: null,
  };
}

/** A field in running text goes no further than its sentence. */
function sentenceEnd(clean: Clean, { begin, end }: { begin: number; end: number }): number {
  const stop = clean.text.slice(begin, end).search(/[.;](?= )/);
  return stop > 0 ? begin + stop : end;
}

/** The first main verb decides; an explicit “chủ trì” always leads. */
function leads(w: Words, charge: Charge, first: Subject | null): boolean {
  if (hasLead(w)) return true;
  if (charge.lead !== null) return charge.lead;
  const from = first === null ? afterIntro(w) : first.end;
  return (
    !onlyCooperates(w, verbPlace(w, from)) &&
    !(first !== null && onlyCooperates(w, verbPlace(w, afterIntro(w, first.end))))
  );
}

/** Past “Căn cứ …,” or “Trên cơ sở …,” when the main verb follows the comma. */
function afterIntro(w: Words, from = 0): number {
  const words = `${w.lower[from] ?? ''} ${w.lower[from + 1] ?? ''}`;
  if (!/^(?:căn cứ|trên cơ|theo chức|theo nhiệm)/.test(words)) return from;
  for (let k = from + 2; k < w.count && k < from + 40; k++) {
    if (
      w.lower[k] === 'phối' &&
      w.lower[k + 1] === 'hợp' &&
      !['sự', 'chế', 'tác', 'trình'].includes(w.lower[k - 1]!)
    )
      return k;
    if (w.after[k] !== '' && /[.;:]/.test(w.after[k]!)) return from;
    if (
      w.after[k] === ',' &&
      /^(?:xây|tổ|triển|chủ|tham|chỉ|bố|rà|ban|tổng|lập|thực|hình)$/.test(w.lower[k + 1] ?? '')
    )
      return k + 1;
  }
  return from;
}

const inline =
  /(?:^|[\s(;.,-])((?:Cơ quan|Đơn vị|cơ quan|đơn vị|Thời gian|thời gian|Thời hạn|thời hạn|Sản phẩm|Phân công|Chủ trì|Phối hợp|Tiến độ|Hoàn thành)[^:.;()]{0,40}:)/gu;

/** Fields printed in the sentence itself: “… (Đơn vị chủ trì: Sở A; thời gian: quý I/2026)”. */
export function inlineFields(clean: Clean): { kind: string; begin: number; end: number }[] {
  if (!clean.text.includes(':')) return [];
  const marks: { kind: string; at: number; begin: number }[] = [];
  for (const found of clean.text.matchAll(inline)) {
    const at = found.index + found[0].length - found[1]!.length;
    const label = labelled(clean.text.slice(at, found.index + found[0].length));
    if (label !== null && label.kind !== 'task' && label.kind !== 'other')
      marks.push({ kind: label.kind, at, begin: found.index + found[0].length });
  }
  return marks.map(({ kind, begin }, i) => {
    let end = marks[i + 1]?.at ?? clean.text.length;
    const slice = clean.text.slice(begin, end);
    const close = slice.search(/\)(?=[\s.;,]|$)/);
    if (close >= 0 && !slice.slice(0, close).includes('(')) end = begin + close;
    return { kind, begin: begin + (slice.length - slice.trimStart().length), end };
  });
}

export const fieldDeadline = (clean: Clean, begin: number, end: number) => deadlineOfField(clean, begin, end);
export const wholeSpan = (clean: Clean) => spanOf(clean, 0, clean.text.length);
