import type { Tx } from '#app/platform/database.ts';
import { otherEyes } from '#app/platform/four-eyes.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import {
  type AgencyReport,
  type Filing,
  getAgencyReport,
  insertFiling,
  saveContent,
  setState,
} from './agency-report.store.ts';
import { checkWords } from './check.words.ts';
import { checkReport, type Finding } from './check-report.ts';
import { listAttached } from './exception.store.ts';
import { requireUnlocked, requireWritable } from './open-for-writing.ts';
import { draftNow, presentFiling } from './present-report.ts';
import { receiptHash } from './receipt.ts';
import { mayApprove, mayWrite } from './report.policy.ts';
import { filedParagraphs, type ReportContent } from './report.ts';
import { type From, type Standing, standing } from './standing.ts';
import { tellReport } from './tell-report.ts';

/** What keeps a report from being filed, each under its field. @throws Problem 422 */
export function requireSound(stand: Standing, content: ReportContent): void {
  if (!filedParagraphs(stand.period.definition.slots, content.paragraphs).length)
    throw invalid('Báo cáo chưa có nội dung nào: hãy viết ít nhất một đoạn rồi gửi.');
  const errors = checkReport(stand.period.definition, content, stand.before)
    .filter((one) => one.level === 'error')
    .map((one) => ({ path: fieldOf(one), message: checkWords.vi[one.rule](one.facts) }));
  if (errors.length)
    throw invalid(
      `Báo cáo còn ${errors.length} chỗ cần sửa trước khi gửi: xem từng chỗ được đánh dấu.`,
      errors,
    );
}

const fieldOf = ({ field }: Finding): string =>
  'slot' in field ? `slot.${field.slot}` : `indicator.${field.indicator}`;

/**
 * Files a report: freezes its words, figures and files, and gives the receipt. Where the head approves, filing is the
 * head's approval, and not by who asked for it.
 */
export async function fileReport(tx: Tx, viewer: Viewer, id: string, revision: number, at: Date, from: From) {
  const report = await getAgencyReport(tx, id, { forUpdate: true });
  requirePolicy(mayWrite, viewer, report);
  requireWritable(report, revision);
  const stand = await standing(tx, report, from);
  const { period } = stand;
  requireUnlocked(report, period, from.today());
  const approves = period.definition.headApproves;
  if (approves) requireApproval(viewer, report);
  const draft = draftNow(report, stand);
  requireSound(stand, draft);
  const paragraphs = filedParagraphs(period.definition.slots, draft.paragraphs);
  const filing: Filing = {
    number: (report.filedNumber ?? 0) + 1,
    paragraphs,
    values: draft.values,
    sha256: receiptHash(paragraphs, draft.values),
    filedBy: viewer.personId,
    filedAt: at,
    isLate: officeDay(at) > period.dueOn,
    approvedBy: approves ? viewer.personId : null,
    files: await listAttached(tx, report.id),
  };
  if (!report.content)
    await saveContent(tx, report.id, {
      content: { ...draft, paragraphs },
      revision: report.revision + 1,
      at,
    });
  await insertFiling(tx, report.id, filing);
  await setState(tx, report.id, { state: 'submitted', returnReason: null, filedNumber: filing.number });
  await tellReport(tx, at, viewer, report, 'agency-report.submitted', {
    number: filing.number,
    sha256: filing.sha256,
    late: filing.isLate,
    ...(approves ? { approved: true, askedBy: report.askedBy } : {}),
  });
  return { ...presentFiling(filing, approves ? viewer.name : null), filedBy: viewer.name };
}

/** @throws Problem 409 for who must ask the head first, 403 for the head who asked */
function requireApproval(viewer: Viewer, report: AgencyReport): void {
  if (!mayApprove.allows(viewer, report))
    throw conflict('Báo cáo này cần thủ trưởng duyệt trước khi gửi: hãy trình thủ trưởng.');
  requirePolicy(mayApprove, otherEyes(viewer, [report.askedBy]), report);
}
