import { type Body, bodyAt, opensBody } from '../bodies/body.ts';
import { bodyListAt } from '../bodies/list.ts';
import { charges, idle } from '../bodies/verbs.ts';
import { verbPhrases } from '../bodies/wording.ts';
import { listed, Phrases } from '../text/phrases.ts';
import { isCapital, type Words } from '../text/words.ts';
import { personAt } from './person.ts';
import { rollAt } from './roll.ts';

/** Bodies that a text charges with work, and whether it asks or orders. */
export interface Subject {
  bodies: Body[];
  request: boolean;
  /** Word after the names. */
  end: number;
}

const requests = new Phrases(
  listed('đề nghị | kính đề nghị | trân trọng đề nghị | kính mời | mời | trân trọng kính mời | rất mong'),
);
const orders = new Phrases(
  listed(
    'giao | yêu cầu | phân công | giao cho | giao nhiệm vụ cho | thống nhất giao | tiếp tục giao | đồng ý giao | chỉ đạo | ủy quyền | ủy quyền cho',
  ),
);
const chargePhrases = new Phrases(charges);
const idlePhrases = new Phrases(idle);
/** “Sở X được giao …”, “Cục Y được đề nghị …”. */
const passive = new Phrases(
  listed('được giao | được phân công | được yêu cầu | được đề nghị | được ủy quyền'),
);
const duty = new Phrases(['có trách nhiệm', 'chịu trách nhiệm']);
const intro = new Phrases(
  listed(`
  căn cứ | trên cơ sở | trường hợp | trong quá trình | quá trình | khi | sau | sau khi | nếu | để | ngoài | ngoài ra | hằng năm | hàng năm | định kỳ | theo | đối với
  thực hiện | trong | trước | từ | nhằm | đến | hàng tháng | hằng tháng | hàng quý | hằng quý | riêng | tùy | chậm nhất | ngay sau khi | trong thời gian | trong trường hợp | đồng thời | qua | với
`),
);
/** Words before “đề nghị”, “giao” … that make it a noun or a passive. */
const notCue = new Set([
  'quyền',
  'được',
  'theo',
  'bản',
  'sơ',
  'của',
  'vụ',
  'những',
  'sự',
  'đã',
  'tờ',
  'các',
  'thư',
  'đơn',
  'đáp',
  'về',
  'ứng',
  'cần',
  'phân',
  'bàn',
  'chuyển',
  'tiêu',
  'có',
  'lãnh',
  'ban',
]);

/** The subject at the head of a text: “Giao Sở X …”, “Sở X chủ trì …”, “Sở X: …”. */
export function leadingSubject(w: Words, from = 0): Subject | null {
  const cue = cueAt(w, from);
  if (cue !== null)
    return (
      afterCue(w, afterAddress(w, from + cue.size), cue.request) ??
      named(personAt(w, from + cue.size, { isOrdered: true }), cue.request)
    );
  const person = personAt(w, from);
  if (person !== null && chargePhrases.at(w, person.end) > 0) return named(person, false);
  const addressed = from === 0 ? afterAddress(w, 0) : from;
  if (addressed > from) return subjectAt(w, addressed) ?? rolled(w, addressed);
  const over = w.lower[from] === 'đối' && w.lower[from + 1] === 'với' ? 2 : 0;
  const subject = subjectAt(w, from + over);
  if (subject === null) return over > 0 ? null : rolled(w, from);
  return over > 0 && !w.after[subject.end - 1]!.includes(':') ? null : subject;
}

const named = (person: Body | null, request: boolean): Subject | null =>
  person && { bodies: [person], request, end: person.end };

function rolled(w: Words, from: number): Subject | null {
  const roll = rollAt(w, from);
  return roll === null ? null : { ...roll, request: false };
}

const address = /^(?:(?:các|quý) )?(?:ông|bà|đồng chí|đ\/c)(?:[ ,/]*(?:và )?\(?(?:ông|bà)\)?)*(?=[ :,])/i;

/** “Các ông (bà): Chánh Văn phòng …”: past the form of address. */
function afterAddress(w: Words, from: number): number {
  if (from >= w.count || !/^(?:các|quý|ông|bà|đồng|đ\/c)$/.test(w.lower[from]!)) return from;
  const start = w.begin[from]!;
  const found = address.exec(w.text.slice(start, start + 60));
  if (found === null) return from;
  let at = from;
  while (at < w.count && w.begin[at]! < start + found[0].length) at++;
  return opensBody(w, at) ? at : from;
}

