import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { mayEditConsolidations, mayReadConsolidations } from '../consolidation.policy.ts';
import { openForEditing, tell } from '../consolidation.routes.ts';
import { type Consolidation, getConsolidation, listTaken } from '../consolidation.store.ts';
import { type FiledToday, filedToday } from '../make-draft.ts';
import { listSentences } from '../sentence.store.ts';
import type { Sentence } from '../sentence.ts';
import * as contract from './matrix.contract.ts';
import { mergeKept, splitAgain } from './merge-sentences.ts';
import { placeOne } from './place-paragraph.ts';
import { countPlaces, filedParagraphs, keyOfParagraph, type Placed, placeAll } from './placement.ts';

/** Paragraphs of one answer. */
const PAGE = 100;

/** Outline × agencies: where each paragraph went, and giving it another place. */
export function matrixRoutes(web: Web, house: House): void {
  mount(web, house, contract.getMatrix, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    const one = await getConsolidation(tx, params.id);
    const { now, placed } = await placesOf(tx, one);
    const taken = new Set(
      (await listTaken(tx, one.id)).map((filing) => `${filing.agencyReportId} ${filing.number}`),
    );
    const numbers = new Map(now.filed.map((report) => [report.agencyReportId, report.number]));
    return {
      period: now.period.name,
      slots: now.period.definition.slots.map(({ key, level, heading, writes }) => ({
        key,
        level,
        heading,
        writes,
      })),
      agencies: now.board.map(({ id, agencyName }) => ({
        agencyReportId: id,
        name: agencyName,
        hasFiled: numbers.has(id),
        isTaken: taken.has(`${id} ${numbers.get(id)}`),
      })),
      cells: cellsOf(now, placed),
      counts: countPlaces(placed.values()),
      mayEdit: one.state === 'draft' && mayEditConsolidations.allows(viewer, undefined),
    };
  });
  mount(web, house, contract.listParagraphs, async ({ params, query, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    const { now, placed, sentences } = await placesOf(tx, await getConsolidation(tx, params.id));
    const names = new Map(now.board.map((row) => [row.id, row.agencyName]));
    const found = filedParagraphs(now.filed).filter(
      (one) =>
        (!query.slot || one.slot === query.slot) &&
        (!query.report || one.agencyReportId === query.report) &&
        (!query.placement || placed.get(keyOfParagraph(one))!.placement === query.placement),
    );
    const page = found.slice((query.page - 1) * PAGE, query.page * PAGE);
    const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]));
    return {
      total: found.length,
      paragraphs: page.map((one) => ({
        ...one,
        agency: names.get(one.agencyReportId) ?? '',
        ...presentPlace(placed.get(keyOfParagraph(one))!, byId),
      })),
    };
  });
  mount(web, house, contract.placeParagraph, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const done = await placeOne(tx, draft, body, house.now());
    await tell(tx, house.now(), viewer, draft.id, done.kind, done.payload);
    const { placed, sentences } = await placesOf(tx, draft);
    const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]));
    return { ...done.paragraph, ...presentPlace(placed.get(keyOfParagraph(done.paragraph))!, byId) };
  });
  mount(web, house, contract.mergeSentences, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const given = { text: body.text, at: house.now() };
    const { kept, changed } = await mergeKept(tx, draft.id, params.sentenceId, body.others, given);
    const payload = { sentenceId: kept.id, others: body.others.length, changed };
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.sentences-merged', payload);
    return kept;
  });
  mount(web, house, contract.splitSentence, async ({ params, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const { kept, changed } = await splitAgain(tx, draft.id, params.sentenceId, house.now());
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.sentence-split', {
      sentenceId: kept.id,
      changed,
    });
    return kept;
  });
}

async function placesOf(tx: Tx, one: Consolidation) {
  const now = await filedToday(tx, one.periodId);
  const sentences = await listSentences(tx, one.id);
  return { now, sentences, placed: placeAll(filedParagraphs(now.filed), sentences) };
}

function cellsOf({ period, board, filed }: FiledToday, placed: ReadonlyMap<string, Placed>) {
  const slots = new Map(period.definition.slots.map(({ key }, index) => [key, index]));
  const agencies = new Map(board.map(({ id }, index) => [id, index]));
  const cells = new Map<string, { slot: number; agency: number } & Record<Placed['placement'], number>>();
  for (const one of filedParagraphs(filed)) {
    const [slot, agency] = [slots.get(one.slot), agencies.get(one.agencyReportId)];
    if (slot === undefined || agency === undefined) continue;
    const key = `${slot} ${agency}`;
    const cell = cells.get(key) ?? { slot, agency, used: 0, merged: 0, aside: 0, waiting: 0 };
    cell[placed.get(keyOfParagraph(one))!.placement] += 1;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function presentPlace({ placement, sentenceId }: Placed, byId: ReadonlyMap<string, Sentence>) {
  const sentence = sentenceId ? byId.get(sentenceId) : undefined;
  if (!sentence) return { placement, sentence: null };
  const { id, slot, text, removedReason, sources } = sentence;
  return { placement, sentence: { id, slot, text, reason: removedReason, sources: sources.length } };
}
