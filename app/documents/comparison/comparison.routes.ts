import { findPerson } from '#app/accounts/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, type SignedCall, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import { canonicalText, compareCopies, readDocument } from '#libraries/document/index.ts';
import { mayReviewDocuments, maySeeDocument } from '../document.policy.ts';
import { findByIdentity, getDocument } from '../document.store.ts';
import { type DocumentRecord, reviewOf } from '../document.ts';
import { receiveBytes } from '../import/import.routes.ts';
import * as contract from './comparison.contract.ts';
import * as store from './comparison.store.ts';
import {
  type CopyComparison,
  carriedOver,
  choiceOf,
  type Decision,
  headerAfter,
  isChoosable,
} from './comparison.ts';
import { presentComparison } from './present-comparison.ts';
import { readCopy } from './read-copy.ts';

type Deciding = SignedCall<typeof contract.decideComparison>;
type Applying = SignedCall<typeof contract.applyComparison>;

export function comparisonRoutes(web: Web, house: House): void {
  mountLong(web, house, contract.compareCopy, async ({ params, request, viewer }) => {
    requirePolicy(mayReviewDocuments, viewer, undefined);
    const upload = await receiveBytes(house, request);
    const otherText = await readCopy(house, viewer, upload);
    return inTenant(house.db, viewer.tenantId, async (tx) => {
      const document = await getDocument(tx, params.id);
      const comparison = compareCopies(document.text, otherText);
      const madeAt = house.now();
      const made = { documentId: document.id, ourText: document.text, otherText, comparison, madeAt };
      const about = { otherName: upload.file?.name ?? null, madeBy: viewer.personId };
      const id = await store.insertComparison(tx, { ...made, ...about });
      await tell({ tx, house, viewer }, document.id, 'document.copies-compared', {
        comparisonId: id,
        ...comparison.counts,
      });
      return { id };
    });
  });
  mount(web, house, contract.listComparisons, async ({ params, viewer, tx }) => {
    requirePolicy(maySeeDocument, viewer, await getDocument(tx, params.id));
    const rows = await store.listComparisons(tx, params.id);
    return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
  });
  mount(web, house, contract.showComparison, async ({ params, viewer, tx }) => {
    const document = await getDocument(tx, params.id);
    requirePolicy(maySeeDocument, viewer, document);
    return shown(tx, await store.getComparison(tx, params), document);
  });
  mount(web, house, contract.decideComparison, decide);
  mount(web, house, contract.applyComparison, apply);
}

async function decide(call: Deciding) {
  const { params, body, viewer, tx, house } = call;
  const made = await openForDecision(call);
  const at = house.now().toISOString();
  const decisions = body.decisions.map((one): Decision => {
    const difference = made.comparison.differences.find(({ id }) => id === one.differenceId);
    if (!difference || !isChoosable(difference))
      throw invalid('Chỗ được chọn không có trong lần so sánh này: hãy tải lại trang rồi chọn lại.');
    if (one.choice === 'own' && !one.words)
      throw invalid('Chưa có chữ nào trong ô tự ghi: hãy ghi chữ đúng, hoặc chọn một trong hai bản.');
    const words = one.choice === 'own' ? (one.words ?? null) : null;
    const { differenceId, choice } = one;
    return { differenceId, choice, words, reason: one.reason || null, by: viewer.personId, at };
  });
  await store.addDecisions(tx, made, decisions);
  await tell({ tx, house, viewer }, params.id, 'document.copy-decided', {
    comparisonId: made.id,
    choices: decisions.map(({ differenceId, choice }) => ({ differenceId, choice })),
  });
  return shown(tx, await store.getComparison(tx, params), await getDocument(tx, params.id));
}