function cueAt(w: Words, i: number): { size: number; request: boolean } | null {
  const asked = requests.at(w, i);
  if (asked > 0) return { size: asked, request: true };
  const ordered = orders.at(w, i);
  return ordered > 0 && !(ordered === 2 && w.lower[i] === 'chỉ') ? { size: ordered, request: false } : null;
}

function afterCue(w: Words, at: number, request: boolean): Subject | null {
  const list = bodyListAt(w, at);
  if (list.bodies.length === 0) return null;
  return { bodies: extended(w, list.bodies, list.end), request, end: list.end };
}

/** Names followed by a verb that gives work, or by a colon. */
function subjectAt(w: Words, i: number): Subject | null {
  const list = bodyListAt(w, i);
  if (list.bodies.length === 0) return null;
  const end = clauseEnd(w, list.end);
  if (end > list.end) return { bodies: withEnd(list.bodies, end), request: false, end };
  const mark = w.after[end - 1]!;
  const bare = duty.at(w, end) === 0 && list.bodies.every((body) => isCommon(w, body));
  if (mark.includes(':') && !bare) return { bodies: list.bodies, request: false, end };
  const charged = chargedAt(w, end);
  if (charged > end) return { bodies: extended(w, list.bodies, end), request: false, end: charged };
  if (bare || end >= w.count || (mark !== '' && !mark.endsWith(')') && mark !== ',')) return null;
  const comma = mark === ',' && verbPhrases.at(w, end) > 0 && intro.at(w, end) > 0;
  if (mark === ',' && !comma) return null;
  const told = passive.at(w, end);
  if (told > 0) return { bodies: list.bodies, request: w.lower[end + told - 1] === 'nghị', end: end + told };
  if (chargePhrases.at(w, end) > 0) return { bodies: list.bodies, request: false, end };
  if (verbPhrases.at(w, end) === 0 && !verbSoon(w, end)) return null;
  if (idlePhrases.at(w, end) > 0 || cueAt(w, end) !== null) return null;
  return { bodies: list.bodies, request: false, end };
}

const clauses = new Phrases(listed('có | nơi | nơi có | không có | chưa có'));

/** “UBND các xã có đoàn tham gia: …”: the last name runs on to the colon. */
function clauseEnd(w: Words, end: number): number {
  if (w.after[end - 1] !== '' || clauses.at(w, end) === 0) return end;
  for (let k = end; k + 1 < w.count && k < end + 10 && chargePhrases.at(w, k) === 0; k++) {
    if (w.after[k] === ':') return k + 1;
    if (w.after[k] !== '') return end;
  }
  return end;
}

const withEnd = (bodies: readonly Body[], end: number): Body[] =>
  bodies.map((body, i) => (i === bodies.length - 1 ? { ...body, end } : body));

/** A common noun alone: “cơ quan”, “đơn vị”. */
const isCommon = (w: Words, body: Body): boolean =>
  body.form === 'group' && body.end - body.begin <= 2 && !determined.has(w.lower[body.begin]!);
const determined = new Set(['các', 'những', 'từng', 'mọi', 'toàn']);

/** A verb within the next two words: scans misspell adverbs (“khân trương rà soát”). */
const verbSoon = (w: Words, at: number): boolean =>
  [1, 2].some(
    (k) =>
      w.after[at + k - 1] === '' &&
      w.before[at + k] === '' &&
      verbPhrases.at(w, at + k) === 2 &&
      idlePhrases.at(w, at + k) === 0,
  );

/** Place of “có trách nhiệm” when only words that belong to the name stand before it; 0 if none. */
function chargedAt(w: Words, end: number): number {
  for (let k = end; k < w.count && k < end + 24; k++) {
    if (duty.at(w, k) > 0) return k;
    const after = w.after[k]!;
    if (after !== '' && /[.;:]/.test(after)) return 0;
    if (
      k > end &&
      (cueAt(w, k) !== null ||
        w.lower[k] === 'phối' ||
        (w.lower[k] === 'chủ' && w.lower[k + 1] === 'trì') ||
        opensBody(w, k))
    )
      return 0;
  }
  return 0;
}

/** The last name runs on to “có trách nhiệm”, or to a bracket before it. */
function extended(w: Words, bodies: readonly Body[], end: number): Body[] {
  const charged = chargedAt(w, end);
  const last = bodies.at(-1)!;
  if (charged <= end || last.end < end) return [...bodies];
  let to = end;
  while (to < charged && !w.before[to]!.includes('(') && w.after[to - 1] !== '.') to++;
  if (w.after[to - 1] === ',' || to - end > 14) return [...bodies];
  return [...bodies.slice(0, -1), { ...last, end: to }];
}

