import type { Outline } from '../outline/build.ts';
import { isClosing } from '../outline/closing.ts';
import { isConclusion } from '../outline/conclusion.ts';
import { type Item, isNumbered } from '../outline/item.ts';
import { cleanFrom } from '../text/clean.ts';
import { type Charge, type Draft, noCharge } from './draft.ts';
import {
  addHolders,
  fieldNames,
  fieldsUnder,
  namesHolder,
  readFields,
  tasksOf,
  tasksWithFields,
  withFields,
} from './fields.ts';
import { headingCharge, leadInCharge, originOf } from './heading.ts';
import { labelled } from './labels.ts';
import { fieldDeadline, inlineFields, readLeaf, type Watch } from './leaf.ts';
import { distinct, type Name } from './name.ts';
import { readRemark } from './remark.ts';
import { columnsOf, readTable } from './table.ts';

/** Sections that only say why, or for whom: a body named inside a sentence there is charged with nothing. */
const purpose =
  /^(?:mục đích|yêu cầu|mục tiêu|quan điểm|sự cần thiết|căn cứ|tình hình|đánh giá|kết quả|nguyên tắc|định hướng|tầm nhìn|các chỉ tiêu|chỉ tiêu|thực trạng|tồn tại)/i;
const scope =
  /^(?:đối tượng|phạm vi|giải thích từ ngữ|phạm vi điều chỉnh|đối tượng áp dụng|thời gian|địa điểm|phạm vi và|phạm vi,)/i;

/** Duties of an outline in the order of the text (GUIDE of readings: “What is a duty”). */
export function findDuties(outline: Outline): Draft[] {
  const drafts: Draft[] = [];
  walkChildren(outline.root, noCharge, 'open', drafts);
  return drafts;
}

function walkChildren(item: Item, charge: Charge, watch: Watch, drafts: Draft[]): void {
  let inForce = charge;
  let titled = false;
  item.children.forEach((child, i) => {
    const title = bareHeading(child, item.children[i + 1], watch);
    if (title !== null) {
      inForce = { ...title, request: title.request || charge.request };
      titled = true;
      return;
    }
    if (titled && (isNumbered(child) || (child.kind === 'paragraph' && isClosing(child.words.text)))) {
      inForce = charge;
      titled = false;
    }
    inForce = walk(child, inForce, titled ? inForce : charge, watch, drafts, item.children[i + 1]);
  });
}

/** A line of its own that names bodies and nothing else (“**Sở Tài chính**”): a heading without a number. */
function bareHeading(item: Item, next: Item | undefined, watch: Watch): Charge | null {
  if (item.kind !== 'paragraph' || item.preamble || watch === 'silent' || next === undefined) return null;
  const { text } = item.words;
  if (text.length > 300 || /[.;,]$/.test(text) || isNumbered(next) || next.kind === 'table') return null;
  const charge = headingCharge(item);
  return charge === null || (!item.strong && !text.endsWith(':') && !opensInCapital(text)) ? null : charge;
}
const opensInCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** Reads one item; returns the charge for its following siblings, which a lead-in paragraph changes. */
function walk(
  item: Item,
  charge: Charge,
  above: Charge,
  watch: Watch,
  drafts: Draft[],
  next: Item | undefined,
): Charge {
  if (item.kind === 'table') {
    drafts.push(...readTable(item));
    return charge;
  }
  const { text } = item.words;
  const watched = watchOf(item, watch);
  if (item.kind === 'paragraph' && isLeadIn(item, next))
    return leadInCharge(item, item.preamble ? charge : above);
  const fields = item.rank >= 5 || item.kind === 'clause' ? fieldsUnder(item) : [];
  if (namesHolder(fields) && watched !== 'silent') {
    const tasks = tasksWithFields(item);
    for (const task of tasks) readTask(task, tasks.length > 1 ? fieldsUnder(task) : fields, charge, drafts);
    return charge;
  }
  if (item.children.length === 0) {
    leaf(item, charge, watched, drafts);
    return charge;
  }
  const named = charge.holders.length > 0 && item.rank >= 8 ? null : headingCharge(item);
  if (named !== null)
    walkChildren(item, { ...named, request: named.request || charge.request }, watched, drafts);
  else walkHeading(item, text, charge, watched, drafts);
  return charge;
}

/** An item with children that is no mere list of names: a lead-in, a sentence that is a duty itself, or a title. */
function walkHeading(item: Item, text: string, charge: Charge, watch: Watch, drafts: Draft[]): void {
  const opens = text.endsWith(':');
  if (
    !opens &&
    isSentence(item, text) &&
    (charge.holders.length > 0 || item.children.every((child) => child.kind === 'paragraph'))
  )
    leaf(item, charge, watch, drafts);
  const below = opens || charge.holders.length > 0 ? leadInCharge(item, charge) : charge;
  const passes = opens || item.rank < 8 || charge.holders.length > 0;
  walkChildren(item, passes && opens && watch === 'open' ? below : charge, watch, drafts);
}

