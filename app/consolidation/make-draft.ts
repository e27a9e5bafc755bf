import { findDocument } from '#app/documents/index.ts';
import type { Tx } from '#app/platform/database.ts';
import {
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
import type { DraftSentence, Figures } from './sentence.ts';

/** All that a draft follows from, as things stand today. */
export type DraftToday = {
  period: Period;
  planLabel: string;
  filed: FiledReport[];
  expected: number;
  missing: string[];
  figures: Figures;
  sentences: DraftSentence[];
};

/** Makes the draft of a period from the filed reports and the duties; writes nothing. */
export async function makeDraft(tx: Tx, periodId: string, today: string): Promise<DraftToday> {
  const period = await getPeriod(tx, periodId);
  const plan = period.documentId ? await findDocument(tx, period.documentId) : null;
  const label = plan ? planLabel(plan) : period.definition.name;
  const board = await listBoard(tx, [periodId]);
  const filed = await listFiledReports(tx, periodId);
  const inTime = new Set(filed.map((one) => one.agencyReportId));
  const missing = board.filter((row) => !inTime.has(row.id)).map((row) => row.agencyName);
  const cutOff = period.to < today ? period.to : today;
  const figures = figuresAt(await listMeasured(tx, period.documentId), cutOff);
  const sentences = draftSentences(period.definition.slots, paragraphsOf(filed, board), {
    planLabel: label,
    figures,
    asOf: today,
    expected: board.length,
    missing,
  });
  return { period, planLabel: label, filed, expected: board.length, missing, figures, sentences };
}

/** Paragraphs as sources, agencies in the order of the board. */
function paragraphsOf(filed: readonly FiledReport[], board: readonly { id: string }[]): Filed[] {
  const order = new Map(board.map((row, index) => [row.id, index]));
  const inOrder = filed.toSorted((a, b) => order.get(a.agencyReportId)! - order.get(b.agencyReportId)!);
  return inOrder.flatMap((report) =>
    report.paragraphs.map((paragraph) => ({
      kind: 'agency-report' as const,
      slot: paragraph.slot,
      agencyReportId: report.agencyReportId,
      filing: report.number,
      paragraphId: paragraph.id,
      agencyId: report.agencyId,
      agency: report.agencyName,
      text: paragraph.text,
      duties: paragraph.sources,
    })),
  );
}