/** Every subject of a text whose sentences may name different bodies. `whole`: also those in the midst of a sentence. */
export function allSubjects(w: Words): Subject[] {
  const subjects: Subject[] = [];
  let from = 0;
  while (from < w.count) {
    const to = sentenceEnd(w, from);
    subjects.push(...sentenceSubjects(w, from, to));
    from = to;
  }
  return subjects;
}

function sentenceEnd(w: Words, from: number): number {
  for (let k = from; k < w.count; k++) {
    const mark = w.after[k]!;
    if (mark !== '' && /[.;?!]$|[.;]\)?[”"]?$/.test(mark) && mark !== '...') return k + 1;
  }
  return w.count;
}

function sentenceSubjects(w: Words, from: number, to: number): Subject[] {
  const subjects: Subject[] = [];
  const first = subjectAt(w, from);
  if (first !== null) return [first, ...cuesIn(w, first.end, to)];
  let introduced = intro.at(w, from) > 0;
  for (let k = from + 1; k < to; ) {
    const mark = w.after[k - 1]!;
    const then = w.lower[k - 1] === 'thì' && mark === '';
    introduced ||= mark.includes(':') && intro.at(w, k) > 0;
    const opens =
      mark.includes(':') ||
      then ||
      (mark === ',' && introduced && (opensBody(w, k) || isBare(w, k) || isCapital(w, k)));
    if (opens) {
      const subject = subjectAt(w, k) ?? (cueAt(w, k) === null ? null : leadingSubject(w, k));
      if (subject !== null) {
        subjects.push(subject);
        return subjects;
      }
    }
    const list = bodyAt(w, k) === null ? null : bodyListAt(w, k);
    k = list === null || opens ? k + 1 : Math.max(k + 1, list.end);
  }
  if (subjects.length > 0) return subjects;
  const cued = cuesIn(w, from, to);
  return cued.length > 0 ? cued : doersIn(w, from, to);
}

const doing = new Phrases(
  listed('chủ trì | thực hiện | chịu trách nhiệm | phụ trách | đảm nhiệm | đảm nhận'),
);

/** “Việc … do Sở X chủ trì”: the passive. */
function doersIn(w: Words, from: number, to: number): Subject[] {
  if (!w.text.includes(' do ')) return [];
  for (let k = from + 2; k < to; k++) {
    if (w.lower[k - 1] !== 'do') continue;
    const { bodies, end } = bodyListAt(w, k);
    if (bodies.length > 0 && end < to && doing.at(w, end) > 0) return [{ bodies, request: false, end }];
  }
  return [];
}

/** “…, đơn vị chịu trách nhiệm”: a common noun alone as the subject. */
const isBare = (w: Words, k: number): boolean =>
  (w.lower[k] === 'đơn' && w.lower[k + 1] === 'vị') ||
  (w.lower[k] === 'cơ' && w.lower[k + 1] === 'quan') ||
  (w.lower[k] === 'địa' && w.lower[k + 1] === 'phương');

/** An order in the midst of a sentence needs somebody who gives it: “Thủ tướng Chính phủ yêu cầu …”. */
function bodyEndsAt(w: Words, k: number): boolean {
  for (let j = k - 1; j >= 0 && j >= k - 10; j--) if (bodyAt(w, j)?.end === k) return true;
  return false;
}

/** “… đề nghị A, B …; yêu cầu C …” in a sentence. */
function cuesIn(w: Words, from: number, to: number): Subject[] {
  const subjects: Subject[] = [];
  for (let k = from; k < to; k++) {
    const cue = cueAt(w, k);
    if (cue === null || w.before[k] !== '') continue;
    if (
      k > from &&
      w.after[k - 1] === '' &&
      (notCue.has(w.lower[k - 1]!) || !(cue.request || bodyEndsAt(w, k)))
    )
      continue;
    const subject = afterCue(w, k + cue.size, cue.request);
    if (subject === null || subject.end > to + 1) continue;
    subjects.push(subject);
    k = subject.end - 1;
  }
  return subjects;
}

/** Bodies that are ordered or asked anywhere in a text. */
export const ordersIn = (w: Words): Subject[] => cuesIn(w, 0, w.count);
