import { appendEvent } from '#app/ledger/index.ts';
import type { Route } from '#app/platform/contract.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Span } from '#libraries/document/index.ts';
import { addedDuty, correctDuty, differenceOf } from './correction.ts';
import * as contract from './document.contract.ts';
import { mayReviewDocuments } from './document.policy.ts';
import { findByIdentity, getDocument, updateDuties, updateHeader } from './document.store.ts';
import { type DocumentHeader, type DocumentRecord, type ReviewedDuty, tidySymbol } from './document.ts';
import { presentDuty } from './present.ts';

type Correction = { params: { id: string }; body: { revision: number } };
type Call = Omit<SignedCall<Route>, 'params' | 'body' | 'query'> & Correction;
type Happening = { kind: string; payload: Record<string, unknown> };

export function correctionRoutes(web: Web, house: House): void {
  mount(web, house, contract.correctHeader, correctHeader);
  mount(web, house, contract.correctDuty, async (call) => {
    const document = await openForCorrection(call);
    const duty = document.reading.duties.find((one) => one.id === call.params.dutyId);
    if (!duty) throw notFound('nhiệm vụ này trong văn bản');
    const { confirmed, removed, revision: _, ...changes } = call.body;
    if (changes.span) requireWords(document, changes.span);
    const corrected = correctDuty(duty, changes, { text: document.text, personId: call.viewer.personId });
    const after = {
      ...corrected,
      confirmed: confirmed ?? corrected.confirmed,
      removed: removed ?? corrected.removed,
    };
    return save(call, document, [after], happenings(duty, after));
  });
  mount(web, house, contract.addDuty, async (call) => {
    const document = await openForCorrection(call);
    requireWords(document, call.body.span);
    const added = addedDuty(document.reading, document.text, call.body.span);
    const payload = { dutyId: added.id, path: added.path, span: added.span };
    return save(call, document, [added], [{ kind: 'document.duty-added', payload }]);
  });
  mount(web, house, contract.confirmDuties, async (call) => {
    const document = await openForCorrection(call);
    const { confirmed, dutyIds } = call.body;
    const changed = document.reading.duties
      .filter((duty) => !duty.removed && duty.confirmed !== confirmed)
      .filter((duty) => !dutyIds || dutyIds.includes(duty.id))
      .map((duty) => ({ ...duty, confirmed }));
    const kind = confirmed ? 'document.all-confirmed' : 'document.confirmations-taken-back';
    const happened = { kind, payload: { dutyIds: changed.map((duty) => duty.id) } };
    return save(call, document, changed, changed.length ? [happened] : []);
  });
}

/** The document, held until the correction is written. @throws Problem 403, 404, or 409 in a plain sentence */
async function openForCorrection({ params, body, viewer, tx }: Call): Promise<DocumentRecord> {
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

function requireWords(document: DocumentRecord, [begin, end]: Span): void {
  if (!document.text.slice(begin, end).trim())
    throw invalid('Đoạn được chọn không có chữ nào: hãy bôi đen đoạn văn nêu nhiệm vụ rồi thử lại.');
}

function happenings(before: ReviewedDuty, after: ReviewedDuty): Happening[] {
  const about = { dutyId: after.id, path: after.path };
  const difference = differenceOf(before, after);
  const happened: Happening[] = [];
  if (difference)
    happened.push({
      kind: 'document.duty-corrected',
      payload: { ...about, before: difference[0], after: difference[1] },
    });
  if (before.confirmed !== after.confirmed)
    happened.push({
      kind: after.confirmed ? 'document.duty-confirmed' : 'document.duty-reopened',
      payload: about,
    });
  if (before.removed !== after.removed)
    happened.push({
      kind: after.removed ? 'document.duty-removed' : 'document.duty-restored',
      payload: about,
    });
  return happened;
}

/** Writes changed or new duties with what happened; nothing happened, nothing is written. */
async function save(call: Call, document: DocumentRecord, changed: ReviewedDuty[], happened: Happening[]) {
  const byId = new Map(changed.map((duty) => [duty.id, duty]));
  const kept = document.reading.duties.map((duty) => byId.get(duty.id) ?? duty);
  const known = new Set(kept.map((duty) => duty.id));
  const duties = [...kept, ...changed.filter((duty) => !known.has(duty.id))];
  const revision = happened.length ? await updateDuties(call.tx, document.id, duties) : document.revision;
  await tell(call, happened);
  const names = new Map([[call.viewer.personId, call.viewer.name]]);
  return { revision, duties: changed.map((duty) => presentDuty(duty, document.issuedOn, names)) };
}

async function tell({ params, viewer, tx, house }: Call, happened: Happening[]): Promise<void> {
  for (const one of happened) {
    await appendEvent(tx, house.now(), {
      subjectKind: 'document',
      subjectId: params.id,
      actorId: viewer.personId,
      ...one,
    });
  }
}

async function correctHeader(call: SignedCall<typeof contract.correctHeader>) {
  const document = await openForCorrection(call);
  const { revision: _, ...given } = call.body;
  const before = headerOf(document);
  const after = { ...before, ...given } as DocumentHeader;
  after.symbol = tidySymbol(after.symbol);
  const names = (Object.keys(before) as (keyof DocumentHeader)[]).filter(
    (name) => before[name] !== after[name],
  );
  if (!names.length) return { ...after, revision: document.revision };
  const same = await findByIdentity(call.tx, after);
  if (same && same !== document.id)
    throw conflict(
      'Đã có văn bản khác cùng số, ký hiệu, cơ quan và ngày ban hành: hãy mở văn bản đó, hoặc kiểm tra lại các ô vừa sửa.',
      { id: same },
    );
  const revision = await updateHeader(call.tx, document.id, after);
  const pick = (header: DocumentHeader) => Object.fromEntries(names.map((name) => [name, header[name]]));
  await tell(call, [
    { kind: 'document.header-corrected', payload: { before: pick(before), after: pick(after) } },
  ]);
  return { ...after, revision };
}

const headerOf = ({ symbol, kind, title, issuer, place, issuedOn }: DocumentRecord): DocumentHeader => ({
  symbol,
  kind,
  title,
  issuer,
  place,
  issuedOn,
});
