import type { DocumentRecord } from '../document.ts';
import { keptDuties, reviewedHeader } from './reviewed-reading.ts';

/** A reading as `bin/nhipcau read --json` prints it, with what people corrected, and the text that its spans point into. */
export function readingJson(document: DocumentRecord) {
  const { reading } = document;
  return {
    id: document.id,
    document: reviewedHeader(document),
    outline: reading.outline,
    citations: reading.citations,
    duties: keptDuties(document).map(({ asRead, correctedBy, removed, ...duty }) => ({
      ...duty,
      start: duty.text.split(/\s+/).slice(0, 14).join(' '),
      corrected: correctedBy !== null,
    })),
    taskGroups: reading.taskGroups,
    notes: reading.notes,
    ...(reading.truncatedTable ? { truncatedTable: true } : {}),
    text: document.text,
  };
}
