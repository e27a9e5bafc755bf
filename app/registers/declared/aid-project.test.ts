import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registerFeeds } from '../figures/feeds.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { createRow, moveRow, showRow } from '../register.contract.ts';
import { setRegisterSetting } from '../setting.contract.ts';

let t: TestHouse;
let own: Person;
let other: Person;
const agencies: Record<string, string> = {};
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  other = await t.as('vanhoa@example.vn');
  for (const { id, name } of (await own.call(listAgencies, {})).agencies) agencies[name] = id;
});
afterAll(() => t.close());

const add = async (register: string, values: object, person = own) =>
  (
    await person.call(createRow, {
      params: { register },
      body: { values: values as never, isDifferent: true },
    })
  ).id;
const show = (register: string, id: string) => own.call(showRow, { params: { register, id }, query: {} });
const move = async (register: string, id: string, transition: string, values: object = {}) => {
  const { revision } = await show(register, id);
  return own.call(moveRow, {
    params: { register, id },
    body: { revision, transition, values: values as never },
  });
};
const project = {
  name: 'Nước sạch xã Nhơn Ái',
  kind: 'project',
  donor: 'Quỹ Châu Á',
  country: 'US',
  owner: 'UBND xã Nhơn Ái',
};
const usd = (amount: number) => ({ amount, currency: 'USD', rateOn: '2026-03-01' });
const figures = async (register: string, from: string, to: string) =>
  Object.fromEntries(
    (await own.call(registerFigures, { params: { register }, query: { from, to } })).figures.map(
      ({ key, amounts }) => [
        key.split('.')[1],
        amounts
          .map(({ amount, whole, currency }) =>
            whole === null ? (currency ? `${amount} ${currency}` : amount) : `${amount}/${whole}`,
          )
          .join(' + '),
      ],
    ),
  );

test('from mobilising to the closing report, each step with what it needs, each day with its source', async () => {
  const id = await add('aid-project', project);
  const early = { params: { register: 'aid-project', id }, body: { revision: 1, transition: 'pledge' } };
  expect((await own.refused(moveRow, early)).title).toBe(
    'Trước khi “ghi đã có cam kết, lập hồ sơ” cần ghi ngày cam kết, giá trị cam kết.',
  );
  await move('aid-project', id, 'pledge', { pledgedOn: '2026-03-01', pledged: usd(100_000) });
  await move('aid-project', id, 'appraise', {
    dossierOn: '2026-11-10',
    dossier: ['request', 'text'],
    appraiser: agencies['Sở Tài chính'],
  });
  expect((await show('aid-project', id)).timers.map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['appraise', '2026-11-30'],
  ]);
  await move('aid-project', id, 'approve', {
    appraisedOn: '2026-11-12',
    approvedBy: 'chairman',
    decision: '12/QĐ-UBND',
    approvedOn: '2026-11-16',
    approved: usd(95_000),
  });
  // Six months after 16/11/2026 is a Sunday: the next worked day.
  expect(
    (await show('aid-project', id)).timers
      .filter(({ isDone }) => !isDone)
      .map(({ name, dueOn }) => [name, dueOn]),
  ).toEqual([
    ['notify', '2026-11-23'],
    ['not-started', '2027-05-17'],
  ]);
  await move('aid-project', id, 'start', { startedOn: '2026-11-20' });
  expect(
    (await show('aid-project', id)).timers.find(({ name }) => name === 'not-started')?.isDone ?? true,
  ).toBe(true);
  await move('aid-project', id, 'end', { endedOn: '2026-11-22', beneficiaries: 200 });
  expect(
    (await show('aid-project', id)).timers
      .filter(({ isDone }) => !isDone)
      .map(({ name, dueOn }) => [name, dueOn]),
  ).toContainEqual(['closing-report', '2027-05-24']);
  await move('aid-project', id, 'close', { closingReportOn: '2026-11-23' });
  expect((await show('aid-project', id)).state).toBe('closed');
});

test('its checks: days in order, parts within the whole, amounts that agree', async () => {
  const fault = async (values: object) =>
    (
      (
        await own.refused(createRow, {
          params: { register: 'aid-project' },
          body: { values: { ...project, ...values } as never, isDifferent: true },
        })
      ).errors as {
        path: string;
      }[]
    ).map(({ path }) => path);
  expect(await fault({ dossierOn: '2026-02-02', appraisedOn: '2026-02-01' })).toEqual(['values.appraisedOn']);
  expect(await fault({ beneficiaries: 10, women: 11 })).toEqual(['values.women']);
  const { warnings } = await own.call(createRow, {
    params: { register: 'aid-project' },
    body: {
      values: {
        ...project,
        name: 'Dự án thử',
        approved: usd(100),
        byRecipient: usd(30),
        byDonor: usd(60),
        pledged: usd(100),
        rate: 26_000,
        pledgedVnd: 1_000_000,
      } as never,
      isDifferent: true,
    },
  });
  expect(warnings.map(({ field }) => field)).toEqual(['byRecipient', 'pledgedVnd']);
});

