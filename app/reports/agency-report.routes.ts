import { randomUUID } from 'node:crypto';
import { findDocument } from '#app/documents/index.ts';
import { appendEvent, listEvents } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { otherEyes } from '#app/platform/four-eyes.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import {
  type AgencyReport,
  type Filing,
  getAgencyReport,
  insertFiling,
  listFilings,
  saveContent,
  setState,
} from './agency-report.store.ts';
import { planLabel } from './definition-of-plan.ts';
import type { Computed, ReportFeeds } from './feeds.ts';
import { computeValues } from './figures/compute-values.ts';
import { slotOfDuty } from './outline-of-plan.ts';
import { ownWork } from './own-work.ts';
import { getPeriod, type Period } from './period.store.ts';
import { type DutyPart, type Entry, freshParagraphs, keyOf, prefill } from './prefill.ts';
import { receiptHash } from './receipt.ts';
import * as contract from './report.contract.ts';
import { mayAcceptOthers, mayDecide, mayRead, maySeeDraft, mayWrite } from './report.policy.ts';
import { filedParagraphs, type Paragraph, type ReportContent } from './report.ts';
import { valuesNow } from './values.ts';

export function agencyReportRoutes(web: Web, house: House, feeds: ReportFeeds): void {
  const from = { feeds, today: () => officeDay(house.now()) };
  mount(web, house, contract.getAgencyReport, async ({ params, viewer, tx }) => {
    const report = await getAgencyReport(tx, params.id);
    requirePolicy(mayRead, viewer, report);
    return present(tx, viewer, report, from);
  });
  mount(web, house, contract.saveAgencyReport, async ({ params, body, viewer, tx }) => {
    const report = await openForWriting(tx, viewer, params.id, body.revision);
    const stand = await standing(tx, report, from);
    requireOwnSources(stand, body.paragraphs);
    const at = house.now();
    const saved = {
      content: {
        paragraphs: body.paragraphs,
        values: body.values ?? report.content?.values ?? [],
        seen: body.seen,
      },
      revision: report.revision + 1,
      at,
    };
    await saveContent(tx, report.id, saved);
    // An autosave every few seconds is no event of its own: the first one is, and so is what is filed.
    if (!report.content) await tell(tx, at, viewer, report, 'agency-report.started', {});
    return { revision: saved.revision, savedAt: at.toISOString() };
  });
  mount(web, house, contract.submitAgencyReport, async ({ params, body, viewer, tx }) => {
    const report = await openForWriting(tx, viewer, params.id, body.revision);
    return file(tx, viewer, report, house.now(), from);
  });
  mount(web, house, contract.returnAgencyReport, async ({ params, body, viewer, tx }) => {
    const report = await decideOn(tx, viewer, params.id, ['submitted', 'accepted']);
    await setState(tx, report.id, { state: 'returned', returnReason: body.reason });
    const payload = { reason: body.reason, number: report.filedNumber };
    await tell(tx, house.now(), viewer, report, 'agency-report.returned', payload);
    return { ok: true as const };
  });
  mount(web, house, contract.acceptAgencyReport, async ({ params, viewer, tx }) => {
    const report = await decideOn(tx, viewer, params.id, ['submitted']);
    const filed = (await listEvents(tx, 'agency-report', report.id)).findLast(
      ({ kind }) => kind === 'agency-report.submitted',
    );
    const filers = [filed?.actorId, filed?.payload.inSteadOfPersonId as string | undefined];
    requirePolicy(mayAcceptOthers, otherEyes(viewer, filers), undefined);
    await setState(tx, report.id, { state: 'accepted', returnReason: null });
    await tell(tx, house.now(), viewer, report, 'agency-report.accepted', { number: report.filedNumber });
    return { ok: true as const };
  });
}

const tell = (
  tx: Tx,
  at: Date,
  viewer: Viewer,
  report: AgencyReport,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, at, {
    subjectKind: 'agency-report',
    subjectId: report.id,
    kind,
    actorId: viewer.personId,
    payload: { agency: report.agencyName, periodId: report.periodId, ...payload },
  });

