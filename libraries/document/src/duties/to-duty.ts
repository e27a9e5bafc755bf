import { firstWords } from '../outline/entries.ts';
import type { Duty, Evidence, Span } from '../reading.ts';
import { spanOf } from '../text/clean.ts';
import { originalSpan, type Source } from '../text/nfc.ts';
import { trimmedOf } from '../text/trim.ts';
import { doubtsOf } from './confidence.ts';
import type { Draft } from './draft.ts';
import type { Name } from './name.ts';
import { sixClearOf } from './six-clear.ts';

/** Puts drafts into their final shape: ids, spans in the text as given, doubts, six clears. */
export function toDuties(drafts: readonly Draft[], source: Source): Duty[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const base = draft.path ?? '';
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return toDuty(draft, `${base}#${count}`, source);
  });
}

function toDuty(draft: Draft, id: string, source: Source): Duty {
  const { clean } = draft;
  const text = trimmedOf(clean.text, ';');
  const place = (span: Span): Span => originalSpan(source, span);
  const placed = (evidence: Evidence | null): Evidence | null =>
    evidence === null
      ? null
      : {
          text: evidence.text,
          span: place(evidence.span),
          inheritedFrom:
            evidence.inheritedFrom === null
              ? null
              : { ...evidence.inheritedFrom, span: place(evidence.inheritedFrom.span) },
        };
  const named = (name: Name): Evidence =>
    placed({ text: name.text, span: name.span, inheritedFrom: name.origin })!;
  const deadline = draft.deadline === null ? null : { ...draft.deadline, span: place(draft.deadline.span) };
  const evidence = {
    holders: draft.holders.map(named),
    coordinators: draft.coordinators.map(named),
    lead: placed(draft.leadFrom),
    request: placed(draft.requestFrom),
    deadline:
      draft.deadline === null
        ? null
        : placed({ text: draft.deadline.text, span: draft.deadline.span, inheritedFrom: draft.deadlineFrom }),
    reportTo: placed(draft.reportTo),
    product: placed(draft.product),
  };
  const { confidence, doubts } = doubtsOf(draft);
  return {
    id,
    start: firstWords(text, 14),
    text,
    span: place(spanOf(clean, 0, clean.text.length)),
    path: draft.path,
    holders: draft.holders.map((name) => name.text),
    coordinators: draft.coordinators.map((name) => name.text),
    lead: draft.lead,
    request: draft.request,
    deadline,
    reportTo: draft.reportTo?.text ?? null,
    product: draft.product?.text ?? null,
    evidence,
    confidence,
    doubts,
    serves: [],
    sixClear: sixClearOf(draft),
  };
}
