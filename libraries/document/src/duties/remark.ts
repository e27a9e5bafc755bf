import type { Item } from '../outline/item.ts';
import { type Clean, cleanFrom } from '../text/clean.ts';
import { toWords, type Words } from '../text/words.ts';
import { cooperatingBodies, coordinatorsIn } from './coordination.ts';
import { deadlineIn } from './deadline.ts';
import type { Charge, Draft } from './draft.ts';
import { readFields, withFields } from './fields.ts';
import { originOf } from './heading.ts';
import { fieldDeadline, inlineFields } from './leaf.ts';
import { distinct, namesOf } from './name.ts';
import { leadingSubject } from './subject.ts';

/** A task that says in a last bracket who does it: “… (Sở A chủ trì, phối hợp với Sở B; quý I/2026).” Null if it does not. */
export function readRemark(item: Item, charge: Charge): Draft | null {
  const remark = lastBracket(item.words);
  if (remark === null) return null;
  const w = toWords(remark.text);
  const subject = leadingSubject(w, w.lower[0] === 'do' ? 1 : 0);
  if (subject === null || subject.request || !isCharged(w, subject.end)) return null;
  const origin = originOf(item, 'field');
  const time = inlineFields(remark).find((field) => field.kind === 'time');
  return withFields(
    item,
    item.words,
    {
      ...readFields([]),
      holders: distinct(namesOf(remark, w, subject.bodies, origin)),
      coordinators: distinct([
        ...coordinatorsIn(remark, w).map((name) => ({ ...name, origin })),
        ...namesOf(remark, w, cooperatingBodies(w, subject.end), origin),
      ]),
      deadline: time === undefined ? deadlineIn(remark) : fieldDeadline(remark, time.begin, time.end),
    },
    { ...charge, holders: [] },
    null,
  );
}

/** The words in the bracket that ends a text of some length. */
function lastBracket(clean: Clean): Clean | null {
  const { text } = clean;
  const close = text.length - 1 - (/[\s.;,/]*$/.exec(text.slice(-6))?.[0].length ?? 0);
  if (text[close] !== ')') return null;
  const open = text.lastIndexOf('(', close);
  if (open < 20 || close - open < 12 || text.slice(open + 1, close).includes(')')) return null;
  return cleanFrom(clean, open + 1, close);
}

/** “… chủ trì”, “… phụ trách”, “… thực hiện” after the names. */
const isCharged = (w: Words, at: number): boolean =>
  /^(?:chủ trì|là cơ quan chủ trì|phụ trách|thực hiện|tham mưu|chịu trách|đầu mối|làm đầu|tổ chức)/.test(
    w.lower.slice(at, at + 4).join(' '),
  );
