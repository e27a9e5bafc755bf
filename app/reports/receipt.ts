import { createHash } from 'node:crypto';
import type { IndicatorValue } from './indicator.contract.ts';
import type { KeptParagraph } from './report.ts';

/**
 * The hash on an agency's receipt: sha256 over slot, text and sources of each paragraph in order and, where there
 * are any, over its figures, so that the same content gives the same receipt wherever its rows are kept. What was
 * filed before there were figures and register rows keeps the receipt it had.
 */
export function receiptHash(
  paragraphs: readonly KeptParagraph[],
  values: readonly IndicatorValue[] = [],
): string {
  const said = paragraphs.map(({ slot, text, sources, records = [], marks = [], form = 'text' }) => [
    slot,
    text,
    sources.map(({ dutyId, progressEntryId }) => [dutyId, progressEntryId]),
    ...(records.length ? [records.map(({ register, id }) => [register, id])] : []),
    ...(marks.length ? [{ marks: marks.map(({ kind, begin, end }) => [kind, begin, end]) }] : []),
    ...(form === 'text' ? [] : [{ form }]),
  ]);
  const figures = values.map((one) => [
    one.indicator,
    one.amount,
    one.whole,
    one.currency,
    one.rateOn,
    one.isComputed,
    one.source,
    one.counted.map(({ key, name, on, amount, record }) => [key, name, on, amount, record?.id ?? null]),
    ...(one.explanation ? [one.explanation] : []),
  ]);
  return createHash('sha256')
    .update(JSON.stringify(figures.length ? { said, figures } : said))
    .digest('hex');
}
