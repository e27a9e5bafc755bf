import { appendEvent } from '#app/ledger/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import type { FiledReport } from '#app/reports/index.ts';
import { mayEditConsolidations, mayReadConsolidations } from '../consolidation.policy.ts';
import { getConsolidation, listConsolidations } from '../consolidation.store.ts';
import { findFrozen } from '../since/before.store.ts';
import { presentTotal } from './present-total.ts';
import { listRates, setRate } from './rate.store.ts';
import type { LeftOut } from './total.ts';
import * as contract from './totals.contract.ts';
import { rewriteFigures, totalsToday } from './totals-today.ts';

/** Figures of the agencies, what they come to, and what each stands on. */
export function totalsRoutes(web: Web, house: House): void {
  mount(web, house, contract.getTotals, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    const one = await getConsolidation(tx, params.id);
    const now = await totalsToday(tx, one);
    const frozen = await findFrozen(tx, one.id);
    const byKey = new Map((frozen ?? now.totals).map((total) => [total.indicator, total]));
    return {
      period: now.period.name,
      before: now.before?.name ?? null,
      agencies: now.board.map(({ id, agencyName, state }) => ({
        agencyReportId: id,
        name: agencyName,
        hasFiled: state === 'submitted' || state === 'accepted',
      })),
      indicators: now.period.definition.indicators.map((indicator) => ({
        indicator,
        rule: indicator.rule,
        total: presentTotal(indicator, byKey.get(indicator.key), now.before),
        values: now.filed.flatMap((report) => presentSaid(report, indicator.key)),
      })),
      rates: await listRates(tx),
      mayEdit: one.state === 'draft' && mayEditConsolidations.allows(viewer, undefined),
    };
  });
  mount(web, house, contract.openTotal, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    const one = await getConsolidation(tx, params.id);
    const now = await totalsToday(tx, one);
    const indicator = now.period.definition.indicators.find(({ key }) => key === params.indicator);
    if (!indicator) throw notFound('chỉ tiêu này');
    const total = now.totals.find((each) => each.indicator === indicator.key);
    const without = now.leftOut.filter((each) => each.indicator === indicator.key);
    return {
      indicator,
      total: presentTotal(indicator, total, now.before),
      values: now.filed.flatMap((report) =>
        presentSaid(report, indicator.key).map((said) => ({
          ...said,
          ...opened(report, indicator.key, without),
        })),
      ),
      documentId: indicator.computedBy?.startsWith('duties') ? now.period.documentId : null,
    };
  });
  mount(web, house, contract.setExchangeRate, async ({ body, viewer, tx }) => {
    requirePolicy(mayEditConsolidations, viewer, undefined);
    const at = house.now();
    await setRate(tx, { ...body, by: viewer.personId, at });
    for (const draft of await listConsolidations(tx)) {
      if (draft.state !== 'draft') continue;
      await rewriteFigures(tx, draft);
      const payload = { currency: body.currency, on: body.on, dong: body.dong };
      const kind = 'consolidation.rate-set';
      await appendEvent(tx, at, {
        subjectKind: 'consolidation',
        subjectId: draft.id,
        kind,
        actorId: viewer.personId,
        payload,
      });
    }
    return { ok: true as const };
  });
}

/** What a report says of an indicator; nothing where it says nothing. */
function presentSaid({ agencyReportId, agencyId, agencyName, values }: FiledReport, key: string) {
  const value = values.find((one) => one.indicator === key);
  if (!value || (value.amount === null && !value.counted.length)) return [];
  const { amount, whole, currency, rateOn, counted, isComputed, source } = value;
  const said = { amount, whole, currency, rateOn, named: counted.length, isComputed, source };
  return [{ agencyReportId, agencyId, agency: agencyName, ...said }];
}

function opened({ agencyReportId, values }: FiledReport, key: string, leftOut: readonly LeftOut[]) {
  const own = leftOut.filter((one) => one.agencyReportId === agencyReportId);
  const { counted = [] } = values.find((one) => one.indicator === key) ?? {};
  return {
    counted: counted.map((thing, index) => ({ ...thing, isLeftOut: own.some((one) => one.index === index) })),
    deducted: own.flatMap(({ index, amount, currency }) =>
      index === null ? [{ amount: amount ?? 0, currency }] : [],
    ),
  };
}
