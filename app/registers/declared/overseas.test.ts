import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { createRow, moveRow, showRow } from '../register.contract.ts';

let t: TestHouse;
let own: Person;
let agency: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  agency = (await own.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const add = (register: string, values: object) =>
  own.call(createRow, { params: { register }, body: { values: values as never } });
const move = (register: string, id: string, transition: string, values: object = {}) =>
  own.call(moveRow, {
    params: { register, id },
    body: { revision: 1, transition, values: values as never },
  });
async function refused(register: string, values: object): Promise<string[]> {
  const body = { values: values as never };
  const { errors } = await own.refused(createRow, { params: { register }, body });
  return (errors as { path: string }[]).map(({ path }) => path);
}
async function figures(register: string) {
  const query = { from: '2026-01-01', to: '2026-12-31' };
  const found = await own.call(registerFigures, { params: { register }, query });
  return Object.fromEntries(
    found.figures.map(({ key, amounts }) => [key.replace(`${register}.`, ''), amounts]),
  );
}

const lan = { name: 'Trần Thị Lan', kind: 'person', country: 'AU', phone: '0912 345 678' };

test('consent is proved by its day, and politics or religion are not kept', async () => {
  const wrong = { ...lan, legalBasis: 'consent', note: 'Có quan điểm chính trị rõ' };
  expect(await refused('overseas-vietnamese', wrong)).toEqual(['values.consentOn', 'values.note']);
  const { id } = await add('overseas-vietnamese', { ...lan, legalBasis: 'consent', consentOn: '2026-11-20' });
  const row = await own.call(showRow, { params: { register: 'overseas-vietnamese', id }, query: {} });
  expect(row.sealed).toEqual(['phone']);
  expect(JSON.stringify(row)).not.toContain('912');
});

test('contributions count once they are received, by kind and never over currencies', async () => {
  const give = async (name: string, kind: string, amount: number, currency: string) =>
    (
      await add('overseas-contribution', {
        name,
        kind,
        giverName: 'Hội đồng hương',
        value: { amount, currency },
      })
    ).id;
  const school = await give('Phòng học xã Nhơn Ái', 'charity', 500_000_000, 'VND');
  const house = await give('Nhà tình nghĩa', 'charity', 20_000, 'USD');
  await give('Nhà máy chế biến', 'investment', 9_000_000, 'USD');
  for (const id of [school, house])
    await move('overseas-contribution', id, 'receive', { givenOn: '2026-11-20' });
  const found = await figures('overseas-contribution');
  const amounts = found.charity!.map(({ amount, currency }) => [currency, amount]).sort();
  expect(amounts).toEqual([
    ['USD', 20_000],
    ['VND', 500_000_000],
  ]);
  expect(found.investment).toEqual([]);
  const row = await own.call(showRow, {
    params: { register: 'overseas-contribution', id: school },
    query: {},
  });
  expect(row.timers.map(({ name, dueOn, mark }) => [name, dueOn, mark])).toEqual([
    ['thank', '2026-12-21', 'R'],
  ]);
});

test('a meeting is held with its numbers, which must agree', async () => {
  const held = { from: '2026-11-20', to: null };
  const values = { name: 'Gặp mặt kiều bào', kind: 'visit', organiser: agency, held, delegations: 2 };
  expect(await refused('overseas-meeting', { ...values, attendances: 10, overseas: 11 })).toEqual([
    'values.overseas',
  ]);
  const { id } = await add('overseas-meeting', values);
  await move('overseas-meeting', id, 'hold', { attendances: 100, overseas: 60 });
  const found = await figures('overseas-meeting');
  expect([found.delegations![0]!.amount, found.people![0]!.amount]).toEqual([2, 60]);
});

test('staff, their certificates and research: what cannot be is refused, what was used is counted', async () => {
  const minh = { name: 'Lê Minh', employer: agency, engagement: 'full', since: '2025-01-02' };
  expect(await refused('staff', { ...minh, until: '2024-01-02' })).toEqual(['values.until']);
  const { id: holder } = await add('staff', { ...minh, languages: ['en', 'lo'] });
  const paper = { name: 'IELTS', holder, kind: 'language', issuedOn: '2026-01-05' };
  expect(await refused('staff-certificate', paper)).toEqual(['values.language']);
  const made = await add('staff-certificate', { ...paper, language: 'en', expiresOn: '2027-01-20' });
  const row = await own.call(showRow, { params: { register: 'staff-certificate', id: made.id }, query: {} });
  expect(row.timers.map(({ dueOn }) => dueOn)).toEqual(['2026-11-21']);
  expect((await figures('staff')).languages![0]!.amount).toBe(1);
  const topic = { topic: 'Kết nối với Lào', kind: 'report', author: agency, submittedOn: '2026-10-01' };
  expect(await refused('research', { ...topic, usedOn: '2026-09-01' })).toEqual(['values.usedOn']);
  await add('research', topic);
  await add('research', { ...topic, topic: 'Viện trợ y tế', usedOn: '2026-11-01' });
  expect((await figures('research')).share).toMatchObject([{ amount: 1, whole: 2 }]);
});
