import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, requireViewer, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { xlsxStream } from '#app/platform/xlsx-stream.ts';
import type { Money } from '#libraries/register/index.ts';
import { aidCampaign } from '../declared/aid-campaign.ts';
import { aidDisbursement } from '../declared/aid-disbursement.ts';
import { aidProject } from '../declared/aid-project.ts';
import { policyOf, readableReach } from '../register.policy.ts';
import { getRow } from '../row.store.ts';
import { listActivities } from './activity.store.ts';
import { isPublic, lacksOf } from './activity.ts';
import * as contract from './aid.contract.ts';
import { listProjectsOf, sumsOf } from './campaign.store.ts';
import { listGoods, listMoney } from './finance.store.ts';
import { financeOf } from './finance.ts';
import { financeBook } from './finance-book.ts';
import { iatiFile } from './iati.ts';
import { publisherRoutes } from './publisher.routes.ts';
import { findPublisher } from './publisher.store.ts';

/** Tables that aid has beside its registers: finance by window, publication by IATI, targets against results. */
export function aidRoutes(web: Web, house: House): void {
  mount(web, house, contract.aidFinance, ({ query, viewer, tx }) => readFinance(tx, viewer, query));
  web.get(contract.aidPaths.finance, { schema: { hide: true } }, (request, reply) =>
    sendFinance(house, request, reply),
  );
  mount(web, house, contract.aidActivities, async ({ viewer, tx }) => {
    const activities = await listActivities(tx, readableReach(aidProject, viewer));
    const open = activities.filter(isPublic);
    const lacking = open
      .map((one) => ({ id: one.id, name: one.title, lacks: lacksOf(one) }))
      .filter(({ lacks }) => lacks.length);
    return { ready: open.length - lacking.length, early: activities.length - open.length, lacking };
  });
  web.get(contract.aidPaths.activities, { schema: { hide: true } }, (request, reply) =>
    sendActivities(house, request, reply),
  );
  publisherRoutes(web, house);
  mount(web, house, contract.campaignResults, async ({ params, viewer, tx }) => {
    const campaign = await getRow(tx, aidCampaign, params.id);
    requirePolicy(policyOf(aidCampaign.may.read), viewer, campaign);
    return resultsOf(tx, campaign);
  });
}

type FinanceAsked = z.output<typeof contract.financeAsked>;

async function readFinance(tx: Tx, viewer: Viewer, { from, to, agency, project, money }: FinanceAsked) {
  if (to < from) throw invalid('Ngày cuối kỳ đứng trước ngày đầu kỳ: hãy chọn lại.');
  const asked = {
    from,
    to,
    agencyId: agency,
    projectId: project,
    money,
    reach: readableReach(aidDisbursement, viewer),
  };
  return financeOf(await listMoney(tx, asked), await listGoods(tx, asked));
}

async function sendFinance(house: House, request: FastifyRequest, reply: FastifyReply) {
  const viewer = requireViewer(request);
  const { data: asked } = contract.financeAsked.safeParse(request.query);
  if (!asked) throw invalid('Kỳ của bảng tài chính không đúng: quay lại trang, chọn kỳ rồi bấm tải lại.');
  const finance = await inTenant(house.db, viewer.tenantId, (tx) => readFinance(tx, viewer, asked));
  const body = new PassThrough();
  pipeline(Readable.from(xlsxStream(financeBook(finance, asked, officeDay(house.now())))), body).catch(
    (error: Error) => body.destroy(error),
  );
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="tai-chinh-vien-tro-${asked.from}-${asked.to}.xlsx"`)
    .header('cache-control', 'no-store')
    .send(body);
}

async function sendActivities(house: House, request: FastifyRequest, reply: FastifyReply) {
  const viewer = requireViewer(request);
  const reach = readableReach(aidProject, viewer);
  const [publisher, all] = await inTenant(
    house.db,
    viewer.tenantId,
    async (tx) => [await findPublisher(tx), await listActivities(tx, reach)] as const,
  );
  if (!publisher)
    throw invalid('Chưa đặt cơ quan công bố: chuyên viên đầu mối ghi mã tổ chức IATI ở trang Bảng viện trợ.');
  const activities = all.filter((one) => isPublic(one) && !lacksOf(one).length);
  if (!activities.length)
    throw invalid(
      'Chưa có khoản viện trợ nào đã phê duyệt và đủ dữ liệu để công bố: mở trang này để xem khoản nào thiếu gì.',
    );
  return reply
    .type('application/xml; charset=utf-8')
    .header('content-disposition', `attachment; filename="iati-${officeDay(house.now())}.xml"`)
    .header('cache-control', 'no-store')
    .send(iatiFile(activities, publisher, house.now()));
}

async function resultsOf(tx: Tx, { id, values }: Awaited<ReturnType<typeof getRow>>) {
  const projects = await listProjectsOf(tx, id);
  const [pledged, disbursed] = [values.targetPledged, values.targetDisbursed] as (Money | null)[];
  const usual = pledged?.currency ?? disbursed?.currency ?? 'VND';
  const currency = { pledged: usual, disbursed: disbursed?.currency ?? usual };
  const sums = await sumsOf(
    tx,
    projects.map((one) => one.id),
    currency,
  );
  const target = (field: string) => (values[field] as number | null) ?? null;
  const mobilised = projects.filter(({ pledgedOn }) => pledgedOn);
  const donors = new Set(mobilised.map(({ donor }) => donor.toLocaleLowerCase('vi'))).size;
  const beneficiaries = projects.reduce((sum, one) => sum + (one.beneficiaries ?? 0), 0);
  return {
    name: String(values.name),
    lines: [
      { key: 'projects' as const, unit: 'dự án', target: target('targetProjects'), result: mobilised.length },
      { key: 'donors' as const, unit: 'tổ chức', target: target('targetDonors'), result: donors },
      {
        key: 'pledged' as const,
        unit: currency.pledged,
        target: pledged?.amount ?? null,
        result: sums.pledged,
      },
      {
        key: 'disbursed' as const,
        unit: currency.disbursed,
        target: disbursed?.amount ?? null,
        result: sums.disbursed,
      },
      {
        key: 'beneficiaries' as const,
        unit: 'người',
        target: target('targetBeneficiaries'),
        result: beneficiaries,
      },
    ],
    projects: projects.map(({ beneficiaries: _, ...one }) => one),
  };
}
