// Six agencies that report on Plan 217: who they are, what they did, and the steps that other journeys show in the browser.
import { join } from 'node:path';
import type { z } from 'zod';
import { confirmDuties, showDocument } from '#app/documents/document.contract.ts';
import { previewPublication, publish } from '#app/duties/publication.contract.ts';
import { addPerson, listPeople } from '#app/people/people.contract.ts';
import type { paragraphShape } from '#app/reports/agency-report.contract.ts';
import * as agencyReportContract from '#app/reports/agency-report.contract.ts';
import { changeDefinition, makeDefinition } from '#app/reports/definition.contract.ts';
import type { indicatorShape, indicatorValueShape } from '#app/reports/indicator.contract.ts';
import { listPeriods } from '#app/reports/period.contract.ts';
import { logProgress } from '#app/reports/plan-217.test-data.ts';
import type { Seat } from './browser.ts';
import type { HeldStage } from './held-stage.ts';

export const agencies = {
  foreign: { name: 'Sở Ngoại vụ', writer: 'ngoaivu@example.vn', head: 'dovinh@example.vn' },
  culture: {
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    writer: 'vanhoa@example.vn',
    head: 'ngohanh@example.vn',
  },
  home: { name: 'Sở Nội vụ', writer: 'noivu@example.vn', head: 'noivu@example.vn' },
  planning: { name: 'Sở Kế hoạch và Đầu tư', writer: 'vanphuc@example.vn', head: 'vanphuc@example.vn' },
  finance: { name: 'Sở Tài chính', writer: 'lykim@example.vn', head: 'lykim@example.vn' },
  media: { name: 'Sở Thông tin và Truyền thông', writer: 'minhduc@example.vn', head: 'minhduc@example.vn' },
} as const;
export type Agency = keyof typeof agencies;

/** Heads whom the example does not have. */
const newcomers: [Agency, string][] = [
  ['foreign', 'Đỗ Quang Vinh'],
  ['culture', 'Ngô Thị Hạnh'],
  ['planning', 'Trương Văn Phúc'],
  ['finance', 'Lý Thị Kim'],
  ['media', 'Cao Minh Đức'],
];

export const guests: z.input<typeof indicatorShape> = {
  key: 'doan-vao',
  name: 'Đoàn vào',
  unit: 'đoàn',
  rule: 'distinct',
  slot: 'II.5',
};
export const aid: z.input<typeof indicatorShape> = {
  key: 'vien-tro',
  name: 'Viện trợ phi chính phủ nước ngoài đã tiếp nhận',
  unit: 'triệu đồng',
  rule: 'flow',
  isMoney: true,
  slot: 'II.4',
};

/** Plan 217 is taken in, confirmed and published; heads get their roles; the six are bound to report half-yearly. */
export async function prepare(stage: HeldStage, focal: Seat & Awaited<ReturnType<HeldStage['sit']>>) {
  const { page, person } = focal;
  await stage.go(focal, '/documents');
  await page
    .locator('input[type=file]')
    .setInputFiles(join(import.meta.dirname, '../../data/example/plan-217.md'));
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const { revision } = await person.call(showDocument, { params: { id } });
  await person.call(confirmDuties, { params: { id }, body: { revision, confirmed: true } });
  const { names } = await person.call(previewPublication, { params: { id } });
  const decisions = names
    .filter((one) => one.mustBeDecided)
    .map(({ printed }) => ({ printed, agencyIds: [] }));
  await person.call(publish, { params: { id }, body: { decisions } });
  const administrator = await stage.as('quantri@example.vn');
  const known = await administrator.call(listPeople, { query: {} });
  const idOf = (name: string) => known.grantable.find(({ agencyName }) => agencyName === name)!.agencyId;
  for (const [agency, name] of newcomers) {
    const { name: agencyName, head: email } = agencies[agency];
    const body = { name, title: 'Giám đốc', email, agencyId: idOf(agencyName), from: '2027-01-11' };
    await administrator.call(addPerson, { body: { ...body, role: 'agency-head' } });
  }
  return bind(
    person,
    id,
    Object.values(agencies).map(({ name }) => idOf(name)),
  );
}

async function bind(focal: Awaited<ReturnType<HeldStage['as']>>, documentId: string, bound: string[]) {
  const { id, version, content } = await focal.call(makeDefinition, { body: { documentId } });
  const changed = {
    ...content,
    headApproves: true,
    bound: { plan: false, groups: [], kinds: [], agencies: bound, without: [] },
    indicators: [...content.indicators, guests, aid],
  };
  await focal.call(changeDefinition, { params: { id }, body: { version, content: changed } });
}

export const log = (stage: HeldStage, agency: Agency, path: string, doneOn: string, note: string) =>
  logProgress(stage.house, stage.tenantId, { email: agencies[agency].writer, path, note, doneOn });

type Own = { slot: string; text: string } & Partial<z.input<typeof paragraphShape>>;
type Value = Partial<z.input<typeof indicatorValueShape>> & { indicator: string };

async function reportOf(stage: HeldStage, agency: Agency, periodId: string): Promise<string> {
  const person = await stage.as(agencies[agency].writer);
  const { periods } = await person.call(listPeriods, {});
  return periods.find(({ id }) => id === periodId)!.mine[0]!.id;
}

/** An agency adds its own words and figures to what is filled in for it, and its head files. */
export async function file(
  stage: HeldStage,
  agency: Agency,
  periodId: string,
  { own = [], values = [] }: { own?: Own[]; values?: Value[] },
): Promise<string> {
  const { writer, head } = agencies[agency];
  const person = await stage.as(writer);
  const id = await reportOf(stage, agency, periodId);
  const params = { id };
  const report = await person.call(agencyReportContract.getAgencyReport, { params });
  const body = {
    revision: report.revision,
    paragraphs: [
      ...report.paragraphs,
      ...own.map((one) => ({ id: crypto.randomUUID(), sources: [], ...one })),
    ],
    values: report.values.map((value) => {
      const given = values.find((one) => one.indicator === value.indicator);
      return given ? { ...value, ...given, isComputed: false } : value;
    }),
    seen: report.seen,
  };
  const { revision } = await person.call(agencyReportContract.saveAgencyReport, { params, body });
  if (writer !== head) await person.call(agencyReportContract.askApproval, { params, body: { revision } });
  const filer = writer === head ? person : await stage.as(head);
  const { revision: now } = await filer.call(agencyReportContract.getAgencyReport, { params });
  await filer.call(agencyReportContract.submitAgencyReport, { params, body: { revision: now } });
  return id;
}

export const counted = (name: string, on: string) => ({ key: null, name, on, amount: null, record: null });
