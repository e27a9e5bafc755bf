import {
  type Changes,
  changedOf,
  type LedgerAct,
  type LedgerBook,
  type LedgerEvent,
  type Undone,
} from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { getAgencyReport, listFilings, setState } from '../agency-report.store.ts';
import type { ReportState } from '../period.contract.ts';
import { mayDecide } from '../report.policy.ts';
import { reportWords } from '../report.words.ts';
import { compareReports, type ReportTold, reportsOfAgency, titleOfReport } from './history.store.ts';

const stateAfter: Record<string, ReportState> = {
  'agency-report.submitted': 'submitted',
  'agency-report.returned': 'returned',
  'agency-report.accepted': 'accepted',
};

/** The state, and of each filing the words under each heading. */
async function changesOfReport(chain: readonly LedgerEvent[], tx: Tx): Promise<Changes[]> {
  const filings = chain.length ? await listFilings(tx, chain[0]!.subjectId) : [];
  const words = new Map(filings.map(({ number, paragraphs }) => [number, wordsBySlot(paragraphs)]));
  let state: ReportState = 'draft';
  let filed: Record<string, string> = {};
  return chain.map((line) => {
    const told = changedOf(line);
    const before = state;
    state = (told.state?.[1] as ReportState | undefined) ?? stateAfter[line.kind] ?? state;
    const changes: Changes = before === state ? {} : { state: [before, state] };
    if (line.kind !== 'agency-report.submitted') return changes;
    const now = words.get(Number(line.payload.number)) ?? {};
    for (const slot of new Set([...Object.keys(filed), ...Object.keys(now)]))
      if (filed[slot] !== now[slot]) changes[`slot:${slot}`] = [filed[slot] ?? null, now[slot] ?? null];
    filed = now;
    return changes;
  });
}

const wordsBySlot = (paragraphs: readonly { slot: string; text: string }[]): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(paragraphs, (one) => one.slot)].map(([slot, own]) => [
      slot,
      own.map((one) => one.text).join(' '),
    ]),
  );

/** A decision on a filed report taken back: the report waits for its decision again. */
async function undoDecision(act: LedgerAct, line: LedgerEvent, changes: Changes): Promise<Undone> {
  requirePolicy(mayDecide, act.viewer, undefined);
  const report = await getAgencyReport(act.tx, act.subjectId, { forUpdate: true });
  const [before, after] = changes.state ?? ['submitted', stateAfter[line.kind]];
  if (report.state !== after)
    throw conflict('Báo cáo đã sang bước khác sau việc này: hãy tải lại trang để xem trạng thái mới.');
  await setState(act.tx, report.id, { state: before as ReportState, returnReason: null });
  return { changed: { state: [after, before] }, payload: { agency: report.agencyName } };
}

/** What the lines of an agency's report changed, how decisions are taken back, and what its rows must say. */
export const reportHistory: Pick<
  LedgerBook,
  'titleOf' | 'ofAgency' | 'changes' | 'fieldName' | 'showValue' | 'undo' | 'mayUndo' | 'replay'
> = {
  titleOf: titleOfReport,
  ofAgency: reportsOfAgency,
  changes: changesOfReport,
  fieldName: (field) =>
    field === 'state'
      ? { vi: 'trạng thái', en: 'state' }
      : { vi: `mục ${field.slice(5)}`, en: `heading ${field.slice(5)}` },
  showValue: (field, value) =>
    field === 'state' && typeof value === 'string'
      ? { vi: reportWords.vi.states[value as ReportState], en: reportWords.en.states[value as ReportState] }
      : null,
  undo: { 'agency-report.returned': undoDecision, 'agency-report.accepted': undoDecision },
  mayUndo: async (_tx, viewer) => {
    const decides = mayDecide.allows(viewer);
    return () => decides;
  },
  replay: {
    start: (): ReportTold => ({ state: 'draft', receipts: new Map() }),
    step: ({ state, receipts }: ReportTold, line) => ({
      state: (changedOf(line).state?.[1] as ReportState | undefined) ?? stateAfter[line.kind] ?? state,
      receipts:
        line.kind === 'agency-report.submitted'
          ? new Map(receipts).set(Number(line.payload.number), String(line.payload.sha256))
          : receipts,
    }),
    compare: compareReports,
  },
};
