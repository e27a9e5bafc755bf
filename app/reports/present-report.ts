import { findPerson } from '#app/accounts/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { otherEyes } from '#app/platform/four-eyes.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { type AgencyReport, type Filing, listFilings } from './agency-report.store.ts';
import { listAttached, listUnlocks } from './exception.store.ts';
import { slotOfDuty } from './outline-of-plan.ts';
import type { Period } from './period.store.ts';
import { freshParagraphs, slotsAskedOf } from './prefill.ts';
import { mayApprove, mayDecide, maySeeDraft, mayUnlock, mayWrite } from './report.policy.ts';
import type { Paragraph, ReportContent } from './report.ts';
import { type From, isOpen, type Standing, standing } from './standing.ts';
import { valuesNow } from './values.ts';

/** After the lock of its period nothing is filed, unless it was unlocked up to a day that has not passed. */
export const isLocked = (report: AgencyReport, { locksOn }: Period, today: string): boolean =>
  locksOn !== null && today > locksOn && !(report.openUntil !== null && today <= report.openUntil);

export const presentFiling = (
  { number, sha256, filedAt, filedBy, isLate, files }: Filing,
  approvedBy: string | null,
) => ({ number, sha256, filedBy, isLate, files, approvedBy, filedAt: filedAt.toISOString() });

/** May file it as it stands: where the head approves, that is the head, and not who asked. */
export function mayFileNow(viewer: Viewer, report: AgencyReport, { definition }: Period): boolean {
  if (!definition.headApproves) return mayWrite.allows(viewer, report);
  return mayApprove.allows(otherEyes(viewer, [report.askedBy]), report);
}

/** One report as its viewer sees it: its agency while it is written, others what was filed last. @throws Problem 404 */
export async function presentReport(tx: Tx, viewer: Viewer, report: AgencyReport, from: From) {
  const stand = await standing(tx, report, from);
  const { period, offered, before } = stand;
  const filings = await listFilings(tx, report.id);
  const content = contentFor(viewer, report, stand, filings);
  if (!content) throw notFound('bản báo cáo đã gửi của cơ quan này');
  const open = isOpen(report);
  const locked = isLocked(report, period, from.today());
  const writes = open && !locked && !report.askedBy && mayWrite.allows(viewer, report);
  const nameOf = await namesOf(tx, [report.askedBy, ...filings.map((one) => one.approvedBy)]);
  return {
    id: report.id,
    periodId: period.id,
    periodName: period.name,
    reportName: period.definition.name,
    planLabel: stand.planLabel,
    agencyName: report.agencyName,
    from: period.from,
    to: period.to,
    dueOn: period.dueOn,
    state: report.state,
    revision: report.revision,
    savedAt: report.savedAt?.toISOString() ?? null,
    returnReason: report.returnReason,
    returnNotes: open ? report.returnNotes : [],
    mayWrite: writes,
    mayDecide: !open && mayDecide.allows(viewer, undefined),
    isLocked: open && locked,
    locksOn: period.locksOn,
    openUntil: report.openUntil,
    unlocks: (await listUnlocks(tx, report.id)).map((one) => ({ ...one, at: one.at.toISOString() })),
    mayUnlock: open && locked && mayUnlock.allows(viewer, undefined),
    approval: {
      isNeeded: period.definition.headApproves,
      askedBy: nameOf(report.askedBy),
      askedAt: report.askedAt?.toISOString() ?? null,
      sentBack: open ? report.sentBack : null,
      mayFile: open && !locked && mayFileNow(viewer, report, period),
      mayTakeBack: open && report.askedBy !== null && mayWrite.allows(viewer, report),
    },
    files: open ? await listAttached(tx, report.id) : (filings[0]?.files ?? []),
    slots: period.definition.slots,
    asked: slotsAskedOf(period.definition.slots, stand.parts).map(({ key }) => key),
    indicators: period.definition.indicators,
    checks: period.definition.checks,
    before: {
      last: before.last && { name: before.last.name, values: [...before.last.values] },
      within: before.within.map(({ name, values }) => ({ name, values: [...values] })),
    },
    ...content,
    fresh: writes ? freshParagraphs(offered, content.seen) : [],
    duties: presentDuties(stand),
    filings: filings.map((one) => presentFiling(one, nameOf(one.approvedBy))),
  };
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]) {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) if (id) names.set(id, (await findPerson(tx, id))?.name ?? '');
  return (id: string | null): string | null => (id && names.get(id)) || null;
}

/** What this viewer sees: its agency the report as it is being written, others what was filed last. */
function contentFor(
  viewer: Viewer,
  report: AgencyReport,
  stand: Standing,
  filings: readonly Filing[],
): ReportContent | null {
  if (isOpen(report) && maySeeDraft.allows(viewer, report)) return draftNow(report, stand);
  const newest = filings[0];
  return newest ? { paragraphs: newest.paragraphs, values: newest.values, seen: [] } : null;
}

/** The draft as it stands: as saved, or as the program prefills it until then; figures always of this moment. */
export function draftNow(report: AgencyReport, stand: Standing): ReportContent {
  const { offered, computed, period } = stand;
  const values = valuesNow(period.definition.indicators, report.content?.values ?? [], computed);
  return report.content
    ? { ...report.content, values, paragraphs: withStandingSources(stand, report.content.paragraphs) }
    : {
        paragraphs: offered.map(({ key: _, ...paragraph }) => paragraph),
        values,
        seen: offered.map(({ key }) => key),
      };
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
