import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { getPeriod } from '#app/reports/index.ts';
import { mayAskBack } from '../ask/ask.policy.ts';
import { listAsks, listTurns } from '../ask/ask.store.ts';
import { countAsks, isLateAsk } from '../ask/ask.ts';
import { mayEditConsolidations, mayReadConsolidations } from '../consolidation.policy.ts';
import { waitingFor } from '../consolidation.routes.ts';
import {
  type Consolidation,
  getConsolidation,
  listTaken,
  symbolOf,
  symbolOfCorrected,
} from '../consolidation.store.ts';
import { listKept } from '../findings/finding.store.ts';
import { listSentences } from '../sentence.store.ts';
import { isSupported, type Sentence } from '../sentence.ts';
import { findBefore, findFrozen } from '../since/before.store.ts';
import { presentTotal } from '../totals/present-total.ts';
import { totalsToday } from '../totals/totals-today.ts';
import { getBrief, named } from './brief.contract.ts';
import { concludingSlots } from './conclusion.ts';

/** What a leader needs to sign a report, on one page. */
export function briefRoutes(web: Web, house: House): void {
  mount(web, house, getBrief, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    const one = await getConsolidation(tx, params.id);
    const sentences = await listSentences(tx, one.id);
    const kept = sentences.filter(({ removedReason }) => removedReason === null);
    return {
      ...(await figuresOf(tx, one, sentences)),
      ...(await wordsOf(tx, one, kept)),
      conclusion: await conclusionOf(tx, one, kept),
      asks: mayAskBack.allows(viewer) ? await asksOf(tx, one.id, officeDay(house.now())) : null,
      mayIssue: mayIssue(viewer, one),
    };
  });
}

const mayIssue = (viewer: Viewer, { state }: Consolidation): boolean =>
  state === 'draft' && mayEditConsolidations.allows(viewer);

/** Whose report of which days it is, who did not report, and the figures against the period before. */
async function figuresOf(tx: Tx, one: Consolidation, sentences: readonly Sentence[]) {
  const now = await totalsToday(tx, one);
  const before = await findBefore(tx, one.periodId);
  const byKey = new Map(
    ((await findFrozen(tx, one.id)) ?? now.totals).map((total) => [total.indicator, total]),
  );
  const { period, expected, missing, planLabel } = now;
  const { letter, state, issuedAt, version } = one;
  return {
    id: one.id,
    title: letter.title,
    reportName: period.definition.name,
    periodName: period.name,
    planLabel,
    from: period.from,
    to: period.to,
    state,
    symbol: symbolOf(one),
    issuedAt: issuedAt?.toISOString() ?? null,
    version,
    corrects: await symbolOfCorrected(tx, one),
    agencies: { expected, missing },
    waiting: state === 'draft' ? waitingFor(now, await listTaken(tx, one.id), sentences) : [],
    before: before?.name ?? null,
    duties: one.figures,
    dutiesBefore: before?.figures ?? null,
    indicators: period.definition.indicators.map((indicator) => ({
      indicator,
      total: presentTotal(indicator, byKey.get(indicator.key), before),
    })),
  };
}

/** Sentences nobody stands behind, those of the editor alone, and what is not decided. */
async function wordsOf(tx: Tx, one: Consolidation, kept: readonly Sentence[]) {
  const undecided = (await listKept(tx, one.id)).filter(({ decision }) => decision === null);
  return {
    bare: firstOf(kept.filter((sentence) => !isSupported(sentence))),
    editorial: firstOf(kept.filter(({ isEditorial }) => isEditorial)),
    undecided: {
      count: undecided.length,
      first: undecided.slice(0, named).map(({ id, kind, subject }) => ({ id, kind, subject })),
    },
  };
}

const firstOf = (sentences: readonly Sentence[]) => ({
  count: sentences.length,
  first: sentences.slice(0, named).map(({ id, slot, text }) => ({ id, slot, text })),
});

async function conclusionOf(tx: Tx, one: Consolidation, kept: readonly Sentence[]) {
  const { definition } = await getPeriod(tx, one.periodId);
  return concludingSlots(definition.slots).map(({ key, heading }) => ({
    key,
    heading,
    ...firstOf(kept.filter(({ slot }) => slot === key)),
  }));
}

async function asksOf(tx: Tx, consolidationId: string, today: string) {
  const asks = (await listAsks(tx, { consolidationId })).map((ask) => ({
    ...ask,
    isLate: isLateAsk(ask, today),
  }));
  const waiting = asks.filter(({ state }) => state !== 'closed').slice(0, named);
  const turns = await listTurns(
    tx,
    waiting.map(({ id }) => id),
  );
  return {
    ...countAsks(asks),
    first: waiting.map(({ id, agency, dueOn, isLate, state }) => ({
      id,
      agency,
      question: turns.findLast(({ askId, kind }) => askId === id && kind === 'question')?.words ?? '',
      dueOn,
      isLate,
      isAnswered: state === 'answered',
    })),
  };
}
