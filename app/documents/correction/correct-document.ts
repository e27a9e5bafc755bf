import { appendEvent } from '#app/ledger/index.ts';
import type { Route } from '#app/platform/contract.ts';
import type { SignedCall } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { mayReviewDocuments } from '../document.policy.ts';
import { getDocument, updateDuties } from '../document.store.ts';
import type { DocumentRecord, ReviewedDuty } from '../document.ts';
import { presentDuty } from '../present.ts';

type Correction = { params: { id: string }; body: { revision: number } };
type Call = Omit<SignedCall<Route>, 'params' | 'body' | 'query'> & Correction;
export type Happening = { kind: string; payload: Record<string, unknown> };

/** The document, held until the correction is written. @throws Problem 403, 404, or 409 in a plain sentence */
export async function openForCorrection({ params, body, viewer, tx }: Call): Promise<DocumentRecord> {
  requirePolicy(mayReviewDocuments, viewer, undefined);
  const document = await getDocument(tx, params.id, { forUpdate: true });
  if (document.state === 'published')
    throw conflict(
      'Văn bản đã công bố nên không sửa được ở đây: hãy sửa từng nhiệm vụ trong danh sách nhiệm vụ.',
    );
  if (document.revision !== body.revision)
    throw conflict(
      'Người khác vừa sửa văn bản này: trang sẽ tải lại bản mới nhất, hãy xem rồi làm lại bước vừa rồi.',
      { revision: document.revision },
    );
  return document;
}

/** Writes changed or new duties with what happened; nothing happened, nothing is written. */
export async function save(
  call: Call,
  document: DocumentRecord,
  changed: ReviewedDuty[],
  happened: Happening[],
) {
  const byId = new Map(changed.map((duty) => [duty.id, duty]));
  const kept = document.reading.duties.map((duty) => byId.get(duty.id) ?? duty);
  const known = new Set(kept.map((duty) => duty.id));
  const duties = [...kept, ...changed.filter((duty) => !known.has(duty.id))];
  const revision = happened.length ? await updateDuties(call.tx, document.id, duties) : document.revision;
  await tell(call, happened);
  const names = new Map([[call.viewer.personId, call.viewer.name]]);
  return { revision, duties: changed.map((duty) => presentDuty(duty, document.issuedOn, names)) };
}

export async function tell({ params, viewer, tx, house }: Call, happened: Happening[]): Promise<void> {
  for (const one of happened) {
    await appendEvent(tx, house.now(), {
      subjectKind: 'document',
      subjectId: params.id,
      actorId: viewer.personId,
      ...one,
    });
  }
}
