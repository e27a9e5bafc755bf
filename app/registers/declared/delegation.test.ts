import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { makeDueDuties } from '../due/make-duties.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { changeRow, createRow, moveRow, showRow } from '../register.contract.ts';
import { setRegisterSetting } from '../setting.contract.ts';
import { daysOfProgramme } from './programme-days.ts';

let t: TestHouse;
let own: Person;
let ngoaiVu: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  ngoaiVu = (await own.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

type Given = Record<string, unknown>;
const add = (register: string, values: Given) =>
  own.call(createRow, { params: { register }, body: { values } });
const show = (register: string, id: string) => own.call(showRow, { params: { register, id }, query: {} });
const edit = async (register: string, id: string, values: Given) =>
  own.call(changeRow, {
    params: { register, id },
    body: { revision: (await show(register, id)).revision, values },
  });
const move = async (register: string, id: string, transition: string, values: Given = {}) =>
  own.call(moveRow, {
    params: { register, id },
    body: { revision: (await show(register, id)).revision, transition, values, reason: 'Theo hồ sơ giấy' },
  });
const dues = async (register: string, id: string) =>
  (await show(register, id)).timers.filter(({ isDone }) => !isDone).map(({ name, dueOn }) => [name, dueOn]);
const figures = async (register: string) =>
  Object.fromEntries(
    (
      await own.call(registerFigures, {
        params: { register },
        query: { from: '2026-01-01', to: '2026-12-31' },
      })
    ).figures.map(({ key, amounts }) => [key.slice(register.length + 1), amounts[0]?.amount]),
  );

const guests = {
  name: 'Đoàn Hội Hàn – Việt',
  direction: 'in',
  country: 'KR',
  held: { from: '2026-12-14', to: '2026-12-16' },
};

test('costs of guests are measured by their class, with the instrument, unless leave was given', async () => {
  const register = 'delegation';
  const values = {
    ...guests,
    host: ngoaiVu,
    guestClass: 'b',
    meals: 2_000_000,
    drinks: 160_001,
    banquets: 2,
  };
  const { id, warnings } = await add(register, values);
  expect(warnings).toEqual(
    [
      {
        field: 'drinks',
        message: expect.stringContaining('Vượt định mức: nhiều nhất 160.000 đồng (TT 35/2026'),
      },
      { field: 'banquets', message: expect.stringContaining('nhiều nhất 1 buổi') },
    ].map((one) => expect.objectContaining(one)),
  );
  const found = async (more: Given) => (await edit(register, id, more)).warnings.map(({ field }) => field);
  expect(await found({ guestClass: 'a', banquets: 1 })).toEqual([]);
  expect(await found({ guestClass: 'c' })).toEqual(['meals', 'drinks']);
  expect(await found({ lodgingDeputy: 9e9, gift: 9e9 })).toEqual(['meals', 'drinks']);
  expect(await found({ direction: 'out' })).toEqual([]);
  expect(await found({ direction: 'in', held: { from: '2026-05-17', to: '2026-05-17' } })).toEqual([]);
  expect(await found({ held: guests.held, ceilingLeave: '4/UBND-KT' })).toEqual([]);
  expect(await found({ ceilingLeave: null, guestClass: 'special' })).toEqual([]);
  const focal = await t.as('daumoi@example.vn');
  await focal.call(setRegisterSetting, {
    params: { register, name: 'threshold.cMeals' },
    body: { own: { value: 2_500_000, source: 'Nghị quyết của HĐND' } },
  });
  expect(await found({ guestClass: 'c' })).toEqual(['drinks']);
});

test('a delegation is permitted, told to the police, reported on, and what it promised becomes a dated duty', async () => {
  const register = 'delegation';
  const { id } = await add(register, { ...guests, name: 'Đoàn tỉnh Gyeonggi', host: ngoaiVu });
  expect(await dues(register, id)).toEqual([
    ['submit', '2026-11-20'],
    ['police', '2026-12-07'],
  ]);
  const given = {
    level: 'foreign',
    permit: '9/UBND-NC',
    permittedBy: 'Chủ tịch UBND',
    permittedOn: '2026-11-23',
  };
  await move(register, id, 'permit', given);
  await edit(register, id, { policeToldOn: '2026-11-23' });
  expect((await dues(register, id)).map(([name]) => name)).toEqual(['report-in']);
  await move(register, id, 'end', { people: 12, women: 5 });
  await move(register, id, 'report', { results: 'Hai bên thống nhất giao lưu', reportedOn: '2026-12-17' });
  await move(register, id, 'follow', {
    commitments: 'Đón 5 thực tập sinh y khoa',
    commitmentsBy: '2027-09-01',
  });
  expect(await dues(register, id)).toEqual([['commitments', '2027-09-01']]);
  await inTenant(t.house.db, t.tenantId, (tx) => makeDueDuties(tx, t.house));
  const due = (await show(register, id)).timers.find(({ name }) => name === 'commitments')!;
  const { rows } = await own.call(listDuties, { query: {} });
  expect(rows.map((row) => row.id)).toContain(due.dutyId);
  const duty = await own.call(showDuty, { params: { id: due.dutyId! } });
  expect(duty.parts[0]).toMatchObject({ agencyName: 'Sở Ngoại vụ', dueOn: '2027-09-01' });
  expect(await figures(register)).toMatchObject({ in: 1, 'in-people': 12, 'in-countries': 1, out: 0 });
});

test('who went out with the chairman reports within 7 days, others by the rule of the province', async () => {
  const journey = { ...guests, direction: 'out', host: ngoaiVu, people: 3 };
  const { id } = await add('delegation', { ...journey, name: 'Đoàn Chủ tịch thăm Nhật', level: 'chairman' });
  const given = { permit: '9/TTg-QHQT', permittedBy: 'Thủ tướng', permittedOn: '2026-11-23' };
  await move('delegation', id, 'permit', given);
  expect(await dues('delegation', id)).toEqual([['report-chairman', '2026-12-23']]);
  await edit('delegation', id, { level: 'department' });
  expect(await dues('delegation', id)).toEqual([['report-out', '2026-12-25']]);
});

test('days of a programme outside the visit are told', () => {
  const visit = { from: '2026-12-31', to: '2027-01-02' };
  const days = ['2026-12-31', '2027-01-02', '2027-01-03', '2027-01-03', null];
  const lines = days.map((day) => ({ day, hour: null, what: 'hội đàm', place: null, host: null }));
  expect(daysOfProgramme(lines, visit)).toEqual(['03/01/2027']);
});

test('a conference with ministers is for the Prime Minister, 40 days ahead, and is reported within 15 days', async () => {
  const register = 'international-event';
  const values = {
    name: 'Diễn đàn hợp tác Mê Công',
    kind: 'conference',
    held: { from: '2027-03-10', to: '2027-03-11' },
    organiser: ngoaiVu,
    guestLevel: 'minister',
    permitter: 'chairman',
  };
  const refusal = await own.refused(createRow, { params: { register }, body: { values } });
  expect(refusal.errors).toMatchObject([{ path: 'values.permitter' }]);
  const past = { ...values, name: 'Hội thảo cũ', held: { from: '2026-03-01', to: '2026-03-02' } };
  expect((await add(register, past)).warnings).toMatchObject([{ field: 'permitter' }]);
  const { id } = await add(register, { ...values, permitter: 'primeMinister' });
  expect(await dues(register, id)).toEqual([['submit-prime-minister', '2027-01-29']]);
  await edit(register, id, { guestLevel: 'below', permitter: 'chairman' });
  expect(await dues(register, id)).toEqual([['submit-chairman', '2027-02-08']]);
  await move(register, id, 'consult', { purpose: 'Kết nối', opinionAskedOn: '2026-11-23' });
  expect((await dues(register, id)).map(([name, on]) => `${name} ${on}`)).toContain('opinion 2026-12-08');
  await move(register, id, 'submit', { opinionGivenOn: '2026-11-23', submittedOn: '2026-11-23' });
  await move(register, id, 'permit', { permit: '3/UBND', permittedOn: '2026-11-23' });
  expect(await dues(register, id)).toEqual([['report', '2027-03-26']]);
  const { id: match } = await add(register, {
    name: 'Giao hữu bóng đá Việt – Lào',
    kind: 'sport',
    held: { from: '2026-10-01', to: '2026-10-01' },
    organiser: ngoaiVu,
  });
  await move(register, match, 'holdFreely', { people: 200, foreigners: 40 });
  expect(await figures(register)).toMatchObject({ conferences: 0, exchanges: 1, 'exchange-people': 200 });
});
