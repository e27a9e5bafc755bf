import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { registerFeeds } from '#app/registers/index.ts';
import { createRow } from '#app/registers/register.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as agencyReportContract from './agency-report.contract.ts';
import { listPeriods, openPeriod } from './period.contract.ts';
import * as regime from './regime.contract.ts';
import { shippedDefinitions } from './shipped.ts';

let t: TestHouse;
let focal: Person;
let foreign: Person;

const add = async (register: string, values: Record<string, unknown>) => {
  const body = { values, isDifferent: true };
  return (await foreign.call(createRow, { params: { register }, body })) as { id: string };
};
const take = async (key: string) => (await focal.call(regime.takeDefinition, { body: { key } })).id;
const reportOf = async (definitionId: string, kind: 'year' | 'half-year', year: number) => {
  const body = { definitionId, kind, year, index: 1 };
  const { id } = await focal.call(openPeriod, { body });
  const { periods } = await foreign.call(listPeriods, {});
  const mine = periods.find((one) => one.id === id)!.mine[0]!.id;
  return foreign.call(agencyReportContract.getAgencyReport, { params: { id: mine } });
};

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-01T03:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  foreign = await t.as('ngoaivu@example.vn');
});
afterAll(() => t.close());

/** What computes each of the 27 indicators of handbook §11. */
const computed: Record<number, string[]> = {
  1: ['friendship-association.active'],
  2: ['friendship-association.new', 'friendship-association.dissolved', 'friendship-association.merged'],
  3: ['friendship-association.members', 'friendship-association.women', 'friendship-association.young'],
  4: ['congress.held', 'friendship-association.terms-ending'],
  5: ['delegation.in', 'delegation.in-people', 'delegation.in-countries'],
  6: ['delegation.out', 'delegation.out-people', 'delegation.out-countries'],
  7: ['international-event.conferences'],
  8: ['international-event.exchanges', 'international-event.exchange-people'],
  9: ['agreement.signed', 'agreement.in-force', 'agreement.ended'],
  10: ['foreign-ngo.active', 'foreign-ngo.certified'],
  11: ['aid-project.mobilised'],
  12: ['aid-project.running'],
  13: ['aid-project.pledged-vnd', 'aid-project.pledged-usd'],
  14: ['aid-disbursement.disbursed-vnd', 'aid-disbursement.disbursed-usd'],
  15: ['aid-project.counterpart.vnd'],
  16: ['aid-project.beneficiaries', 'relief.beneficiaries'],
  17: ['relief.houses', 'relief.bridges', 'relief.classrooms', 'relief.gifts', 'relief.scholarships'],
  18: ['information-product.news', 'information-product.bulletins'],
  19: ['outreach.sessions', 'outreach.people'],
  20: ['training-course.classes', 'training-course.learners'],
  21: ['award.vufo-medals', 'award.certificates', 'award.orders'],
  22: ['overseas-contribution.value.vnd', 'overseas-vietnamese.bodies', 'overseas-meeting.delegations'],
  23: ['inspection.held', 'inspection.handled'],
  24: ['consultation.answered'],
  25: ['budget.allotted.vnd', 'budget.spent.vnd'],
  26: [
    'duties.done-in-time',
    'duties.done-late',
    'duties.open-in-time',
    'duties.open-late',
    'duties.requests',
    'duties.extensions',
  ],
  27: ['opinions.on-time'],
};

test('all 27 indicators are computed, each by a figure that is there and adds up alike', async () => {
  const { figures } = await focal.call(regime.designTerms, {});
  const byName = new Map(figures.map((one) => [one.name, one]));
  for (const { key, content } of shippedDefinitions)
    for (const indicator of content?.indicators ?? []) {
      if (!indicator.computedBy) continue;
      const figure = byName.get(indicator.computedBy);
      expect(figure, `${key}: ${indicator.computedBy}`).toBeDefined();
      // Things that are named may be counted once over agencies, whatever the register itself does.
      if (indicator.rule !== 'distinct')
        expect([indicator.key, figure!.rule]).toEqual([indicator.key, indicator.rule]);
    }
  const union = shippedDefinitions.find(({ key }) => key === 'union-year')!.content!.indicators!;
  const made = Object.groupBy(union, ({ name }) => Number.parseInt(name, 10));
  const names = Object.entries(made).map(([no, list]) => [Number(no), list!.map((one) => one.computedBy)]);
  expect(Object.fromEntries(names)).toEqual(computed);
});

