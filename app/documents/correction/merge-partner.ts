import type { ReviewedDuty } from '../document.ts';

/** The duty that follows in the text, of those that are kept. */
export function nextDuty<D extends Pick<ReviewedDuty, 'id' | 'span' | 'removed'>>(
  duties: readonly D[],
  id: string,
): D | undefined {
  const kept = duties.filter((duty) => !duty.removed);
  kept.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const at = kept.findIndex((duty) => duty.id === id);
  return at < 0 ? undefined : kept[at + 1];
}

/** Fields of the second duty that differ from those of the first and are lost when they are merged. */
export function lostByMerging(
  duty: Pick<ReviewedDuty, 'reportTo' | 'product'> & { deadline: { text: string } | null },
  next: Pick<ReviewedDuty, 'reportTo' | 'product'> & { deadline: { text: string } | null },
): ('deadline' | 'reportTo' | 'product')[] {
  const differ = (one: string | null | undefined, other: string | null | undefined) =>
    one && other && one !== other;
  return [
    ...(differ(duty.deadline?.text, next.deadline?.text) ? (['deadline'] as const) : []),
    ...(differ(duty.reportTo, next.reportTo) ? (['reportTo'] as const) : []),
    ...(differ(duty.product, next.product) ? (['product'] as const) : []),
  ];
}
