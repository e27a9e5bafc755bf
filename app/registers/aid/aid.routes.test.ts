import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { createRow, removeRow } from '../register.contract.ts';
import { aidActivities, aidFinance, campaignResults, setPublisher, showPublisher } from './aid.contract.ts';
import { daysOf, financeWindows } from './finance-windows.ts';

let t: TestHouse;
let own: Person;
let agencyId: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  agencyId = (await own.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const add = async (register: string, values: object) =>
  (await own.call(createRow, { params: { register }, body: { values: values as never, isDifferent: true } }))
    .id;
const money = (amount: number, currency = 'USD') => ({
  amount,
  currency,
  rateOn: currency === 'VND' ? null : '2026-01-05',
});
const get = (url: string) => t.web.inject({ method: 'GET', url, headers: { cookie: own.cookie } });

let project: string;
let campaign: string;
const entry = (kind: string, paidOn: string, amount: object, more: object = {}) =>
  add('aid-disbursement', {
    content: `${kind} ${paidOn}`,
    project,
    entry: kind,
    source: 'aid',
    form: 'cash',
    paidOn,
    amount,
    ...more,
  });

test('finance of a window: opening, received, used, given back, closing by item, source and currency; goods by number', async () => {
  campaign = await add('aid-campaign', {
    name: 'Vận động viện trợ 2026-2030',
    period: { from: '2026-01-01', to: '2030-12-31' },
    lead: agencyId,
    targetProjects: 20,
    targetDisbursed: money(1_000_000),
  });
  project = await add('aid-project', {
    code: 'VT-02',
    name: 'Nước sạch',
    kind: 'project',
    donor: 'Quỹ Châu Á',
    owner: 'UBND xã Nhơn Ái',
    campaign,
    goals: 'Nước sạch',
    during: { from: '2025-07-01', to: '2027-06-30' },
    pledgedOn: '2025-06-01',
    pledged: money(100_000),
    approvedOn: '2025-06-20',
    beneficiaries: 200,
    contact: 'Bà Nguyễn Thị Kín',
    contactPhone: '0912 345 678',
  });
  await entry('received', '2025-08-01', money(40_000));
  await entry('used', '2025-12-31', money(10_000));
  await entry('received', '2026-01-01', money(20_000), { treasury: 'pending' });
  await entry('used', '2026-06-30', money(25_000), {
    treasury: 'done',
    treasuryOn: '2026-07-01',
    inVnd: 650_000_000,
  });
  await entry('returned', '2026-05-05', money(500));
  await entry('used', '2026-03-03', money(7_000_000, 'VND'), { source: 'counterpart' });
  await entry('used', '2026-07-01', money(999));
  await entry('received', '2026-02-02', money(900), {
    form: 'goods',
    goods: 'Máy lọc nước',
    quantity: 12,
    measure: 'cái',
  });
  const wrong = await entry('received', '2026-02-02', money(1), { content: 'Ghi nhầm' });
  await own.call(removeRow, { params: { register: 'aid-disbursement', id: wrong } }).catch(() => null);
  const head = await t.as('daumoi@example.vn');
  await head.call(removeRow, { params: { register: 'aid-disbursement', id: wrong } }).catch(() => null);
  const finance = await own.call(aidFinance, { query: { from: '2026-01-01', to: '2026-06-30' } });
  const numbers = ({
    source,
    currency,
    opening,
    received,
    used,
    returned,
    closing,
  }: (typeof finance.totals)[number]) => [source, currency, opening, received, used, returned, closing];
  expect(finance.money.map(numbers)).toEqual([
    ['aid', 'USD', 30_000, 20_000, 25_000, 500, 24_500],
    ['counterpart', 'VND', 0, 0, 7_000_000, 0, -7_000_000],
  ]);
  expect(finance.money[0]).toMatchObject({
    code: 'VT-02',
    name: 'Nước sạch',
    accounted: 25_000,
    pending: 20_000,
  });
  expect(finance.totals.map(numbers)).toEqual(finance.money.map(numbers));
  expect(finance.goods).toMatchObject([
    { goods: 'Máy lọc nước', measure: 'cái', received: 12, closing: 12, worthReceived: 900 },
  ]);
  expect(finance.overdrawn).toBe(1);
  // In VND by the rate that was entered with each; what nobody turned into VND is said, not guessed.
  const query = { from: '2026-01-01', to: '2026-06-30', money: 'VND', project } as const;
  const inVnd = await own.call(aidFinance, { query });
  expect(inVnd.money.map(numbers)).toEqual([
    ['aid', 'VND', 0, 0, 650_000_000, 0, -650_000_000],
    ['counterpart', 'VND', 0, 0, 7_000_000, 0, -7_000_000],
  ]);
  expect([inVnd.unconverted, finance.unconverted]).toEqual([4, 0]);
  const nothing = { ...query, project: '7459a0da-b24b-456a-818e-bd3d664b6ce5' };
  expect((await own.call(aidFinance, { query: nothing })).money).toEqual([]);
  const next = await own.call(aidFinance, { query: { from: '2026-07-01', to: '2026-12-31' } });
  expect(next.money[0]).toMatchObject({ opening: 24_500, used: 999, closing: 23_501 });
  expect((await own.refused(aidFinance, { query: { from: '2026-07-01', to: '2026-06-30' } })).title).toBe(
    'Ngày cuối kỳ đứng trước ngày đầu kỳ: hãy chọn lại.',
  );
});

test('disbursed is what the donor paid in the window, by currency, and an entry ahead of today is refused', async () => {
  const { figures } = await own.call(registerFigures, {
    params: { register: 'aid-disbursement' },
    query: { from: '2026-01-01', to: '2026-06-30' },
  });
  const of = (key: string) => figures.find((one) => one.key === `aid-disbursement.${key}`)!.amounts;
  expect(of('disbursed')).toEqual([{ currency: 'USD', amount: 20_900, whole: null }]);
  expect(of('counterpart-used')).toEqual([{ currency: 'VND', amount: 7_000_000, whole: null }]);
  const ahead = {
    content: 'Đợt sau',
    project,
    entry: 'received',
    source: 'aid',
    form: 'cash',
    paidOn: '2026-12-01',
    amount: money(1),
  };
  expect(
    (
      await own.refused(createRow, {
        params: { register: 'aid-disbursement' },
        body: { values: ahead as never },
      })
    ).status,
  ).toBe(422);
});

test('the tables go out as a book', async () => {
  const answer = await get('/api/aid/finance.xlsx?from=2026-01-01&to=2026-06-30');
  expect(answer.statusCode).toBe(200);
  const files = unzipSync(new Uint8Array(answer.rawPayload));
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  expect(sheet).toContain('Nước sạch');
  expect(sheet).toContain('<v>24500</v>');
  expect(new TextDecoder().decode(files['xl/worksheets/sheet4.xml'])).toContain(
    'từ 01/01/2026 đến 30/06/2026',
  );
  expect((await get('/api/aid/finance.xlsx?from=x')).statusCode).toBe(422);
});

test('IATI: what was approved goes out without persons; what lacks something is named', async () => {
  const bare = await add('aid-project', {
    name: 'Thiếu thông tin',
    kind: 'nonProject',
    donor: 'Hội B',
    owner: 'Trường A',
    approvedOn: '2026-02-01',
  });
  await add('aid-project', { name: 'Đang vận động', kind: 'project', donor: 'Hội C', owner: 'Trường B' });
  expect(await own.call(aidActivities, {})).toEqual({
    ready: 1,
    early: 1,
    lacking: [
      {
        id: bare,
        name: 'Thiếu thông tin',
        lacks: ['mục tiêu hoặc kết quả dự kiến', 'thời gian thực hiện hoặc ngày bắt đầu'],
      },
    ],
  });
  const unset = await get('/api/aid/iati.xml');
  expect([unset.statusCode, unset.json().title]).toEqual([422, expect.stringContaining('cơ quan công bố')]);
  const publisher = { ref: 'VN-MOHA-1', name: 'Liên hiệp Hữu nghị', kind: '15' } as const;
  const focal = await t.as('daumoi@example.vn');
  expect((await own.refused(setPublisher, { body: publisher })).status).toBe(403);
  expect((await focal.refused(setPublisher, { body: { ...publisher, ref: 'a b' } })).status).toBe(422);
  await focal.call(setPublisher, { body: publisher });
  expect(await own.call(showPublisher, {})).toEqual({ publisher, maySet: false });
  const { statusCode, body } = await get('/api/aid/iati.xml');
  expect(statusCode).toBe(200);
  expect(body).toContain(`<iati-identifier>VN-MOHA-1-${project}</iati-identifier>`);
  expect(body).toContain(
    '<reporting-org ref="VN-MOHA-1" type="15"><narrative>Liên hiệp Hữu nghị</narrative>',
  );
  expect(body.match(/<iati-activity /g)).toHaveLength(1);
  expect(body).not.toMatch(/Kín|0912/);
});

test('a campaign shows its targets beside what its items brought, each item once', async () => {
  await add('aid-project', {
    code: 'vt-02',
    name: 'Nước sạch (Sở khác ghi)',
    kind: 'project',
    donor: 'Quỹ Châu Á',
    owner: 'X',
    campaign,
    pledgedOn: '2025-06-05',
    pledged: money(100_000),
  });
  const { lines, projects } = await own.call(campaignResults, { params: { id: campaign } });
  expect(projects.map(({ name }) => name)).toEqual(['Nước sạch']);
  expect(lines.map(({ key, unit, target, result }) => [key, unit, target, result])).toEqual([
    ['projects', 'dự án', 20, 1],
    ['donors', 'tổ chức', null, 1],
    ['pledged', 'USD', null, 100_000],
    ['disbursed', 'USD', 1_000_000, 60_900],
    ['beneficiaries', 'người', null, 200],
  ]);
});

test('windows of finance reports are those of the circular', () => {
  const of = (key: string, month?: number) =>
    Object.values(daysOf(financeWindows.find((one) => one.key === key)!, 2026, month));
  expect(of('month', 2)).toEqual(['2026-02-01', '2026-02-28', '2026-03-10']);
  expect(of('month', 12)).toEqual(['2026-12-01', '2026-12-31', '2027-01-10']);
  expect(of('first-half')).toEqual(['2026-01-01', '2026-06-30', '2026-07-31']);
  expect(of('second-half')).toEqual(['2026-07-01', '2026-12-31', '2027-02-15']);
  expect(of('year')).toEqual(['2026-01-01', '2027-01-31', '2027-02-28']);
});
