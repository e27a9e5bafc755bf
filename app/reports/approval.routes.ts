import { otherEyes } from '#app/platform/four-eyes.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import * as contract from './agency-report.contract.ts';
import { getAgencyReport, saveContent, setAsked } from './agency-report.store.ts';
import { insertUnlock } from './exception.store.ts';
import type { ReportFeeds } from './feeds.ts';
import { requireSound } from './file-report.ts';
import { openForWriting } from './open-for-writing.ts';
import { getPeriod } from './period.store.ts';
import { draftNow } from './present-report.ts';
import { mayApprove, mayUnlock, mayWrite } from './report.policy.ts';
import { isOpen, standing } from './standing.ts';
import { tellReport } from './tell-report.ts';

/** The head approves what leaves the agency; the focal officer opens by exception what is locked. */
export function approvalRoutes(web: Web, house: House, feeds: ReportFeeds): void {
  const from = { feeds, today: () => officeDay(house.now()) };
  mount(web, house, contract.askApproval, async ({ params, body, viewer, tx }) => {
    const report = await openForWriting(tx, viewer, params.id, body.revision, from.today());
    const stand = await standing(tx, report, from);
    if (!stand.period.definition.headApproves)
      throw conflict('Báo cáo này không cần thủ trưởng duyệt: hãy gửi luôn.');
    const draft = draftNow(report, stand);
    requireSound(stand, draft);
    const at = house.now();
    // The head reads what was asked for: nothing is prefilled anew in between.
    if (!report.content) await saveContent(tx, report.id, { content: draft, revision: report.revision, at });
    await setAsked(tx, report.id, { by: viewer.personId, at });
    await tellReport(tx, at, viewer, report, 'agency-report.approval-asked', {});
    return { ok: true as const };
  });
  mount(web, house, contract.endApproval, async ({ params, body, viewer, tx }) => {
    const report = await getAgencyReport(tx, params.id, { forUpdate: true });
    requirePolicy(mayWrite, viewer, report);
    if (!report.askedBy || !isOpen(report))
      throw conflict('Báo cáo không còn chờ duyệt: hãy tải lại trang để xem trạng thái mới.');
    const isHead = mayApprove.allows(otherEyes(viewer, [report.askedBy]), report);
    if (isHead && !body.reason)
      throw invalid('Cần ghi lý do chưa duyệt để người soạn biết sửa gì.', [
        { path: 'reason', message: 'Ghi lý do chưa duyệt.' },
      ]);
    await setAsked(tx, report.id, null, isHead ? body.reason : null);
    const payload = isHead ? { reason: body.reason } : { takenBack: true };
    await tellReport(tx, house.now(), viewer, report, 'agency-report.approval-ended', payload);
    return { ok: true as const };
  });
  mount(web, house, contract.unlockReport, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayUnlock, viewer, undefined);
    const report = await getAgencyReport(tx, params.id, { forUpdate: true });
    const { locksOn } = await getPeriod(tx, report.periodId);
    if (!isOpen(report)) throw conflict('Báo cáo đã gửi: muốn cơ quan sửa thì trả lại báo cáo.');
    if (locksOn === null || from.today() <= locksOn)
      throw conflict('Kỳ này chưa khóa nên không cần mở khóa riêng.');
    if (body.until < from.today())
      throw invalid('Hạn mở khóa phải từ hôm nay trở đi: hãy chọn lại ngày.', [
        { path: 'until', message: 'Chọn từ hôm nay trở đi.' },
      ]);
    const at = house.now();
    const { reason, until } = body;
    await insertUnlock(tx, report.id, { reason, until, by: viewer.personId, at });
    await tellReport(tx, at, viewer, report, 'agency-report.unlocked', { reason, until });
    return { ok: true as const };
  });
}
