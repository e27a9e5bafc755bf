import {
  appendEvent,
  type Changes,
  isSame,
  type LedgerAct,
  type LedgerEvent,
  type Undone,
} from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import { correctDuty, type DutyChanges } from '../correction/correction.ts';
import { mayReviewDocuments } from '../document.policy.ts';
import { findByIdentity, getDocument, updateDuties, updateHeader } from '../document.store.ts';
import type { DocumentHeader, DocumentRecord, ReviewedDuty } from '../document.ts';

/** The document, held until what is taken back is written. @throws Problem 403, 404, 409 once it is published */
async function openDraft({ tx, viewer, subjectId }: LedgerAct): Promise<DocumentRecord> {
  requirePolicy(mayReviewDocuments, viewer, undefined);
  const document = await getDocument(tx, subjectId, { forUpdate: true });
  if (document.state === 'published')
    throw conflict(
      'Văn bản đã công bố nên bản đọc được giữ nguyên: hãy sửa từng nhiệm vụ trong danh sách nhiệm vụ.',
    );
  return document;
}

const meanwhile = () =>
  conflict('Chỗ này đã được sửa, tách hoặc gộp sau đó: hãy mở văn bản rồi sửa trực tiếp.');

const turned = (changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).map(([field, [was, is]]) => [field, [is, was]]));

async function undoHeader(act: LedgerAct, _line: LedgerEvent, changes: Changes): Promise<Undone> {
  const document = await openDraft(act);
  const header = { ...headerOf(document) };
  for (const [field, [before, after]] of Object.entries(changes)) {
    const name = field.slice('header.'.length) as keyof DocumentHeader;
    if (!isSame(document[name], after)) throw meanwhile();
    header[name] = before as string | null;
  }
  const same = await findByIdentity(act.tx, header);
  if (same && same !== document.id)
    throw conflict('Đã có văn bản khác mang đúng số, ký hiệu, cơ quan và ngày cũ: hãy mở văn bản đó.', {
      id: same,
    });
  await updateHeader(act.tx, document.id, header);
  return { changed: turned(changes) };
}

const headerOf = ({ symbol, kind, title, issuer, place, issuedOn }: DocumentRecord): DocumentHeader => ({
  symbol,
  kind,
  title,
  issuer,
  place,
  issuedOn,
});

/** Fields of duties: each must still be what the line made it. */
async function undoDuties(act: LedgerAct, _line: LedgerEvent, changes: Changes): Promise<Undone> {
  const document = await openDraft(act);
  const byDuty = Map.groupBy(Object.entries(changes), ([field]) => field.split(':')[0]!);
  const changed = [...byDuty].map(([id, fields]) => {
    const duty = document.reading.duties.find((one) => one.id === id);
    if (!duty) throw notFound('nhiệm vụ này trong văn bản');
    return putBack(duty, fields, { text: document.text, personId: act.viewer.personId });
  });
  await write(act, document, changed);
  return { changed: turned(changes), payload: { dutyId: changed[0]?.id, path: changed[0]?.path } };
}

function putBack(
  duty: ReviewedDuty,
  fields: [string, Changes[string]][],
  hand: { text: string; personId: string },
): ReviewedDuty {
  const old: Record<string, unknown> = {};
  for (const [field, [before, after]] of fields) {
    const name = field.split(':')[1]!;
    if (!isSame(duty[name as keyof ReviewedDuty], after)) throw meanwhile();
    old[name] = name === 'deadline' ? ((before as { text: string } | null)?.text ?? null) : before;
  }
  const { confirmed = duty.confirmed, removed = duty.removed, ...changes } = old;
  const corrected = correctDuty(duty, changes as DutyChanges, hand);
  return { ...corrected, confirmed: confirmed as boolean, removed: removed as boolean };
}

async function write(
  { tx }: LedgerAct,
  document: DocumentRecord,
  changed: readonly ReviewedDuty[],
): Promise<void> {
  const byId = new Map(changed.map((duty) => [duty.id, duty]));
  await updateDuties(
    tx,
    document.id,
    document.reading.duties.map((duty) => byId.get(duty.id) ?? duty),
  );
}

export const undoDocument = {
  'document.header-corrected': undoHeader,
  'document.duty-corrected': undoDuties,
  'document.duty-confirmed': undoDuties,
  'document.duty-reopened': undoDuties,
  'document.duty-removed': undoDuties,
  'document.duty-restored': undoDuties,
  'document.duty-added': undoDuties,
  'document.all-confirmed': undoDuties,
  'document.confirmations-taken-back': undoDuties,
};

/** A duty that was left out comes again. */
export async function restoreDuty(act: LedgerAct, dutyId: string): Promise<void> {
  const document = await openDraft(act);
  const duty = document.reading.duties.find((one) => one.id === dutyId && one.removed);
  if (!duty) throw notFound('nhiệm vụ đã bỏ này');
  await write(act, document, [{ ...duty, removed: false }]);
  await appendEvent(act.tx, act.house.now(), {
    subjectKind: 'document',
    subjectId: document.id,
    kind: 'document.duty-restored',
    actorId: act.viewer.personId,
    payload: { dutyId, path: duty.path },
  });
}
