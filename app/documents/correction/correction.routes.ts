import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Span } from '#libraries/document/index.ts';
import * as contract from '../document.contract.ts';
import { findByIdentity, updateHeader } from '../document.store.ts';
import { type DocumentHeader, type DocumentRecord, type ReviewedDuty, tidySymbol } from '../document.ts';
import { type Happening, openForCorrection, save, tell } from './correct-document.ts';
import { addedDuty, correctDuty, differenceOf } from './correction.ts';
import { splitRoutes } from './split.routes.ts';

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
  splitRoutes(web, house);
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
