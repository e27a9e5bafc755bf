import { listEvents } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { otherEyes } from '#app/platform/four-eyes.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './agency-report.contract.ts';
import {
  type AgencyReport,
  findFiling,
  getAgencyReport,
  saveContent,
  setState,
} from './agency-report.store.ts';
import { compareFiled } from './compare-filings.ts';
import type { ReportFeeds } from './feeds.ts';
import { fileReport } from './file-report.ts';
import { openForWriting } from './open-for-writing.ts';
import { presentReport } from './present-report.ts';
import { mayAcceptOthers, mayDecide, mayRead } from './report.policy.ts';
import { requireOwnSources, standing } from './standing.ts';
import { tellReport } from './tell-report.ts';

/** An agency's report: read, saved, filed; accepted or returned by another. */
export function agencyReportRoutes(web: Web, house: House, feeds: ReportFeeds): void {
  const from = { feeds, today: () => officeDay(house.now()) };
  mount(web, house, contract.getAgencyReport, async ({ params, viewer, tx }) => {
    const report = await getAgencyReport(tx, params.id);
    requirePolicy(mayRead, viewer, report);
    return presentReport(tx, viewer, report, from);
  });
  mount(web, house, contract.saveAgencyReport, async ({ params, body, viewer, tx }) => {
    const report = await openForWriting(tx, viewer, params.id, body.revision, from.today());
    const stand = await standing(tx, report, from);
    requireOwnSources(stand, body.paragraphs, report.content?.paragraphs ?? []);
    const at = house.now();
    const content = {
      paragraphs: body.paragraphs,
      values: body.values ?? report.content?.values ?? [],
      seen: body.seen,
    };
    const saved = { content, revision: report.revision + 1, at };
    await saveContent(tx, report.id, saved);
    // An autosave every few seconds is no event of its own: the first one is, and so is what is filed.
    if (!report.content) await tellReport(tx, at, viewer, report, 'agency-report.started', {});
    return { revision: saved.revision, savedAt: at.toISOString() };
  });
  mount(web, house, contract.submitAgencyReport, async ({ params, body, viewer, tx }) =>
    fileReport(tx, viewer, params.id, body.revision, house.now(), from),
  );
  mount(web, house, contract.returnAgencyReport, async ({ params, body, viewer, tx }) => {
    const report = await decideOn(tx, viewer, params.id, ['submitted', 'accepted']);
    await setState(tx, report.id, {
      state: 'returned',
      returnReason: body.reason,
      returnNotes: body.slots,
    });
    const payload = {
      reason: body.reason,
      number: report.filedNumber,
      ...(body.slots.length ? { slots: body.slots } : {}),
    };
    await tellReport(tx, house.now(), viewer, report, 'agency-report.returned', payload);
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
    await tellReport(tx, house.now(), viewer, report, 'agency-report.accepted', {
      number: report.filedNumber,
    });
    return { ok: true as const };
  });
  mount(web, house, contract.compareFilings, async ({ params, query, viewer, tx }) => {
    const report = await getAgencyReport(tx, params.id);
    requirePolicy(mayRead, viewer, report);
    const [before, after] = [
      await findFiling(tx, report.id, query.from),
      await findFiling(tx, report.id, query.to),
    ];
    if (!before || !after) throw notFound('bản đã gửi này');
    return compareFiled(before, after);
  });
}

/** @throws Problem 403; 409 when it is in none of these states */
async function decideOn(tx: Tx, viewer: Viewer, id: string, from: AgencyReport['state'][]) {
  requirePolicy(mayDecide, viewer, undefined);
  const report = await getAgencyReport(tx, id, { forUpdate: true });
  if (!from.includes(report.state))
    throw conflict('Báo cáo không còn ở trạng thái chờ xử lý: hãy tải lại trang để xem trạng thái mới.');
  return report;
}
