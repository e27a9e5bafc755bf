import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { notFound } from '#app/platform/problem.ts';
import { findReportAgency } from './delivery.store.ts';
import { asDelivery } from './delivery.ts';
import { listReportNotices } from './notice.contract.ts';
import { maySeeReceipts } from './notice.policy.ts';
import { listNotices } from './notice.store.ts';

/** Who of an agency was reminded of its report, and saw it when; nobody's names for others. */
export function reportNoticeRoutes(web: Web, house: House): void {
  mount(web, house, listReportNotices, async ({ params, viewer, tx }) => {
    const report = await findReportAgency(tx, params.id);
    if (!report) throw notFound('báo cáo này');
    const maySee = maySeeReceipts.allows(viewer, { agencyIds: [report.agencyId] });
    const found = maySee ? await listNotices(tx, { subjectId: params.id }, { limit: 200 }) : [];
    return { rows: found.map(asDelivery) };
  });
}
