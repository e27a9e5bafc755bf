import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMyNotices } from '#app/notices/notice.contract.ts';
import { remindReports } from '#app/notices/remind-reports.contract.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as agencyReportContract from './agency-report.contract.ts';
import * as definitionContract from './definition.contract.ts';
import { openPeriodsJob } from './open-by-calendar.ts';
import * as periodContract from './period.contract.ts';
import { publishPlan217 } from './plan-217.test-data.ts';
import * as regime from './regime.contract.ts';
import { shippedDefinitions } from './shipped.ts';

let t: TestHouse;
let focal: Person;
let foreign: Person;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-01T03:00:00Z'));
  await publishPlan217(t.house, t.tenantId);
  focal = await t.as('daumoi@example.vn');
  foreign = await t.as('ngoaivu@example.vn');
});
afterAll(() => t.close());

const definitionOf = async (id: string) =>
  (await focal.call(definitionContract.listDefinitions, {})).definitions.find((one) => one.id === id)!;

test('what ships names its source and whether it was verified, and holds for nobody before it is taken over', async () => {
  for (const { source } of shippedDefinitions) expect(source.length).toBeGreaterThan(20);
  const { definitions } = await focal.call(regime.listOffered, {});
  expect(definitions.map(({ key, isVerified }) => [key, isVerified])).toEqual([
    ['plan', true],
    ['union-year', false],
    ['mau-03', true],
    ['mau-04', true],
    ['mau-05', true],
    ['aid-finance', false],
    ['aid-finance-budget', false],
    ['aid-progress', false],
    ['aid-owner', false],
  ]);
  // Of the forms of law the days are verified, the columns are not.
  for (const key of ['mau-03', 'mau-04', 'mau-05'])
    expect(definitions.find((one) => one.key === key)!.toVerify).toMatch(/cột/);
  expect(definitions.every(({ takenAs }) => takenAs === null)).toBe(true);
  expect((await focal.call(definitionContract.listDefinitions, {})).definitions).toEqual([]);
});

test('every shipped regime can be taken over, once; its figures, headings and checks hang together', async () => {
  for (const { key, content } of shippedDefinitions.filter((one) => one.content)) {
    const { id } = await focal.call(regime.takeDefinition, { body: { key } });
    const taken = await definitionOf(id);
    expect(taken).toMatchObject({ documentId: null, originKey: key, content: { origin: { key } } });
    const slots = new Set(taken.content.slots.map((slot) => slot.key));
    const keys = taken.content.indicators.map((one) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { slot } of taken.content.indicators) expect(slots).toContain(slot);
    for (const check of taken.content.checks) expect(keys).toContain(check.indicator);
    expect(content?.name).toBe(taken.content.name);
    expect((await focal.refused(regime.takeDefinition, { body: { key } })).status).toBe(409);
  }
  expect((await foreign.refused(regime.takeDefinition, { body: { key: 'mau-03' } })).status).toBe(403);
  // The 27 indicators of handbook §11, each by its number.
  const union = shippedDefinitions.find(({ key }) => key === 'union-year')!;
  const numbers = new Set(union.content!.indicators!.map(({ name }) => Number.parseInt(name, 10)));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 27 }, (_, n) => n + 1));
});

