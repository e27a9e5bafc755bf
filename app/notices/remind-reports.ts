import { appendEvent } from '#app/ledger/index.ts';
import type { Answer } from '#app/platform/contract.ts';
import type { House } from '#app/platform/house.ts';
import type { SignedCall } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { listOwedReports } from '#app/reports/index.ts';
import { mayRemind } from './notice.policy.ts';
import { insertNotices, wasReminded } from './notice.store.ts';
import { peopleToRemind } from './remind-part.ts';
import type { remindReports as contract } from './remind-reports.contract.ts';

type Outcome = Answer<typeof contract>;

/** Reminds whoever writes each of these reports, and their head, at most once a day. */
export async function remindReports(
  house: House,
  { body, viewer, tx }: SignedCall<typeof contract>,
): Promise<Outcome> {
  requirePolicy(mayRemind, viewer, undefined);
  const [at, today] = [house.now(), officeDay(house.now())];
  const ids = [...new Set(body.reportIds)];
  const owed = new Map((await listOwedReports(tx, ids)).map((report) => [report.id, report]));
  const outcome: Outcome = { done: [], refused: [] };
  for (const reportId of ids) {
    const report = owed.get(reportId);
    const refuse = (why: string) =>
      outcome.refused.push({ reportId, agencyName: report?.agencyName ?? null, why });
    if (!report) {
      refuse('Báo cáo này đã gửi nên không cần nhắc.');
      continue;
    }
    if (await wasReminded(tx, reportId, today)) {
      refuse('Hôm nay đã nhắc báo cáo này: mỗi báo cáo chỉ nhắc một lần một ngày.');
      continue;
    }
    const people = await peopleToRemind(tx, report, today);
    if (!people.length) {
      refuse('Cơ quan chưa có người nhận: nhờ quản trị thêm đầu mối rồi nhắc lại.');
      continue;
    }
    const notices = people.map(({ personId, level }) => ({
      personId,
      level,
      subjectKind: 'report' as const,
      subjectId: reportId,
      dutyId: null,
      step: 'by-hand',
      anchorOn: today,
      dueOn: report.dueOn,
      isRequest: false,
      channel: 'push' as const,
      title: report.title,
      agencyId: report.agencyId,
      sentBy: viewer.personId,
      muted: false,
    }));
    const sent = await insertNotices(tx, notices, at);
    await appendEvent(tx, at, {
      subjectKind: 'notices',
      subjectId: viewer.tenantId,
      kind: 'notices.reminded-by-hand',
      actorId: viewer.personId,
      payload: { reportId, agencyName: report.agencyName, count: sent },
    });
    outcome.done.push({ reportId, agencyName: report.agencyName, people: sent });
  }
  return outcome;
}