/** Held until the transaction ends. @throws Problem 403; 409 when it is filed, or was saved elsewhere meanwhile */
async function openForWriting(tx: Tx, viewer: Viewer, id: string, revision: number): Promise<AgencyReport> {
  const report = await getAgencyReport(tx, id, { forUpdate: true });
  requirePolicy(mayWrite, viewer, report);
  if (report.state !== 'draft' && report.state !== 'returned')
    throw conflict('Báo cáo đã gửi nên không sửa được nữa: nếu cần sửa, hãy đề nghị đầu mối trả lại.');
  if (report.revision !== revision)
    throw conflict('Báo cáo vừa được lưu ở nơi khác: hãy tải lại trang để thấy nội dung mới nhất.', {
      revision: report.revision,
    });
  return report;
}

async function decideOn(tx: Tx, viewer: Viewer, id: string, from: AgencyReport['state'][]) {
  requirePolicy(mayDecide, viewer, undefined);
  const report = await getAgencyReport(tx, id, { forUpdate: true });
  if (!from.includes(report.state))
    throw conflict('Báo cáo không còn ở trạng thái chờ xử lý: hãy tải lại trang để xem trạng thái mới.');
  return report;
}

/** What an agency's own work says for its report: its parts in the plan and its entries of the window. */
type From = { feeds: ReportFeeds; today: () => string };
type Standing = {
  period: Period;
  parts: DutyPart[];
  entries: Entry[];
  offered: Paragraph[];
  computed: Map<string, Computed>;
};

async function standing(tx: Tx, report: AgencyReport, { feeds, today }: From): Promise<Standing> {
  const period = await getPeriod(tx, report.periodId);
  // What was filed stands on what its agency held on the day it filed: since then it may have been merged.
  const isFiled = report.state === 'submitted' || report.state === 'accepted';
  const filedAt = isFiled ? (await listFilings(tx, report.id))[0]?.filedAt : undefined;
  const asOf = filedAt ? officeDay(filedAt) : null;
  const { parts, entries } = await ownWork(tx, { ...period, agencyId: report.agencyId, asOf });
  const offered = prefill(period.definition.slots, parts, entries, period, randomUUID);
  const asked = {
    agencyId: report.agencyId,
    window: { from: period.from, to: period.to },
    plan: period.documentId,
    today: today(),
  };
  const computed = isFiled
    ? new Map<string, Computed>()
    : await computeValues(tx, feeds, period.definition.indicators, asked);
  return { period, parts, entries, offered, computed };
}

/** A source is what makes a sentence defensible: one that is not the agency's own is refused. */
function requireOwnSources({ parts, entries, period }: Standing, paragraphs: readonly Paragraph[]): void {
  const duties = new Set(parts.map((part) => part.dutyId));
  const dutyOf = new Map(entries.map((entry) => [entry.id, entry.dutyId]));
  const slots = new Set(period.definition.slots.filter((slot) => slot.writes).map((slot) => slot.key));
  const wrong = paragraphs.some(
    ({ slot, sources }) =>
      !slots.has(slot) ||
      sources.some(
        ({ dutyId, progressEntryId }) =>
          !duties.has(dutyId) || (progressEntryId !== null && dutyOf.get(progressEntryId) !== dutyId),
      ),
  );
  if (wrong)
    throw invalid('Một đoạn dẫn nguồn không còn thuộc cơ quan hoặc kỳ này: hãy tải lại trang rồi lưu lại.');
}

