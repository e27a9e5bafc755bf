import {
  type Choice,
  type Comparison,
  type Difference,
  type Move,
  movedSpan,
  type Span,
} from '#libraries/document/index.ts';
import type { DocumentHeader, DocumentRecord, ReviewedDuty, ReviewedReading } from '../document.ts';
import { tidySymbol } from '../document.ts';

/** open: being decided · applied: the document has the chosen text · proposed: the document was published, so kept as a proposal. */
export type ComparisonState = 'open' | 'applied' | 'proposed';

/** What a person chose for one difference. */
export type Decision = {
  differenceId: string;
  choice: Choice['choice'];
  /** Their own words. */
  words: string | null;
  reason: string | null;
  by: string;
  /** ISO instant. */
  at: string;
};

export type CopyComparison = {
  id: string;
  documentId: string;
  ourText: string;
  otherText: string;
  otherName: string | null;
  comparison: Comparison;
  decisions: Decision[];
  log: Decision[];
  state: ComparisonState;
  madeBy: string;
  madeAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
  revision: number;
};

/** Layout is shown, not chosen: it carries no words of the document. */
export const isChoosable = (difference: Pick<Difference, 'detail'>): boolean =>
  difference.detail !== 'layout';

export const choiceOf =
  (decisions: readonly Decision[]) =>
  (id: string): Choice | undefined => {
    const found = decisions.find((one) => one.differenceId === id);
    if (!found) return undefined;
    return found.choice === 'own' ? { choice: 'own', words: found.words ?? '' } : { choice: found.choice };
  };

/** The last decision for each difference. */
export function decided(before: readonly Decision[], made: readonly Decision[]): Decision[] {
  const byId = new Map([...before, ...made].map((one) => [one.differenceId, one]));
  return [...byId.values()];
}

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Share of words that two texts have in common: 0..1. */
function likeness(a: string, b: string): number {
  const [x, y] = [folded(a).split(' '), folded(b).split(' ')];
  const left = new Map<string, number>();
  for (const word of x) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of y) {
    const count = left.get(word) ?? 0;
    if (count > 0) same++;
    left.set(word, count - 1);
  }
  return (2 * same) / (x.length + y.length);
}

/**
 * The new reading with what people did in the old one: a duty is known again by its path and its words. Its
 * confirmation stays where no word of it changed; corrections, removals and duties added by hand stay in any case.
 */
export function carriedOver(
  fresh: ReviewedReading,
  before: ReviewedReading,
  { text, moves }: { text: string; moves: readonly Move[] },
): ReviewedReading {
  const left = before.duties.filter((duty) => !duty.added);
  const known = new Map<string, ReviewedDuty>();
  for (const duty of fresh.duties) {
    const found = counterpart(duty, left);
    if (!found) continue;
    left.splice(left.indexOf(found), 1);
    known.set(duty.id, found);
  }
  const ids = newIds(fresh.duties, known, before.duties);
  const read = fresh.duties.map((duty) => {
    const old = known.get(duty.id);
    return { ...(old ? remembered(duty, old, moves) : duty), id: ids.get(duty.id)! };
  });
  const added = before.duties.filter((duty) => duty.added).map((duty) => movedDuty(duty, text, moves));
  const taskGroups = fresh.taskGroups.map((group) => ({
    ...group,
    dutyIds: group.dutyIds.flatMap((id) => ids.get(id) ?? []),
  }));
  return { ...fresh, duties: [...read, ...added], taskGroups };
}

/** The old duty that this one is: same path, and most words in common. */
function counterpart(duty: ReviewedDuty, old: readonly ReviewedDuty[]): ReviewedDuty | undefined {
  const words = (one: ReviewedDuty): string => one.asRead?.text ?? one.text;
  const path = (one: ReviewedDuty): string | null => one.asRead?.path ?? one.path;
  const near = old
    .filter((one) => path(one) === duty.path || folded(words(one)) === folded(duty.text))
    .map((one) => ({ one, worth: likeness(words(one), duty.text) }))
    .toSorted((x, y) => y.worth - x.worth)[0];
  return near && near.worth >= 0.6 ? near.one : undefined;
}

/** Old duties keep their ids, as addresses and the ledger name them; new ones get the next free ones. */
function newIds(
  fresh: readonly ReviewedDuty[],
  known: ReadonlyMap<string, ReviewedDuty>,
  before: readonly ReviewedDuty[],
): Map<string, string> {
  let next = Math.max(0, ...before.map((duty) => Number(duty.id.slice(1))));
  return new Map(fresh.map((duty) => [duty.id, known.get(duty.id)?.id ?? `d${++next}`]));
}

function remembered(duty: ReviewedDuty, old: ReviewedDuty, moves: readonly Move[]): ReviewedDuty {
  const unchanged = folded(old.asRead?.text ?? old.text) === folded(duty.text);
  const state = { removed: old.removed, confirmed: old.confirmed && unchanged };
  if (!old.asRead) return { ...duty, ...state };
  const { path, text, span, holders, coordinators, lead, request, deadline, reportTo, product } = duty;
  const asRead = { path, text, span, holders, coordinators, lead, request, deadline, reportTo, product };
  const corrected = {
    ...duty,
    path: old.path,
    holders: old.holders,
    coordinators: old.coordinators,
    lead: old.lead,
    request: old.request,
    deadline: old.deadline && { ...old.deadline, span: old.deadline.span && moved(old.deadline.span, moves) },
    reportTo: old.reportTo,
    product: old.product,
  };
  return { ...corrected, ...state, asRead, correctedBy: old.correctedBy };
}

const moved = (span: Span, moves: readonly Move[]): Span => movedSpan(span, moves).span;

/** A duty made from selected words: the same words at their new place. */
function movedDuty(duty: ReviewedDuty, text: string, moves: readonly Move[]): ReviewedDuty {
  const { span, touched } = movedSpan(duty.span, moves);
  const words = touched
    ? text
        .slice(...span)
        .replace(/\s+/g, ' ')
        .trim()
    : duty.text;
  return {
    ...duty,
    span,
    text: words,
    deadline: duty.deadline && {
      ...duty.deadline,
      span: duty.deadline.span && moved(duty.deadline.span, moves),
    },
    confirmed: duty.confirmed && !touched,
  };
}

/** Header fields as the new text has them; what a person corrected stays. */
export function headerAfter(document: DocumentRecord, fresh: ReviewedReading): DocumentHeader {
  const fieldsOf = ({ document: d }: ReviewedReading): DocumentHeader => ({
    symbol: tidySymbol(d.symbol),
    kind: d.kind,
    title: d.title,
    issuer: d.issuer,
    place: d.place,
    issuedOn: d.date,
  });
  const [before, after] = [fieldsOf(document.reading), fieldsOf(fresh)];
  const names = Object.keys(before) as (keyof DocumentHeader)[];
  return Object.fromEntries(
    names.map((name) => [name, document[name] === before[name] ? after[name] : document[name]]),
  ) as DocumentHeader;
}