test('a regime without a plan opens for whom it binds on that day, with its fixed due day', async () => {
  const offered = (await focal.call(regime.listOffered, {})).definitions;
  const definitionId = offered.find(({ key }) => key === 'mau-03')!.takenAs!;
  const { content } = await definitionOf(definitionId);
  const bound = { documentId: null, bound: content.bound };
  const { agencies } = await focal.call(regime.previewBound, { body: bound });
  expect(agencies.map(({ name }) => name)).toContain('Sở Ngoại vụ');
  const { periods } = await focal.call(regime.listProposed, {});
  const proposed = periods.find((one) => one.definitionId === definitionId)!;
  expect(proposed).toMatchObject({ name: 'Năm 2026', to: '2026-12-14', dueOn: '2026-12-18' });
  const body = { definitionId, kind: 'year', year: 2026, index: 1 } as const;
  const { id, expected } = await focal.call(periodContract.openPeriod, { body });
  expect(expected).toBe(agencies.length);
  const after = await focal.call(regime.listProposed, {});
  expect(after.periods.some((one) => one.definitionId === definitionId)).toBe(false);
  const board = await focal.call(periodContract.getPeriod, { params: { id } });
  expect(board).toMatchObject({ documentId: null, dueOn: '2026-12-18' });
  const mine = board.reports.find(({ agencyName }) => agencyName === 'Sở Ngoại vụ')!.id;
  const report = await foreign.call(agencyReportContract.getAgencyReport, { params: { id: mine } });
  expect(report.indicators.length).toBe(7);
  const { terms } = { terms: await focal.call(regime.designTerms, {}) };
  expect(terms.figures.map(({ name }) => name)).toContain('duties.on-time');
});

test('at night the program opens what its definition lets it open, once, and nothing else', async () => {
  const { id } = await focal.call(regime.startDefinition, {
    body: { name: 'Báo cáo quý của các sở', basis: 'Công văn của UBND', regime: 'periodic' },
  });
  const { version, content } = await definitionOf(id);
  const changed = {
    ...content,
    bound: { ...content.bound, kinds: ['so'] },
    frequencies: ['quarter' as const],
    opens: 'by-itself' as const,
  };
  await focal.call(definitionContract.changeDefinition, {
    params: { id },
    body: { version, content: changed },
  });
  const names = async () =>
    (await focal.call(periodContract.listPeriods, {})).periods
      .filter(({ reportName }) => reportName === content.name)
      .map(({ name }) => name);
  await runDueJobs(t.house, [openPeriodsJob]);
  await runDueJobs(t.house, [{ ...openPeriodsJob, name: 'again' }]);
  expect(await names()).toEqual(['Quý IV năm 2026']);
  const all = (await focal.call(periodContract.listPeriods, {})).periods;
  expect(all.some(({ reportName }) => reportName.includes('Mẫu 04'))).toBe(false);
});

test('the season shows several reports of one deadline together; who owes is reminded once a day', async () => {
  const offered = (await focal.call(regime.listOffered, {})).definitions;
  const definitionId = offered.find(({ key }) => key === 'mau-04')!.takenAs!;
  await focal.call(periodContract.openPeriod, { body: { definitionId, kind: 'year', year: 2026, index: 1 } });
  const { deadlines } = await focal.call(regime.reportSeason, {});
  const crunch = deadlines.find(({ dueOn }) => dueOn === '2026-12-18')!;
  expect(crunch.periods).toHaveLength(2);
  const own = crunch.agencies.find(({ agencyName }) => agencyName === 'Sở Ngoại vụ')!;
  expect(own.reports.map(({ state, isBegun }) => [state, isBegun])).toEqual([
    ['draft', false],
    ['draft', false],
  ]);
  const reportIds = own.reports.map(({ id }) => id);
  const first = await focal.call(remindReports, { body: { reportIds } });
  expect(first.done.map(({ agencyName }) => agencyName)).toEqual(['Sở Ngoại vụ', 'Sở Ngoại vụ']);
  const { rows } = await foreign.call(listMyNotices, { query: {} });
  expect(rows.map(({ title }) => title)).toContain('Năm 2026');
  const again = await focal.call(remindReports, { body: { reportIds } });
  expect(again.done).toEqual([]);
  expect(again.refused.map(({ why }) => why)).toEqual(
    Array(2).fill(expect.stringMatching(/Hôm nay đã nhắc/)),
  );
  expect((await foreign.refused(remindReports, { body: { reportIds } })).status).toBe(403);
  expect((await foreign.refused(regime.reportSeason, {})).status).toBe(403);
});
