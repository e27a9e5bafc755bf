import type { DutyEvidence, Evidence, Span } from '#libraries/document/index.ts';
import type { ReviewedDuty } from '../document.ts';
import { correctDuty, type DutyChanges, firstWords } from './correction.ts';

type Hand = { text: string; personId: string };

/**
 * A duty in two at `at`. The first keeps its id, and what was read in its part or above it; the second, under
 * `newId`, gets what was read in its own part, and what both inherit. A part that names no body keeps those of
 * the whole. Neither is confirmed.
 */
export function splitDuty(
  duty: ReviewedDuty,
  at: number,
  newId: string,
  hand: Hand,
): [ReviewedDuty, ReviewedDuty] {
  const first = changed(duty, fieldsOfPart(duty, [duty.span[0], at]), hand);
  const second = changed(duty, fieldsOfPart(duty, [at, duty.span[1]]), hand);
  const apart: ReviewedDuty = {
    ...second,
    id: newId,
    start: firstWords(second.text),
    evidence: evidenceOf(duty, second.span),
    asRead: null,
    added: true,
  };
  return [first, apart];
}

/**
 * A duty with the one after it: words from the beginning of the first to the end of the last, the bodies of
 * both, and of all else what the first says, or the second where the first says nothing. The second is left out.
 */
export function mergeDuties(
  duty: ReviewedDuty,
  next: ReviewedDuty,
  hand: Hand,
): [ReviewedDuty, ReviewedDuty] {
  const holders = [...new Set([...duty.holders, ...next.holders])];
  const helpers = [...new Set([...duty.coordinators, ...next.coordinators])];
  const changes: DutyChanges = {
    span: [Math.min(duty.span[0], next.span[0]), Math.max(duty.span[1], next.span[1])],
    holders,
    coordinators: helpers.filter((name) => !holders.includes(name)),
    lead: duty.lead || next.lead,
    request: duty.request && next.request,
    deadline: duty.deadline?.text ?? next.deadline?.text ?? null,
    reportTo: duty.reportTo ?? next.reportTo,
    product: duty.product ?? next.product,
  };
  return [changed(duty, changes, hand), { ...next, removed: true, confirmed: false }];
}

const changed = (duty: ReviewedDuty, changes: DutyChanges, hand: Hand): ReviewedDuty => ({
  ...correctDuty(duty, changes, hand),
  confirmed: false,
});

function fieldsOfPart(duty: ReviewedDuty, span: Span): DutyChanges {
  const { evidence } = duty;
  const others = (words: Evidence | null) =>
    words && beginsIn(words.span, duty.span) && !beginsIn(words.span, span);
  const named = (names: string[], read: Evidence[]) => {
    const elsewhere = read.filter((one) => others(one)).map((one) => one.text.trim());
    return names.filter((name) => !elsewhere.includes(name));
  };
  const holders = named(duty.holders, evidence.holders);
  const deadlineAt = duty.deadline?.span ?? evidence.deadline?.span;
  const isOthers = deadlineAt && beginsIn(deadlineAt, duty.span) && !beginsIn(deadlineAt, span);
  return {
    span,
    holders: holders.length ? holders : duty.holders,
    coordinators: named(duty.coordinators, evidence.coordinators),
    deadline: isOthers ? null : (duty.deadline?.text ?? null),
    reportTo: others(evidence.reportTo) ? null : duty.reportTo,
    product: others(evidence.product) ? null : duty.product,
  };
}

/** What was read in one part of a duty, or outside the duty. */
function evidenceOf(duty: ReviewedDuty, span: Span): DutyEvidence {
  const keep = (one: Evidence) => beginsIn(one.span, span) || !beginsIn(one.span, duty.span);
  const orNull = (one: Evidence | null) => (one && keep(one) ? one : null);
  const { holders, coordinators, lead, request, deadline, reportTo, product } = duty.evidence;
  return {
    holders: holders.filter(keep),
    coordinators: coordinators.filter(keep),
    lead: orNull(lead),
    request: orNull(request),
    deadline: orNull(deadline),
    reportTo: orNull(reportTo),
    product: orNull(product),
  };
}

/** Words that the cut goes through belong to the part in which they begin. */
const beginsIn = (words: Span, part: Span): boolean => words[0] >= part[0] && words[0] < part[1];
