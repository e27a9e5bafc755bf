import { findDocument } from '#app/documents/index.ts';
import type { Tx } from '#app/platform/database.ts';
import {
  type BoardRow,
  type FiledReport,
  getPeriod,
  listBoard,
  listFiledReports,
  type Period,
  planLabel,
} from '#app/reports/index.ts';
import { draftSentences, type Filed } from './draft.ts';
import { listMeasured } from './figures.store.ts';
import { figuresAt } from './figures-at.ts';
import { findInWorker } from './findings/find-in-worker.ts';
import { listParts } from './findings/finding.store.ts';
import type { Finding } from './findings/finding.ts';
import { tellingsOf } from './findings/tellings.ts';
import type { DraftSentence, Figures } from './sentence.ts';
import { findBefore } from './since/before.store.ts';
import type { Before } from './since/since-last.ts';
import { valueSentences } from './since/value-sentences.ts';
import { listRates, rateOf } from './totals/rate.store.ts';
import { type LeftOut, type Total, totalOf } from './totals/total.ts';

/** Who reported in a period and what, as it stands today. */
export type FiledToday = {
  period: Period;
  planLabel: string;
  board: BoardRow[];
  filed: FiledReport[];
  expected: number;
  missing: string[];
};

/** All that a draft follows from, as things stand today. */
export type DraftToday = FiledToday & { figures: Figures; totals: Total[]; sentences: DraftSentence[] };

export async function filedToday(tx: Tx, periodId: string): Promise<FiledToday> {
  const period = await getPeriod(tx, periodId);
  const plan = period.documentId ? await findDocument(tx, period.documentId) : null;
  const board = await listBoard(tx, [periodId]);
  const filed = await listFiledReports(tx, periodId);
  const inTime = new Set(filed.map((one) => one.agencyReportId));
  return {
    period,
    planLabel: plan ? planLabel(plan) : period.definition.name,
    board,
    filed,
    expected: board.length,
    missing: board.filter((row) => !inTime.has(row.id)).map((row) => row.agencyName),
  };
}

/**
 * Makes the draft of a period from the filed reports and the duties; writes nothing.
 * @param leftOut what decisions leave out of the totals
 */
export async function makeDraft(
  tx: Tx,
  now: FiledToday,
  today: string,
  leftOut: readonly LeftOut[],
): Promise<DraftToday> {
  const { period, board, filed } = now;
  const { slots, indicators } = period.definition;
  const cutOff = period.to < today ? period.to : today;
  const figures = figuresAt(await listMeasured(tx, period.documentId), cutOff);
  const { totals, before } = await totalsOf(tx, now, leftOut);
  const values = valueSentences(slots, indicators, totals, before, {
    isOfPlan: period.documentId !== null,
  });
  const planLabel = period.documentId ? now.planLabel : null;
  const standing = { ...now, planLabel, figures, asOf: today };
  const sentences = draftSentences(slots, paragraphsOf(filed, board), standing, values);
  return { ...now, figures, totals, sentences };
}

/** What the indicators of a period come to, and the frozen period they are compared with. */
export async function totalsOf(
  tx: Tx,
  { period, filed }: Pick<FiledToday, 'period' | 'filed'>,
  leftOut: readonly LeftOut[],
): Promise<{ totals: Total[]; before: Before | null }> {
  const { indicators } = period.definition;
  if (!indicators.length) return { totals: [], before: null };
  const rateOn = rateOf(await listRates(tx));
  const told = filed.flatMap(({ agencyReportId, agencyId, agencyName: agency, values }) =>
    values.map((value) => ({ agencyReportId, agencyId, agency, value })),
  );
  const byIndicator = Map.groupBy(told, ({ value }) => value.indicator);
  return {
    totals: indicators.map((one) => totalOf(one, byIndicator.get(one.key) ?? [], leftOut, rateOn)),
    before: await findBefore(tx, period.id),
  };
}

/**
 * Contradictions and double counts in the reports as they are filed now. Nothing more is asked of the database once
 * this returns: the search goes on beside what the caller does next.
 */
export async function startFinding(
  tx: Tx,
  { period, filed }: FiledToday,
): Promise<{ found: Promise<Finding[]> }> {
  const parts = period.documentId ? await listParts(tx, period.documentId) : [];
  const tellings = tellingsOf(filed, period.definition.indicators);
  return { found: findInWorker({ tellings, parts, year: Number(period.to.slice(0, 4)) }) };
}

/** Paragraphs as sources, agencies in the order of the board. */
function paragraphsOf(filed: readonly FiledReport[], board: readonly { id: string }[]): Filed[] {
  const order = new Map(board.map((row, index) => [row.id, index]));
  const inOrder = filed.toSorted((a, b) => order.get(a.agencyReportId)! - order.get(b.agencyReportId)!);
  return inOrder.flatMap((report) =>
    report.paragraphs.map((paragraph) => ({ ...sourceOf(report, paragraph), slot: paragraph.slot })),
  );
}

/** A filed paragraph as the source of a sentence. */
export const sourceOf = (report: FiledReport, paragraph: FiledReport['paragraphs'][number]) => ({
  kind: 'agency-report' as const,
  agencyReportId: report.agencyReportId,
  filing: report.number,
  paragraphId: paragraph.id,
  agencyId: report.agencyId,
  agency: report.agencyName,
  text: paragraph.text,
  duties: paragraph.sources,
  marks: paragraph.marks,
  form: paragraph.form,
});