const isSentence = (item: Item, text: string): boolean =>
  /[.;]$/.test(text) && text.length > 60 && item.rank >= 5;

const isLeadIn = (item: Item, next: Item | undefined): boolean =>
  item.words.text.endsWith(':') && next !== undefined && (isNumbered(next) || next.rank >= 8);

/** What minutes tell of a meeting before its conclusion: who was there, who said what. */
const proceedings =
  /^(?:(?:các |những )?(?:ý kiến|nội dung) (?:thảo luận|phát biểu|trao đổi|tham luận|đóng góp|báo cáo)|(?:các )?ý kiến$|diễn biến|thảo luận|phát biểu|tham luận|thành phần|nội dung (?:cuộc |buổi |phiên )?(?:họp|làm việc)|(?:các )?đơn vị báo cáo)/i;

function watchOf(item: Item, watch: Watch): Watch {
  if (item.children.length === 0) return watch;
  const heading = item.words.text;
  if (watch === 'silent') return isConclusion(heading) ? 'open' : watch;
  if (heading.length > 160) return watch;
  if (proceedings.test(heading) && !/kết luận|phân công|nhiệm vụ|chỉ đạo/i.test(heading)) return 'silent';
  if (scope.test(heading)) return 'silent';
  if (purpose.test(heading) && !/nhiệm vụ|tổ chức thực hiện|trách nhiệm/i.test(heading)) return 'strict';
  return watch;
}

function leaf(item: Item, charge: Charge, watch: Watch, drafts: Draft[]): void {
  const { text } = item.words;
  if (text.endsWith(':') || (item.strong && item.kind === 'paragraph' && text.length < 200)) return;
  if (
    /^\[\.{3}\]|^\(\.{3}\)|^[.\s…_-]+$|^\[\d+\]|^\d{1,2} (?:\d|\p{Lu})/u.test(text) ||
    (labelled(text) !== null && charge.holders.length === 0 && !/^Giao ?:/.test(text))
  )
    return;
  const inline = readInline(item, charge) ?? (watch === 'silent' ? null : readRemark(item, charge));
  const draft = inline ?? readLeaf(item, item.words, charge, watch);
  if (draft !== null) drafts.push(draft);
}

/** “… (Đơn vị chủ trì: Sở A; thời gian: quý I)” in one sentence. */
function readInline(item: Item, charge: Charge): Draft | null {
  const fields = inlineFields(item.words);
  if (!fields.some((field) => field.kind === 'lead' || field.kind === 'holder') || fields[0]!.begin < 30)
    return null;
  const origin = originOf(item, 'field');
  const set = readFields([]);
  const names: { holders: Name[]; coordinators: Name[] } = { holders: [], coordinators: [] };
  for (const { kind, begin, end } of fields) {
    const value = cleanFrom(item.words, begin, end);
    if (kind === 'lead' || kind === 'holder') addHolders(names, value, origin);
    else if (kind === 'coordinators') names.coordinators.push(...fieldNames(value, origin));
    else if (kind === 'time') set.deadline ??= fieldDeadline(item.words, begin, end);
  }
  return withFields(
    item,
    item.words,
    { ...set, holders: distinct(names.holders), coordinators: distinct(names.coordinators) },
    charge,
    null,
  );
}

/** A task with lines of fields under it; earlier siblings without any share them. */
function readTask(item: Item, fields: ReturnType<typeof fieldsUnder>, charge: Charge, drafts: Draft[]): void {
  const set = readFields(fields);
  const origin = originOf(item, 'next-task');
  for (const sibling of bareTasksBefore(item, drafts))
    drafts.push(withFields(sibling, sibling.words, set, charge, origin));
  for (const task of tasksOf(item, fields)) drafts.push(withFields(task.item, task.clean, set, charge, null));
}

/** Numbered siblings right before a task that say what to do and name nobody: the fields printed after the last hold for all. */
function bareTasksBefore(item: Item, drafts: readonly Draft[]): Item[] {
  if (item.kind !== 'clause' || item.parent === null || item.parent.rank < 5) return [];
  const siblings = item.parent.children;
  const taken = new Set(drafts.slice(-40).map((draft) => draft.item));
  const bare: Item[] = [];
  for (let i = siblings.indexOf(item) - 1; i >= 0; i--) {
    const sibling = siblings[i]!;
    if (
      sibling.kind !== 'clause' ||
      taken.has(sibling) ||
      sibling.words.text.length < 60 ||
      namesHolder(fieldsUnder(sibling))
    )
      break;
    if (sibling.children.some((child) => child.kind !== 'paragraph' || taken.has(child))) break;
    bare.unshift(sibling);
  }
  return bare;
}

export { columnsOf };
