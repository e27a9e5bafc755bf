import type { Mark } from './text-blocks.ts';
import type { ShownDocument, ShownDuty } from './use-review.ts';

/** Everything that was read, as marks on the text. */
export function marksOf(document: ShownDocument): Mark[] {
  const header = Object.entries(document.spans).map(([field, span]) => ({ name: `h-${field}`, span }));
  const outline = document.outline.map((entry, index) => ({ name: `o-${index}`, span: entry.span }));
  const citations = document.citations.flatMap((citation, index) =>
    citation.mentions.map((mention) => ({ name: `c-${index}`, span: mention.span })),
  );
  return [...header, ...outline, ...document.duties.flatMap(marksOfDuty), ...citations];
}

function marksOfDuty(duty: ShownDuty): Mark[] {
  if (duty.removed) return [];
  const { holders, coordinators, deadline, reportTo, product } = duty.evidence;
  const evidence = [...holders, ...coordinators, deadline, reportTo, product];
  return [
    { name: duty.id, span: duty.span },
    ...evidence.flatMap((one) => (one ? [{ name: `e-${duty.id}`, span: one.span }] : [])),
  ];
}

/** What a redraw of the text depends on: where duties stand, not what is confirmed. */
export const placesOf = (document: ShownDocument): string =>
  document.duties.map((duty) => `${duty.id}:${duty.removed ? '' : duty.span}`).join(' ');