test('money is told in the unit asked for, with its currency; rows of registers stand under their heading', async () => {
  const project = await add('aid-project', {
    name: 'Nước sạch Phong Điền',
    code: 'VT-09',
    kind: 'project',
    donor: 'Quỹ Châu Á',
    owner: 'Sở Ngoại vụ',
    country: 'US',
    pledgedOn: '2026-03-01',
    pledged: { amount: 1_060_000, currency: 'USD' },
    pledgedVnd: 27_560_000_000,
    pledgedUsd: 1_060_000,
  });
  await add('aid-disbursement', {
    content: 'Đợt 1',
    project: project.id,
    entry: 'received',
    source: 'aid',
    form: 'cash',
    paidOn: '2025-12-20',
    amount: { amount: 500_000_000, currency: 'VND' },
    inVnd: 500_000_000,
  });
  await add('aid-disbursement', {
    content: 'Chi đợt 1',
    project: project.id,
    entry: 'used',
    source: 'aid',
    form: 'cash',
    paidOn: '2026-04-02',
    amount: { amount: 120_500_000, currency: 'VND' },
    inVnd: 120_500_000,
  });
  const { values, paragraphs } = await reportOf(await take('union-year'), 'year', 2026);
  const of = (key: string) => values.find((one) => one.indicator === key);
  expect(of('cam-ket')).toMatchObject({ amount: 27.56, currency: 'VND', isComputed: true });
  expect(of('cam-ket')!.counted).toMatchObject([{ key: 'VT-09', amount: 27.56 }]);
  expect(of('cam-ket.usd')).toMatchObject({ amount: 1_060_000, currency: null });
  expect(of('giai-ngan')).toMatchObject({ amount: 0.5, currency: 'VND' });
  // What stands in a register that the agency does not keep, it says by hand: no row is no figure of nothing.
  expect(of('hoi.thanh-vien')).toMatchObject({ amount: null, isComputed: false });
  expect(of('du-an.trien-khai')).toMatchObject({ amount: 0, isComputed: true });
  expect(paragraphs.find(({ slot }) => slot === 'II.3')).toMatchObject({
    text: expect.stringMatching(/^Nước sạch Phong Điền/),
    records: [{ register: 'aid-project', id: project.id }],
  });
});

test('the finance table of aid carries balances over, in millions where it asks for millions', async () => {
  const { values } = await reportOf(await take('aid-finance'), 'half-year', 2026);
  const of = (key: string) => values.find((one) => one.indicator === key)?.amount;
  expect([of('tien.dau-ky'), of('tien.nhan'), of('tien.su-dung'), of('tien.cuoi-ky')]).toEqual([
    500, 0, 120.5, 379.5,
  ]);
});

test('opinions in time are those given by their day, whenever somebody wrote it down', async () => {
  const ngo = { country: 'JP', opinionAskedOn: '2026-11-02' };
  await add('foreign-ngo', { ...ngo, name: 'Quỹ Nippon', opinionGivenOn: '2026-11-10' });
  await add('foreign-ngo', { ...ngo, name: 'Quỹ Sakura', opinionGivenOn: '2026-11-27' });
  await add('foreign-ngo', { ...ngo, name: 'Quỹ Fuji' });
  const { definitions } = await focal.call(regime.listOffered, {});
  const union = definitions.find(({ key }) => key === 'union-year')!.takenAs!;
  const half = await reportOf(union, 'half-year', 2026);
  const { periods } = await foreign.call(listPeriods, {});
  const id = periods.find(({ name }) => name === 'Năm 2026')!.mine[0]!.id;
  const year = await foreign.call(agencyReportContract.getAgencyReport, { params: { id } });
  const of = (list: typeof year.values) => list.find((one) => one.indicator === 'y-kien.dung-han');
  expect(of(year.values)).toMatchObject({ amount: 1, whole: 3 });
  // Nobody was asked in that half-year.
  expect(of(half.values)).toMatchObject({ amount: null, whole: null, isComputed: false });
});

test('different things are named one by one, so that two agencies with projects of one country count it once', async () => {
  const { agencies } = await focal.call(listAgencies, {});
  const fed = registerFeeds.figures.find(({ name }) => name === 'aid-project.countries')!;
  const asked = { window: { from: '2025-12-15', to: '2026-12-14' }, plan: null, today: '2026-12-01' };
  const { id: agencyId } = agencies.find(({ name }) => name === 'Sở Ngoại vụ')!;
  await add('aid-project', {
    name: 'Học bổng Cần Thơ',
    kind: 'nonProject',
    donor: 'Quỹ Ford',
    owner: 'Sở Ngoại vụ',
    country: 'US',
    pledgedOn: '2026-05-01',
  });
  const { amount, counted } = await inTenant(t.house.db, t.tenantId, (tx) =>
    fed.compute(tx, { ...asked, agencyId }),
  );
  expect(amount).toBe(1);
  expect(counted).toEqual([{ key: 'US', name: 'Hoa Kỳ', on: '2026-03-01', amount: null, record: null }]);
});
