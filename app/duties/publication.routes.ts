import { listAgencies, matchingOn, matchPrintedName } from '#app/agencies/index.ts';
import {
  confirmedDuties,
  type DocumentRecord,
  getDocument,
  isAllConfirmed,
  markPublished,
} from '#app/documents/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Calendar } from '#libraries/calendar/index.ts';
import { dueDateOf } from './due-date.ts';
import { mayPublish } from './duty.policy.ts';
import { insertDuty } from './duty.store.ts';
import * as contract from './publication.contract.ts';
import {
  agenciesOfMatch,
  countGiven,
  type Decision,
  isAskedOnly,
  mustBeDecided,
  type PlannedDuty,
  planPublication,
  printedNames,
} from './publication.ts';

export function publicationRoutes(web: Web, house: House): void {
  mount(web, house, contract.previewPublication, async ({ params, viewer, tx }) => {
    requirePolicy(mayPublish, viewer, undefined);
    const document = await getDocument(tx, params.id);
    const duties = confirmedDuties(document);
    const { agencies, names } = await matchNames(tx, document, officeDay(house.now()));
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
    const decisions = await decide(tx, document, body.decisions, officeDay(house.now()));
    const planned = planPublication(confirmedDuties(document), decisions);
    await markPublished(tx, document.id, house.now());
    await giveOut(tx, house, viewer, document, planned, new Set(body.acceptedDeadlines));
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

/** Names mean the agencies of today, and groups unfold to the list of today: they get the work. */
async function matchNames(tx: Tx, document: DocumentRecord, today: string) {
  const { agencies, groups } = await matchingOn(tx, today);
  const context = { groups, ...(document.issuer ? { issuer: document.issuer } : {}) };
  const names = printedNames(confirmedDuties(document)).map((name) => {
    const match = matchPrintedName(name.printed, agencies, context);
    return {
      ...name,
      kind: match.kind,
      explanation: match.explanation,
      agencyIds: agenciesOfMatch(match),
      candidates: 'candidates' in match ? match.candidates : [],
      mustBeDecided: mustBeDecided(match),
      proposal: match.kind === 'unknown' ? match.proposal : null,
    };
  });
  return { agencies, names };
}

function deadlinesOf(document: DocumentRecord, calendar: Calendar) {
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

function requirePublishable(document: DocumentRecord, revision: number | undefined): void {
  if (document.state === 'published')
    throw conflict('Văn bản này đã được công bố trước đó: hãy xem các nhiệm vụ đã giao ở trang Nhiệm vụ.');
  if (!isAllConfirmed(document.reading))
    throw conflict('Còn nhiệm vụ chưa được xác nhận: hãy xác nhận hết ở trang văn bản rồi công bố.');
  if (revision !== undefined && revision !== document.revision)
    throw conflict('Văn bản vừa được người khác sửa: hãy tải lại trang, xem lại các cơ quan rồi công bố.');
}

/** The agencies of each name: as decided, else as matched. @throws Problem 422 naming what is still open */
async function decide(
  tx: Tx,
  document: DocumentRecord,
  given: Decision[],
  today: string,
): Promise<Decision[]> {
  const { agencies, names } = await matchNames(tx, document, today);
  const known = new Set(agencies.map(({ id }) => id));
  const decided = new Map(given.map((decision) => [decision.printed, decision.agencyIds]));
  const open = names.filter((name) => name.mustBeDecided && !decided.has(name.printed));
  if (open[0])
    throw invalid(
      `Còn ${open.length} tên chưa rõ là cơ quan nào, ví dụ “${open[0].printed}”: chọn cơ quan hoặc để nguyên như văn bản.`,
      open.map(({ printed, explanation }) => ({ path: `decisions.${printed}`, message: explanation })),
    );
  if ([...decided.values()].flat().some((id) => !known.has(id)))
    throw invalid('Có cơ quan được chọn không còn trong danh mục: hãy tải lại trang rồi chọn lại.');
  return names.map(({ printed, agencyIds }) => ({ printed, agencyIds: decided.get(printed) ?? agencyIds }));
}

async function giveOut(
  tx: Tx,
  house: House,
  viewer: Viewer,
  document: DocumentRecord,
  planned: PlannedDuty[],
  accepted: Set<string>,
): Promise<void> {
  const now = house.now();
  const calendar = await officeCalendar(tx);
  const agencyOf = new Map((await listAgencies(tx)).map((agency) => [agency.id, agency]));
  for (const { duty, parts, unnamedHolders, unnamedCoordinators } of planned) {
    const limit = duty.deadline ? dueDateOf(duty.deadline.words, document.issuedOn, calendar) : null;
    const isTaken = !limit?.assumption || accepted.has(duty.deadline?.words ?? '');
    const dueOn = limit && isTaken ? limit.due : null;
    const held = parts.filter((part) => part.role === 'holder');
    const isRequest = isAskedOnly(
      duty.request,
      held.map((part) => agencyOf.get(part.agencyId)!.kind),
    );
    const id = await insertDuty(
      tx,
      {
        ...duty,
        documentId: document.id,
        isRequest,
        deadlineWords: duty.deadline?.words ?? null,
        deadlineKind: limit?.kind ?? null,
        dueOn,
        dueSource: limit?.assumption ? 'confirmed' : 'stated',
        unnamedHolders,
        unnamedCoordinators,
      },
      parts,
      now,
    );
    const named = (role: 'holder' | 'coordinator') =>
      parts.filter((part) => part.role === role).map((part) => agencyOf.get(part.agencyId)!.name);
    await appendEvent(tx, now, {
      subjectKind: 'duty',
      subjectId: id,
      kind: 'duty.assigned',
      actorId: viewer.personId,
      payload: {
        documentId: document.id,
        path: duty.path,
        leads: duty.lead,
        request: isRequest,
        holders: named('holder'),
        coordinators: named('coordinator'),
        dueOn,
      },
    });
  }
}
