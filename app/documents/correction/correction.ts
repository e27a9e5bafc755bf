import type { Clarity, SixClear, Span } from '#libraries/document/index.ts';
import type { DutyFields, ReviewedDuty, ReviewedReading } from '../document.ts';

/** What a person changes in a duty; a field left out stays. `deadline` is the words, null for none. */
export type DutyChanges = {
  holders?: string[] | undefined;
  coordinators?: string[] | undefined;
  lead?: boolean | undefined;
  request?: boolean | undefined;
  deadline?: string | null | undefined;
  reportTo?: string | null | undefined;
  product?: string | null | undefined;
  path?: string | null | undefined;
  span?: Span | undefined;
};

const fieldNames = [
  'path',
  'text',
  'span',
  'holders',
  'coordinators',
  'lead',
  'request',
  'deadline',
  'reportTo',
  'product',
] as const satisfies (keyof DutyFields)[];

/** The duty with the changes of `personId`; its `asRead` keeps what the program read. */
export function correctDuty(
  duty: ReviewedDuty,
  changes: DutyChanges,
  { text, personId }: { text: string; personId: string },
): ReviewedDuty {
  const before = fieldsOf(duty);
  const after = fieldsAfter(before, duty, changes, text);
  if (sameFields(before, after)) return duty;
  const asRead = duty.asRead ?? before;
  const isBack = !duty.added && sameFields(asRead, after);
  return {
    ...duty,
    ...after,
    start: firstWords(after.text),
    asRead: isBack ? null : asRead,
    correctedBy: isBack ? null : personId,
    sixClear: clarified(duty.sixClear, before, after),
  };
}

function fieldsAfter(before: DutyFields, duty: ReviewedDuty, changes: DutyChanges, text: string): DutyFields {
  const given = Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => value !== undefined && name !== 'deadline'),
  ) as Partial<DutyFields>;
  const after = { ...before, ...given };
  if (changes.span) {
    after.span = trimmed(text, changes.span);
    const asRead = [before, duty.asRead].find((one) => one && String(one.span) === String(after.span));
    after.text = asRead?.text ?? textOf(text, after.span);
  }
  if (changes.deadline !== undefined) after.deadline = locate(changes.deadline, duty, after.span, text);
  return after;
}

/** Where the words of a deadline stand: where they were read before, else within the duty, else nowhere. */
function locate(
  words: string | null,
  duty: ReviewedDuty,
  span: Span,
  text: string,
): ReviewedDuty['deadline'] {
  if (!words) return null;
  const known = [duty.deadline, duty.asRead?.deadline].find((deadline) => deadline?.text === words);
  if (known) return known;
  const at = text.slice(...span).indexOf(words);
  return { text: words, span: at < 0 ? null : [span[0] + at, span[0] + at + words.length] };
}

const fieldsOf = (duty: ReviewedDuty): DutyFields =>
  Object.fromEntries(fieldNames.map((name) => [name, duty[name]])) as DutyFields;

const sameFields = (a: DutyFields, b: DutyFields): boolean =>
  fieldNames.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));

/** What was changed, for the ledger: old and new values of the changed fields alone. A new text is told by its span. */
export function differenceOf(before: ReviewedDuty, after: ReviewedDuty): [object, object] | null {
  const changed = fieldNames.filter(
    (name) => name !== 'text' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (!changed.length) return null;
  const pick = (duty: ReviewedDuty) => Object.fromEntries(changed.map((name) => [name, duty[name]]));
  return [pick(before), pick(after)];
}

/** A duty that a person made from selected words; its holders are proposed from the duty before it in the same section. */
export function addedDuty(reading: ReviewedReading, text: string, selected: Span): ReviewedDuty {
  const span = trimmed(text, selected);
  const path = reading.outline.findLast((entry) => entry.span[0] <= span[0])?.path ?? null;
  const sibling = reading.duties.findLast(
    (duty) => !duty.removed && duty.span[0] < span[0] && sectionOf(duty.path) === sectionOf(path),
  );
  const nothing = { holders: [], coordinators: [], lead: null, request: null };
  const holders = sibling?.holders ?? [];
  return {
    id: nextId(reading.duties),
    start: firstWords(textOf(text, span)),
    text: textOf(text, span),
    span,
    path,
    holders,
    coordinators: [],
    lead: true,
    request: sibling?.request ?? false,
    deadline: null,
    reportTo: null,
    product: null,
    evidence: { ...nothing, deadline: null, reportTo: null, product: null },
    confidence: 1,
    doubts: [],
    serves: [],
    sixClear: {
      person: holders.length ? proposed(holders.join(', '), 'Theo nhiệm vụ đứng trước cùng mục.') : missing,
      work: stated(firstWords(textOf(text, span))),
      time: missing,
      responsibility: missing,
      product: missing,
      authority: missing,
    },
    confirmed: false,
    correctedBy: null,
    asRead: null,
    removed: false,
    added: true,
  };
}

/** The next free id; ids of duties left out are never given again. */
export const nextId = (duties: readonly ReviewedDuty[]): string =>
  `d${1 + Math.max(0, ...duties.map((duty) => Number(duty.id.slice(1))))}`;

/** 'III.2.c' → 'III.2': duties of one section mostly have one holder. */
const sectionOf = (path: string | null): string => path?.split('.').slice(0, 2).join('.') ?? '';

/** The selection without white space at its ends. */
function trimmed(text: string, [begin, end]: Span): Span {
  const words = text.slice(begin, end);
  return [begin + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

/** Words of a span on one line, marks of Markdown dropped. */
const textOf = (text: string, span: Span): string =>
  text
    .slice(...span)
    .replace(/\*\*|^#+\s*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

export const firstWords = (text: string): string => text.split(/\s+/).slice(0, 14).join(' ');

const missing: Clarity = { state: 'missing', value: null, reason: null };
const stated = (value: string | null): Clarity =>
  value ? { state: 'stated', value, reason: null } : missing;
const proposed = (value: string, reason: string): Clarity => ({ state: 'proposed', value, reason });

/** "6 rõ" follows a correction in the aspects it touched. */
function clarified(six: SixClear, before: DutyFields, after: DutyFields): SixClear {
  const changed = (name: keyof DutyFields) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  return {
    ...six,
    ...(changed('holders') ? { person: stated(after.holders.join(', ')) } : {}),
    ...(changed('deadline') ? { time: stated(after.deadline?.text ?? null) } : {}),
    ...(changed('product') ? { product: stated(after.product) } : {}),
    ...(changed('text') ? { work: stated(firstWords(after.text)) } : {}),
  };
}
