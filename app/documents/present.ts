import { type DocumentRecord, inTextOrder, type ReviewedDuty, readLimit } from './document.ts';

/** A duty as pages see it. `names` gives the name of a person by id. */
export const presentDuty = (duty: ReviewedDuty, issuedOn: string | null, names: Map<string, string>) => {
  const limit = readLimit(duty, issuedOn);
  return {
    ...duty,
    deadline: duty.deadline && {
      ...duty.deadline,
      due: limit?.due ?? null,
      assumption: limit?.assumption ?? null,
    },
    correctedBy: duty.correctedBy && (names.get(duty.correctedBy) ?? ''),
  };
};

/** A document as pages see it: duties in the order of the text, those left out among them. */
export function presentDocument(
  document: DocumentRecord,
  names: Map<string, string>,
  file: { id: string; name: string; size: number } | undefined,
) {
  const { reading } = document;
  return {
    ...document,
    createdAt: document.createdAt.toISOString(),
    publishedAt: document.publishedAt?.toISOString() ?? null,
    createdBy: names.get(document.createdBy) ?? '',
    file: file ?? null,
    signers: reading.document.signers,
    recipients: reading.document.recipients,
    urgency: reading.document.urgency,
    spans: reading.document.spans,
    outline: reading.outline,
    citations: reading.citations,
    taskGroups: reading.taskGroups,
    notes: reading.notes,
    duties: inTextOrder(reading.duties).map((duty) => presentDuty(duty, document.issuedOn, names)),
  };
}
