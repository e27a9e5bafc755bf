import { bodyAt } from '../bodies/body.ts';
import { bodiesOfField, bodyListAt, joinUnknown } from '../bodies/list.ts';
import { isConclusion } from '../outline/conclusion.ts';
import type { Item } from '../outline/item.ts';
import type { Origin } from '../reading.ts';
import { type Clean, cleanFrom, spanOf } from '../text/clean.ts';
import { toWords, type Words, wordsOf } from '../text/words.ts';
import { coordinatorsIn, isCooperating, onlyCooperates } from './coordination.ts';
import type { Charge } from './draft.ts';
import { inherited, type Name, namesOf, withRemarks } from './name.ts';
import { allSubjects, leadingSubject, ordersIn, type Subject } from './subject.ts';

const prefix =
  /^(?:(?:Kính |Trân trọng )?(?:Đề nghị|đề nghị|Mời|mời)(?: các đồng chí)? ?:? ?|Giao (?:cho )?:? ?|Yêu cầu ?:? ?|(?:Trách nhiệm|Nhiệm vụ|Phân công)(?: thực hiện| cụ thể)? (?:của |đối với )?|Đối với (?:các )?(?=UBND|Ủy ban|Sở|Công an|sở|cơ quan|đơn vị)|Ngoài ra,? )/;
const asks = /(?:[Đđ]ề nghị|[Mm]ời)/;
const noBody =
  /^(?:kinh phí|cơ chế|phương án|chế độ|thời gian|nguồn|giải pháp|tiến độ|điều khoản|một số|quy định|công tác|thông tin|nội dung|mục|yêu cầu|về|kiểm tra|báo cáo|tuyên truyền|đối tượng|phạm vi|tổ chức thực hiện|tổng kết|sơ kết|khen thưởng|hiệu lực|chính sách|danh mục)/i;

/** “2. Sở Ngoại vụ”, “10. Đề nghị Ủy ban Mặt trận …”, “Trách nhiệm của Sở X”: a heading that only names bodies. */
export function headingCharge(item: Item): Charge | null {
  const { text } = item.words;
  if (text.length < 3 || text.length > 420) return null;
  const skip = prefix.exec(text)?.[0].length ?? 0;
  const w = skip === 0 ? wordsOf(item.words) : toWords(text, skip);
  if (w.count === 0 || bodyAt(w, 0) === null) return null;
  const list = bodyListAt(w, 0);
  const whole = list.end >= w.count || isTail(w, list.end);
  if (whole && list.bodies.every((body) => body.form === 'group' && bareGroup(w, body.begin))) return null;
  const names = whole
    ? namesOf(item.words, w, list.bodies)
    : (allNamesOf(item.words, w) ?? (/^Trách nhiệm/.test(text) ? wholeTitle(item.words, w) : null));
  if (names === null || names.length === 0) return null;
  const origin = originOf(item, 'heading');
  return {
    holders: inherited(withRemarks(item.words, names), origin),
    coordinators: [],
    lead: null,
    request: asks.test(text.slice(0, skip)),
    origin,
    weak: false,
  };
}

/** “Cơ quan chỉ đạo”, “TỔ CHỨC …”: a common noun in a title is no body. */
const bareGroup = (w: Words, i: number): boolean =>
  ['tổ', 'cơ', 'đơn', 'cá', 'nhóm', 'lực', 'doanh', 'lĩnh'].includes(w.lower[i]!);

/** What may end a heading of bodies: “có trách nhiệm”, “chịu trách nhiệm:”. */
const isTail = (w: Words, at: number): boolean => {
  const rest = w.lower.slice(at).join(' ');
  return (
    /^(?:có trách nhiệm|chịu trách nhiệm|thực hiện|có nhiệm vụ|là cơ quan (?:thường trực|đầu mối|chủ trì)|chủ trì)(?: thực hiện| triển khai| tổ chức thực hiện)?(?: các (?:nội dung|nhiệm vụ|công việc))?(?: sau)?(?: đây)?$/.test(
      rest,
    ) || w.before[at]!.startsWith('(')
  );
};