async function file(tx: Tx, viewer: Viewer, report: AgencyReport, at: Date, from: From) {
  const { period, offered, computed } = await standing(tx, report, from);
  const written = report.content?.paragraphs ?? offered;
  const paragraphs = filedParagraphs(period.definition.slots, written);
  if (!paragraphs.length) throw invalid('Báo cáo chưa có nội dung nào: hãy viết ít nhất một đoạn rồi gửi.');
  const values = valuesNow(period.definition.indicators, report.content?.values ?? [], computed);
  const filing: Filing = {
    number: (report.filedNumber ?? 0) + 1,
    paragraphs,
    values,
    sha256: receiptHash(paragraphs, values),
    filedBy: viewer.personId,
    filedAt: at,
    isLate: officeDay(at) > period.dueOn,
  };
  if (!report.content)
    await saveContent(tx, report.id, {
      content: { paragraphs, values, seen: offered.flatMap((one) => one.sources.map(keyOf)) },
      revision: report.revision + 1,
      at,
    });
  await insertFiling(tx, report.id, filing);
  await setState(tx, report.id, { state: 'submitted', returnReason: null, filedNumber: filing.number });
  const payload = { number: filing.number, sha256: filing.sha256, late: filing.isLate };
  await tell(tx, at, viewer, report, 'agency-report.submitted', payload);
  return { ...presentFiling(filing), filedBy: viewer.name };
}

const presentFiling = ({ number, sha256, filedAt, filedBy, isLate }: Filing) => ({
  number,
  sha256,
  filedBy,
  isLate,
  filedAt: filedAt.toISOString(),
});

async function present(tx: Tx, viewer: Viewer, report: AgencyReport, from: From) {
  const stand = await standing(tx, report, from);
  const { period, offered } = stand;
  const [plan, filings] = [await findDocument(tx, period.documentId), await listFilings(tx, report.id)];
  const isOpen = report.state === 'draft' || report.state === 'returned';
  const content = contentFor(viewer, report, stand, filings);
  const writes = isOpen && mayWrite.allows(viewer, report);
  if (!content) throw notFound('bản báo cáo đã gửi của cơ quan này');
  return {
    id: report.id,
    periodId: period.id,
    periodName: period.name,
    reportName: period.definition.name,
    planLabel: plan ? planLabel(plan) : '',
    agencyName: report.agencyName,
    from: period.from,
    to: period.to,
    dueOn: period.dueOn,
    state: report.state,
    revision: report.revision,
    savedAt: report.savedAt?.toISOString() ?? null,
    returnReason: report.returnReason,
    mayWrite: writes,
    mayDecide: !isOpen && mayDecide.allows(viewer, undefined),
    slots: period.definition.slots,
    indicators: period.definition.indicators,
    ...content,
    fresh: writes ? freshParagraphs(offered, content.seen) : [],
    duties: presentDuties(stand),
    filings: filings.map(presentFiling),
  };
}

/** What this viewer sees: its agency the report as it is being written, others what was filed last. */
function contentFor(
  viewer: Viewer,
  report: AgencyReport,
  stand: Standing,
  filings: readonly Filing[],
): ReportContent | null {
  const { offered, computed, period } = stand;
  const isOpen = report.state === 'draft' || report.state === 'returned';
  if (isOpen && maySeeDraft.allows(viewer, report)) {
    const values = valuesNow(period.definition.indicators, report.content?.values ?? [], computed);
    return report.content
      ? { ...report.content, values, paragraphs: withStandingSources(stand, report.content.paragraphs) }
      : { paragraphs: offered, values, seen: offered.flatMap((one) => one.sources.map(keyOf)) };
  }
  const newest = filings[0];
  return newest ? { paragraphs: newest.paragraphs, values: newest.values, seen: [] } : null;
}

/** Progress that was taken back is no source any more; the words its agency wrote on it stay. */
const withStandingSources = ({ entries }: Standing, paragraphs: readonly Paragraph[]): Paragraph[] => {
  const standing = new Set(entries.map((entry) => entry.id));
  return paragraphs.map((one) => ({
    ...one,
    sources: one.sources.filter(
      ({ progressEntryId }) => progressEntryId === null || standing.has(progressEntryId),
    ),
  }));
};

function presentDuties({ period, parts, entries }: Standing) {
  const written = Map.groupBy(entries, (entry) => entry.dutyId);
  return parts.map((part) => ({
    id: part.dutyId,
    slot: slotOfDuty(period.definition.slots, part)?.key ?? '',
    path: part.path,
    text: part.text,
    state: part.state,
    dueOn: part.dueOn,
    entries: written.get(part.dutyId)?.length ?? 0,
  }));
}
