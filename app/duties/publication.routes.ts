import {
  confirmedDuties,
  type DocumentRecord,
  getDocument,
  isAllConfirmed,
  markPublished,
} from '#app/documents/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Calendar } from '#libraries/calendar/index.ts';
import { nameSame } from './alike/name-same.ts';
import { dueDateOf } from './due-date.ts';
import { mayPublish } from './duty.policy.ts';
import { giveOut } from './give-out.ts';
import { decideNames, matchNames } from './printed-agencies.ts';
import * as contract from './publication.contract.ts';
import { countGiven, planPublication } from './publication.ts';

export function publicationRoutes(web: Web, house: House): void {
  mount(web, house, contract.previewPublication, async ({ params, viewer, tx }) => {
    requirePolicy(mayPublish, viewer, undefined);
    const document = await getDocument(tx, params.id);
    const duties = confirmedDuties(document);
    const { agencies, names } = await matchNames(
      tx,
      { duties, issuer: document.issuer },
      officeDay(house.now()),
    );
    return {
      symbol: document.symbol,
      title: document.title,
      state: document.state,
      revision: document.revision,
      duties,
      names,
      deadlines: deadlinesOf(document, await officeCalendar(tx)),
      agencies: agencies.map(({ id, name }) => ({ id, name })),
    };
  });
  mount(web, house, contract.publish, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayPublish, viewer, undefined);
    const document = await getDocument(tx, params.id, { forUpdate: true });
    requirePublishable(document, body.revision);
    const duties = confirmedDuties(document);
    const printing = { duties, issuer: document.issuer };
    const decisions = await decideNames(tx, printing, body.decisions, officeDay(house.now()));
    const same = new Map(body.same.map(({ id, dutyId }) => [id, dutyId]));
    const planned = planPublication(
      duties.filter(({ id }) => !same.has(id)),
      decisions,
    );
    await markPublished(tx, document.id, house.now());
    const accepted = new Set(body.acceptedDeadlines);
    await giveOut(tx, { at: house.now(), actorId: viewer.personId, document, accepted }, planned);
    await nameSame(tx, { at: house.now(), actorId: viewer.personId, document }, duties, same);
    const counts = countGiven(planned);
    await appendEvent(tx, house.now(), {
      subjectKind: 'document',
      subjectId: document.id,
      kind: 'document.published',
      actorId: viewer.personId,
      payload: { symbol: document.symbol, ...counts },
    });
    return counts;
  });
}

export function deadlinesOf(document: DocumentRecord, calendar: Calendar) {
  const byWords = new Map<
    string,
    { words: string; positions: number[]; due: string | null; assumption: string | null }
  >();
  for (const { deadline, position } of confirmedDuties(document)) {
    if (!deadline) continue;
    const { due, assumption } = dueDateOf(deadline.words, document.issuedOn, calendar);
    const known = byWords.get(deadline.words) ?? { words: deadline.words, positions: [], due, assumption };
    byWords.set(deadline.words, { ...known, positions: [...known.positions, position] });
  }
  return [...byWords.values()];
}

export function requirePublishable(document: DocumentRecord, revision: number | undefined): void {
  if (document.state === 'published')
    throw conflict('Văn bản này đã được công bố trước đó: hãy xem các nhiệm vụ đã giao ở trang Nhiệm vụ.');
  if (!isAllConfirmed(document.reading))
    throw conflict('Còn nhiệm vụ chưa được xác nhận: hãy xác nhận hết ở trang văn bản rồi công bố.');
  if (revision !== undefined && revision !== document.revision)
    throw conflict('Văn bản vừa được người khác sửa: hãy tải lại trang, xem lại các cơ quan rồi công bố.');
}
