import { createHash } from 'node:crypto';
import type { Paragraph } from './report.ts';

/**
 * The hash on an agency's receipt: sha256 over slot, text and sources of each paragraph in order, so that the
 * same content gives the same receipt wherever its rows are kept.
 */
export function receiptHash(paragraphs: readonly Paragraph[]): string {
  const said = paragraphs.map(({ slot, text, sources }) => [
    slot,
    text,
    sources.map(({ dutyId, progressEntryId }) => [dutyId, progressEntryId]),
  ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
