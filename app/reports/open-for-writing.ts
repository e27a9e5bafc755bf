import type { Tx } from '#app/platform/database.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { showDate } from '#libraries/calendar/index.ts';
import { type AgencyReport, getAgencyReport } from './agency-report.store.ts';
import { getPeriod, type Period } from './period.store.ts';
import { isLocked } from './present-report.ts';
import { mayWrite } from './report.policy.ts';
import { isOpen } from './standing.ts';

/** @throws Problem 409 when nothing is filed in this period any more, and no exception was made */
export function requireUnlocked(report: AgencyReport, period: Period, today: string): void {
  if (isLocked(report, period, today))
    throw conflict(
      `Kỳ này đã khóa sau ngày ${showDate(period.locksOn!)}: hãy đề nghị đầu mối mở khóa riêng, nêu lý do.`,
    );
}

/** @throws Problem 409 when it is filed, or was saved elsewhere meanwhile */
export function requireWritable(report: AgencyReport, revision: number | null): void {
  if (!isOpen(report))
    throw conflict('Báo cáo đã gửi nên không sửa được nữa: nếu cần sửa, hãy đề nghị đầu mối trả lại.');
  if (revision !== null && report.revision !== revision)
    throw conflict('Báo cáo vừa được lưu ở nơi khác: hãy tải lại trang để thấy nội dung mới nhất.', {
      revision: report.revision,
    });
}

/** Held until the transaction ends. @throws Problem 403; 409 when it is filed, locked, with the head, or saved elsewhere */
export async function openForWriting(
  tx: Tx,
  viewer: Viewer,
  id: string,
  revision: number | null,
  today: string,
): Promise<AgencyReport> {
  const report = await getAgencyReport(tx, id, { forUpdate: true });
  requirePolicy(mayWrite, viewer, report);
  requireWritable(report, revision);
  requireUnlocked(report, await getPeriod(tx, report.periodId), today);
  if (report.askedBy)
    throw conflict('Báo cáo đang chờ thủ trưởng duyệt nên chưa sửa được: hãy lấy lại báo cáo rồi sửa.');
  return report;
}
