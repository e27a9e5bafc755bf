import { randomUUID } from 'node:crypto';
import { findDocument } from '#app/documents/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { invalid } from '#app/platform/problem.ts';
import { type AgencyReport, listFiledBefore, listFilings } from './agency-report.store.ts';
import type { FiledBefore } from './check-report.ts';
import { planLabel } from './definition-of-plan.ts';
import type { Asked, ReportFeeds } from './feeds.ts';
import { type ComputedValue, computeValues } from './figures/compute-values.ts';
import { ownWork } from './own-work.ts';
import { getPeriod, type Period } from './period.store.ts';
import { listDifficultiesIn, listExtensionReasons } from './plan.store.ts';
import { type DutyPart, type Entry, type Offer, prefill } from './prefill.ts';
import { prefillOverview } from './prefill-overview.ts';
import { prefillRows } from './prefill-rows.ts';
import type { Paragraph } from './report.ts';

/** What an agency's report stands on: its parts, its entries of the window, what these write for it, and figures. */
export type Standing = {
  period: Period;
  planLabel: string;
  parts: DutyPart[];
  entries: Entry[];
  offered: Offer[];
  computed: Map<string, ComputedValue>;
  /** Rows of registers, by 'register id'. */
  rows: Set<string>;
  before: FiledBefore;
};

export type From = { feeds: ReportFeeds; today: () => string };

export const isOpen = ({ state }: Pick<AgencyReport, 'state'>): boolean =>
  state === 'draft' || state === 'returned';

/** What was filed stands on what its agency held on the day it filed: since then it may have been merged. */
export async function standing(tx: Tx, report: AgencyReport, { feeds, today }: From): Promise<Standing> {
  const period = await getPeriod(tx, report.periodId);
  const filedAt = isOpen(report) ? undefined : (await listFilings(tx, report.id))[0]?.filedAt;
  const { agencyId } = report;
  const { from, to, documentId: plan } = period;
  const asOf = filedAt ? officeDay(filedAt) : null;
  const { parts, entries } = await ownWork(tx, { ...period, agencyId, asOf });
  const document = plan ? await findDocument(tx, plan) : null;
  const stand = {
    period,
    planLabel: document ? planLabel(document) : period.definition.basis,
    parts,
    entries,
  };
  const rest = {
    offered: [],
    computed: new Map(),
    rows: new Set<string>(),
    before: { last: null, within: [] },
  };
  if (!isOpen(report)) return { ...stand, ...rest };
  const asked: Asked = { agencyId, window: { from, to }, plan, today: today() };
  const rows = await prefillRows(tx, feeds, period.definition.slots, asked, randomUUID);
  return {
    ...stand,
    offered: [...(await offer(tx, report, stand, asked)), ...rows.offered],
    rows: rows.keys,
    computed: await computeValues(tx, feeds, period.definition.indicators, asked),
    before: await listFiledBefore(tx, period, agencyId),
  };
}

async function offer(
  tx: Tx,
  report: AgencyReport,
  { period, planLabel, parts, entries }: Pick<Standing, 'period' | 'planLabel' | 'parts' | 'entries'>,
  { agencyId, window, plan, today }: Asked,
): Promise<Offer[]> {
  const { slots } = period.definition;
  const of = { agencyId, plan, ...window };
  const about = {
    agencyName: report.agencyName,
    planLabel: plan && planLabel,
    window,
    asOf: window.to < today ? window.to : today,
    parts,
    entries,
    difficulties: await listDifficultiesIn(tx, of),
    extensions: await listExtensionReasons(tx, of),
  };
  return [
    ...prefillOverview(slots, about, randomUUID),
    ...prefill(slots, parts, entries, window, randomUUID),
  ];
}

/** A source is what makes a sentence defensible: one that is not the agency's own is refused. @throws Problem 422 */
export function requireOwnSources(
  { parts, entries, period, rows }: Standing,
  paragraphs: readonly Paragraph[],
  kept: readonly Paragraph[],
): void {
  const duties = new Set(parts.map((part) => part.dutyId));
  const dutyOf = new Map(entries.map((entry) => [entry.id, entry.dutyId]));
  const slots = new Set(period.definition.slots.filter((slot) => slot.writes).map((slot) => slot.key));
  // A row that was told before and lies outside the window now, or was placed by staff, stays a source.
  const known = new Set([
    ...rows,
    ...kept.flatMap((one) => one.records.map(({ register, id }) => `${register} ${id}`)),
  ]);
  const wrong = paragraphs.some(
    ({ slot, sources, records }) =>
      !slots.has(slot) ||
      records.some(({ register, id }) => !known.has(`${register} ${id}`)) ||
      sources.some(
        ({ dutyId, progressEntryId }) =>
          !duties.has(dutyId) || (progressEntryId !== null && dutyOf.get(progressEntryId) !== dutyId),
      ),
  );
  if (wrong)
    throw invalid('Một đoạn dẫn nguồn không còn thuộc cơ quan hoặc kỳ này: hãy tải lại trang rồi lưu lại.');
}