/** A short heading without a verb whose members all begin like names. */
function allNamesOf(clean: Clean, w: Words): Name[] | null {
  if (w.count > 40 || /[.:]./.test(clean.text.replace(/(?:TP|Tp|PCT)\./g, '')) || noBody.test(clean.text))
    return null;
  const bodies = bodiesOfField(w, 0, w.count);
  if (
    w.lower[0] === 'tổ' ||
    leadingSubject(w) !== null ||
    bodies.some(
      (body) => body.form === 'other' || (body.form === 'group' && bodyAt(w, body.begin)!.end < body.end - 5),
    )
  )
    return null;
  return namesOf(clean, w, bodies);
}

/** “Trách nhiệm của …”: all the rest of the title names bodies, known or not. */
function wholeTitle(clean: Clean, w: Words): Name[] | null {
  if (/[.:;]./.test(clean.text) || clean.text.length > 160 || / (?:trong|đối với|khi) /.test(clean.text))
    return null;
  const bodies = joinUnknown(bodiesOfField(w, 0, w.count));
  return bodies[0]?.form === 'other' ? null : namesOf(clean, w, bodies);
}

export const originOf = (item: Item, how: Origin['how']): Origin => ({
  path: item.path,
  span: spanOf(item.words, 0, item.words.text.length),
  how,
});

/** “Phối hợp với A, B:”, “1. Sở X chủ trì, phối hợp với Y:”, “Giao Sở X:” over items of their own. */
export function leadInCharge(item: Item, above: Charge): Charge {
  // “Chủ tịch UBND tỉnh kết luận như sau:” names who gives the work, not who has it.
  if (isConclusion(item.words.text) && !prefix.test(item.words.text)) return above;
  const words = item.words.text.length > 1200 ? cleanFrom(item.words, 0, 1200) : item.words;
  const w = wordsOf(words);
  if (w.count === 0) return above;
  const origin = originOf(item, 'lead-in');
  const first = leadingSubject(w);
  const subjects = item.preamble ? ordersIn(w) : first === null ? (described(w) ?? allSubjects(w)) : [first];
  if (item.preamble && subjects.length === 0) return above;
  const request = above.request || subjects.some((subject) => subject.request);
  const named = inherited(
    namesOf(
      words,
      w,
      subjects.flatMap((subject) => subject.bodies),
    ),
    origin,
  );
  const keeps = above.holders.length > 0 && !above.weak;
  const holders = keeps ? above.holders : named;
  const verb = verbPlace(w, first?.end ?? 0);
  const leads = hasLead(w);
  const cooperates = onlyCooperates(w, verb);
  const coordinators =
    leads || cooperates || w.lower.some((_, k) => isCooperating(w, k))
      ? inherited(coordinatorsIn(words, w), origin)
      : [];
  return {
    holders,
    coordinators: [...above.coordinators, ...coordinators],
    lead: leads ? true : cooperates ? false : above.lead,
    request,
    origin,
    weak: item.preamble,
  };
}

/** “Sở X là cơ quan chủ chương trình …, có nhiệm vụ:” says who is meant before it says what to do. */
function described(w: Words): Subject[] | null {
  const { bodies, end } = bodyListAt(w, 0);
  return bodies.length > 0 && w.lower[end] === 'là' ? [{ bodies, request: false, end }] : null;
}

export const hasLead = (w: Words): boolean =>
  w.lower.some((word, k) => word === 'chủ' && w.lower[k + 1] === 'trì');

/** The first word after a subject and what may stand between it and its verb. */
export function verbPlace(w: Words, from: number): number {
  let k = from;
  while (
    k < w.count &&
    [
      'có',
      'chịu',
      'trách',
      'nhiệm',
      'thường',
      'xuyên',
      'chủ',
      'động',
      'tích',
      'cực',
      'kịp',
      'thời',
      'tiếp',
      'tục',
      'khẩn',
      'trương',
    ].includes(w.lower[k]!) &&
    !(w.lower[k] === 'chủ' && w.lower[k + 1] === 'trì')
  )
    k++;
  return k;
}
