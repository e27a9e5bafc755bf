import { confirmedDuties, type DocumentRecord, getDocument, markPublished } from '#app/documents/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { nameSame } from '../alike/name-same.ts';
import { listKnownDuties } from '../alike.store.ts';
import { dueDateOf } from '../due-date.ts';
import { mayPublish } from '../duty.policy.ts';
import { giveOut } from '../give-out.ts';
import { decideNames } from '../printed-agencies.ts';
import { requirePublishable } from '../publication.routes.ts';
import { planPublication } from '../publication.ts';
import * as contract from './amendment.contract.ts';
import { listPublishedNamed } from './amendment.store.ts';
import { faultOfPairs, type Pair, pairDuties, type Relation, relationAt } from './amendment.ts';
import { carryOn, endDuty } from './carry-on.ts';

export function amendmentRoutes(web: Web, house: House): void {
  mount(web, house, contract.previewAmendment, async ({ params, query, viewer, tx }) => {
    requirePolicy(mayPublish, viewer, undefined);
    const document = await getDocument(tx, params.id);
    const named = await namedDocuments(tx, document);
    const of = query.of ?? named.find((one) => one.relation)?.id ?? null;
    const relation = query.relation ?? named.find(({ id }) => id === of)?.relation ?? 'replaces';
    const old = of && document.state === 'draft' ? await listKnownDuties(tx, of) : [];
    const fresh = await newDuties(tx, document);
    const { symbol, title, state, revision } = document;
    return {
      ...{ symbol, title, state, revision, named, of },
      relation: of ? relation : null,
      pairs: of ? pairDuties(old, fresh, relation) : [],
      old: old.map(({ id, path, text, deadlineWords, dueOn, parts }) => ({
        ...{ id, path, text, deadlineWords, dueOn },
        agencies: parts.filter(({ role }) => role === 'holder').map(({ agency }) => agency),
      })),
      fresh,
    };
  });
  mount(web, house, contract.applyAmendment, apply);
}

/** Published documents that this one names, with what it says it does to them. */
async function namedDocuments(tx: Tx, document: DocumentRecord) {
  const { citations } = document.reading;
  const found = await listPublishedNamed(
    tx,
    document.id,
    citations.map(({ symbol }) => symbol),
  );
  return found.map(({ key, ...one }) => {
    const mentions = citations
      .filter(({ symbol }) => keyOf(symbol) === key)
      .flatMap((cited) => cited.mentions);
    const said = mentions.map(({ span }) => relationAt(document.text, span));
    const relation: Relation | null = said.includes('replaces') ? 'replaces' : (said.find(Boolean) ?? null);
    return { ...one, relation };
  });
}

const keyOf = (symbol: string) => symbol.toLowerCase().replace(/\s+/g, '');

async function newDuties(tx: Tx, document: DocumentRecord) {
  const calendar = await officeCalendar(tx);
  return confirmedDuties(document).map((duty) => ({
    id: duty.id,
    path: duty.path,
    text: duty.text,
    deadlineWords: duty.deadline?.words ?? null,
    dueOn: duty.deadline ? dueDateOf(duty.deadline.words, document.issuedOn, calendar).due : null,
    agencies: duty.holders,
  }));
}

async function apply({ params, body, viewer, tx, house }: SignedCall<typeof contract.applyAmendment>) {
  requirePolicy(mayPublish, viewer, undefined);
  const document = await getDocument(tx, params.id, { forUpdate: true });
  requirePublishable(document, body.revision);
  if (body.of === document.id) throw notFound('văn bản cũ này');
  const before = await getDocument(tx, body.of, { forUpdate: true });
  if (before.state !== 'published')
    throw conflict('Văn bản cũ chưa được công bố nên chưa có nhiệm vụ nào để sửa: hãy chọn văn bản khác.');
  const old = await listKnownDuties(tx, before.id);
  const duties = confirmedDuties(document);
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  const fault = faultOfPairs(body.pairs, ids(old), ids(duties));
  if (fault) throw invalid(fault);
  const at = house.now();
  const printing = { duties, issuer: document.issuer };
  const decisions = await decideNames(tx, printing, body.decisions, officeDay(at));
  const planned = new Map(planPublication(duties, decisions).map((plan) => [plan.duty.id, plan]));
  await markPublished(tx, document.id, at);
  const accepted = new Set(body.acceptedDeadlines);
  const giving = { at, actorId: viewer.personId, document, accepted };
  const same = new Map(body.same.map(({ id, dutyId }) => [id, dutyId]));
  const isFresh = ({ newId, as }: Pair) => as === 'new' && !same.has(newId!);
  const fresh = body.pairs.flatMap((pair) => (isFresh(pair) ? planned.get(pair.newId!)! : []));
  await giveOut(tx, giving, fresh);
  const going = { house, viewer, from: before, to: document, accepted, reason: body.reason };
  const again = body.pairs.flatMap(({ newId, as }) => (as === 'new' ? (newId ?? []) : []));
  await nameSame(
    tx,
    giving,
    duties.filter(({ id }) => again.includes(id)),
    same,
  );
  for (const { oldId, newId, as } of body.pairs) {
    if (as === 'withdrawn') await endDuty(tx, going, oldId!);
    if ((as === 'kept' || as === 'changed') && newId)
      await carryOn(tx, going, oldId!, planned.get(newId)!, as === 'changed');
  }
  const count = (as: string) => body.pairs.filter((pair) => pair.as === as).length;
  const counts = { kept: count('kept'), changed: count('changed'), withdrawn: count('withdrawn') };
  const tell = (subjectId: string, kind: string, payload: Record<string, unknown>) =>
    appendEvent(tx, at, { subjectKind: 'document', subjectId, kind, actorId: viewer.personId, payload });
  const { relation } = body;
  await tell(document.id, 'document.published', { symbol: document.symbol, duties: duties.length });
  await tell(before.id, 'document.amended', { by: document.symbol, byId: document.id, relation, ...counts });
  return { ...counts, given: fresh.length };
}