test('a project told twice counts once: at its first day, by its code, and reports of two agencies find it', async () => {
  const said = {
    ...project,
    name: 'Học bổng Hậu Giang',
    code: 'VT-01',
    pledged: usd(50_000),
    pledgedUsd: 50_000,
    counterpart: { amount: 2e8, currency: 'VND', rateOn: null },
  };
  await add('aid-project', {
    ...said,
    pledgedOn: '2024-05-01',
    approvedOn: '2024-06-01',
    startedOn: '2024-07-01',
    beneficiaries: 90,
  });
  // Its extension, written down again; and another agency's own row of it.
  await add('aid-project', {
    ...said,
    name: 'Học bổng Hậu Giang (gia hạn)',
    code: 'vt-01',
    pledgedOn: '2025-05-01',
  });
  await add('aid-project', { ...said, name: 'HB Hậu Giang', pledgedOn: '2024-08-01' }, other);
  expect(await figures('aid-project', '2024-01-01', '2024-12-31')).toMatchObject({
    mobilised: '1',
    running: '1',
    pledged: '50000 USD',
    'pledged-usd': '50000',
    counterpart: '200000000 VND',
    beneficiaries: '90',
    countries: '1',
  });
  expect(await figures('aid-project', '2025-01-01', '2025-12-31')).toMatchObject({
    mobilised: '0',
    'pledged-usd': '0',
  });
  const fed = registerFeeds.figures.find(({ name }) => name === 'aid-project.pledged.usd')!;
  const asked = { window: { from: '2024-01-01', to: '2024-12-31' }, plan: null, today: '2026-11-23' };
  const keys = await inTenant(t.house.db, t.tenantId, async (tx) => {
    const told = [];
    for (const name of ['Sở Ngoại vụ', 'Sở Văn hóa, Thể thao và Du lịch'])
      told.push(
        ...(await fed.compute(tx, { ...asked, agencyId: agencies[name]! })).counted.map(({ key, amount }) => [
          key,
          amount,
        ]),
      );
    return told;
  });
  expect(keys).toEqual([
    ['VT-01', 50_000],
    ['VT-01', 50_000],
  ]);
});

test('an opinion has its clock, and is in time only when it came by its day', async () => {
  const of = await add('aid-project', { ...project, name: 'Dự án xin ý kiến' });
  const ask = (values: object) =>
    add('aid-opinion', {
      subject: 'Ý kiến về dự án',
      project: of,
      giver: agencies['Công an thành phố'] ?? Object.values(agencies)[0],
      askedOn: '2026-11-02',
      ...values,
    });
  await ask({ dueOn: '2026-11-10', givenOn: '2026-11-10' });
  await ask({ dueOn: '2026-11-10', givenOn: '2026-11-11' });
  const open = await ask({ dueOn: '2026-11-12' });
  const dayless = await ask({});
  expect((await show('aid-opinion', open)).timers.map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['due', '2026-11-12'],
  ]);
  expect((await show('aid-opinion', dayless)).timers.map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['answer', '2026-11-11'],
  ]);
  expect(await figures('aid-opinion', '2026-11-01', '2026-11-30')).toMatchObject({
    'on-time': '1/3',
    asked: '4',
    given: '2',
  });
  const against = {
    subject: 'Ý kiến',
    project: of,
    giver: Object.values(agencies)[0],
    askedOn: '2026-11-02',
    givenOn: '2026-11-03',
    verdict: 'disagree',
  };
  expect(
    (
      await own.refused(createRow, {
        params: { register: 'aid-opinion' },
        body: { values: against as never },
      })
    ).status,
  ).toBe(422);
});

test('relief: houses and gifts are counted by their number, people of a project not twice, an emergency has three months', async () => {
  const given = { direction: 'received', organiser: agencies['Sở Ngoại vụ'], givenOn: '2026-11-05' };
  const within = await add('aid-project', { ...project, name: 'Nhà ở vùng lũ' });
  await add('relief', {
    ...given,
    content: 'Trao nhà',
    kind: 'houses',
    quantity: 20,
    beneficiaries: 80,
    project: within,
  });
  await add('relief', {
    ...given,
    content: 'Quà Tết',
    kind: 'gifts',
    quantity: 1000,
    beneficiaries: 1000,
    worth: { amount: 3e8, currency: 'VND', rateOn: null },
  });
  expect(await figures('relief', '2026-11-01', '2026-11-30')).toMatchObject({
    houses: '20',
    gifts: '1000',
    scholarships: '0',
    activities: '2',
    beneficiaries: '1000',
    worth: '300000000 VND',
  });
  const uncounted = { ...given, content: 'Trao nhà đợt 2', kind: 'houses' };
  expect(
    (await own.refused(createRow, { params: { register: 'relief' }, body: { values: uncounted as never } }))
      .errors,
  ).toMatchObject([{ path: 'values.quantity' }]);
  const flood = await add('relief', {
    content: 'Lũ lụt',
    kind: 'goods',
    direction: 'received',
    organiser: agencies['Sở Ngoại vụ'],
    isEmergency: true,
    emergencyOn: '2026-10-01',
  });
  expect((await show('relief', flood)).timers.map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['emergency', '2027-01-04'],
  ]);
});

test('a value from which the chairman does not approve is the province’s own to set: none is shipped', async () => {
  const id = await add('aid-project', {
    ...project,
    name: 'Bệnh viện vệ tinh',
    approved: usd(600_000),
    approvedBy: 'chairman',
  });
  const marked = async () => (await show('aid-project', id)).warnings.map(({ field }) => field);
  expect(await marked()).not.toContain('approvedBy');
  const focal = await t.as('daumoi@example.vn');
  const params = { register: 'aid-project', name: 'threshold.higherFrom' };
  const set = (value: number) =>
    focal.call(setRegisterSetting, {
      params,
      body: { own: { value, source: 'Quyết định phân cấp của UBND thành phố' } },
    });
  await set(500_000);
  expect(await marked()).toContain('approvedBy');
  await set(700_000);
  expect(await marked()).not.toContain('approvedBy');
});

test('an item that runs already is recorded in one step, with its decision and the reason', async () => {
  const id = await add('aid-project', { ...project, name: 'Học bổng từ trước' });
  const { actions } = await show('aid-project', id);
  expect(actions.find(({ name }) => name === 'record')).toMatchObject({
    lacking: ['decision', 'approvedOn', 'approved', 'startedOn'],
    withReason: true,
  });
});