async function apply(call: Applying) {
  const { params, body, viewer, tx, house } = call;
  // The document first, as every correction does: two people never wait for each other crosswise.
  const document = await getDocument(tx, params.id, { forUpdate: true });
  const made = await openForDecision(call);
  if (!made.decisions.length)
    throw invalid('Chưa chọn chỗ nào: hãy chọn giữ hoặc lấy cho ít nhất một chỗ khác nhau.');
  const close = (state: 'applied' | 'proposed') =>
    store.closeComparison(tx, made.id, { state, by: viewer.personId, at: house.now() });
  if (document.state === 'published') {
    await close('proposed');
    const payload = { comparisonId: made.id, decisions: made.decisions.length };
    await tell({ tx, house, viewer }, params.id, 'document.text-proposed', payload);
    return { state: 'proposed' as const, reopened: 0 };
  }
  if (document.revision !== body.documentRevision)
    throw conflict('Người khác vừa sửa văn bản này: trang sẽ tải lại, hãy xem rồi áp dụng lại.', {
      revision: document.revision,
    });
  const reopened = await replace(tx, document, made);
  await close('applied');
  const payload = { comparisonId: made.id, decisions: made.decisions.length, reopened };
  await tell({ tx, house, viewer }, params.id, 'document.text-settled', payload);
  return { state: 'applied' as const, reopened };
}

/** Writes the one text and its reading. Returns how many confirmations fell because their words changed. */
async function replace(tx: Tx, document: DocumentRecord, made: CopyComparison): Promise<number> {
  if (document.text !== made.ourText)
    throw conflict('Văn bản đã đổi sau lần so sánh này: hãy so sánh lại với bản mới nhất rồi chọn.');
  const { ourText, otherText, comparison } = made;
  const settled = canonicalText(ourText, otherText, comparison.differences, choiceOf(made.decisions));
  const fresh = reviewOf(readDocument(settled.text));
  const reading = carriedOver(fresh, document.reading, settled);
  const header = headerAfter(document, fresh);
  const same = await findByIdentity(tx, header);
  if (same && same !== document.id)
    throw conflict(
      'Sau khi áp dụng, văn bản trùng số, ký hiệu, cơ quan và ngày với một văn bản khác đã có: hãy xem lại các chỗ đã chọn ở phần đầu.',
      { id: same },
    );
  const { revision } = document;
  await store.replaceText(tx, document.id, { text: settled.text, reading, header, revision });
  await store.movePages(tx, document.id, settled.moves);
  const confirmed = new Set(reading.duties.filter((duty) => duty.confirmed).map((duty) => duty.id));
  return document.reading.duties.filter((duty) => duty.confirmed && !confirmed.has(duty.id)).length;
}

/** @throws Problem 403, 404, or 409 in a plain sentence */
async function openForDecision(call: Deciding | Applying): Promise<CopyComparison> {
  const { params, body, viewer, tx } = call;
  requirePolicy(mayReviewDocuments, viewer, undefined);
  const made = await store.getComparison(tx, params, { forUpdate: true });
  if (made.state !== 'open')
    throw conflict('Lần so sánh này đã kết thúc: hãy so sánh lại nếu muốn chọn khác.');
  if (made.revision !== body.revision)
    throw conflict('Người khác vừa chọn ở lần so sánh này: trang sẽ tải lại, hãy xem rồi chọn lại.', {
      revision: made.revision,
    });
  return made;
}

async function shown(tx: Tx, made: CopyComparison, document: DocumentRecord) {
  const names = new Map<string, string>();
  for (const id of new Set([made.madeBy, made.closedBy, ...made.log.map((one) => one.by)])) {
    const person = id ? await findPerson(tx, id) : undefined;
    if (person) names.set(person.id, person.name);
  }
  return presentComparison(made, document, names);
}

const tell = (
  { tx, house, viewer }: Pick<Deciding, 'tx' | 'house' | 'viewer'>,
  subjectId: string,
  kind: string,
  payload: Record<string, unknown>,
): Promise<void> =>
  appendEvent(tx, house.now(), {
    subjectKind: 'document',
    subjectId,
    kind,
    actorId: viewer.personId,
    payload,
  });
