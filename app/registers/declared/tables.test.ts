import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { createRow, listRows, moveRow, showRow } from '../register.contract.ts';

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

const add = async (register: string, values: Record<string, unknown>) =>
  (await own.call(createRow, { params: { register }, body: { values } })).id;
const show = (register: string, id: string) => own.call(showRow, { params: { register, id }, query: {} });

test('the programme of a delegation stands by day in its row, and a wrong day is told by its line', async () => {
  const line = { day: '2026-12-14', hour: '8:00', what: 'Chào xã giao', place: 'UBND thành phố', host: null };
  const values = {
    name: 'Đoàn Hội Hàn – Việt',
    direction: 'in',
    country: 'KR',
    held: { from: '2026-12-14', to: '2026-12-16' },
    host: ngoaiVu,
    programme: [line, { ...line, day: '2026-12-15', hour: null, what: 'Thăm trường học' }],
  };
  const row = await show('delegation', await add('delegation', values));
  expect(row.values.programme).toEqual(values.programme);
  expect(row.shown.programme).toBe(
    '14/12/2026; 8:00; Chào xã giao; UBND thành phố\n15/12/2026; Thăm trường học; UBND thành phố',
  );
  const wrong = { ...values, name: 'Đoàn khác', programme: [line, { ...line, day: '14-12' }] };
  const refused = await own.refused(createRow, {
    params: { register: 'delegation' },
    body: { values: wrong },
  });
  expect(refused.errors).toMatchObject([
    { path: 'values.programme', message: expect.stringMatching(/^Dòng 2: Ngày: /) },
  ]);
});

test('an agreement of several countries is found and counted for each of them', async () => {
  const id = await add('agreement', {
    name: 'Bản ghi nhớ hợp tác tiểu vùng',
    kind: 'memorandum',
    signer: ngoaiVu,
    foreignSide: 'Các tỉnh bạn',
    country: 'KH',
    otherCountries: ['Lào', 'TH', 'KH'],
    signedOn: '2026-10-01',
  });
  expect((await show('agreement', id)).shown.otherCountries).toBe('Lào; Thái Lan; Campuchia');
  const { rows } = await own.call(listRows, {
    params: { register: 'agreement' },
    query: { filter: 'otherCountries:LA' },
  });
  expect(rows.map((row) => row.id)).toEqual([id]);
  const { figures } = await own.call(registerFigures, {
    params: { register: 'agreement' },
    query: { from: '2026-01-01', to: '2026-12-31' },
  });
  const counted = figures.find(({ byCountry }) => byCountry.length)!.byCountry;
  expect(counted.map(({ country, rows: many }) => [country, many])).toEqual([
    ['KH', 1],
    ['LA', 1],
    ['TH', 1],
  ]);
});

test('a conference is never held without permission, and says so before and when it is tried', async () => {
  const register = 'international-event';
  const values = {
    name: 'Diễn đàn hợp tác Mê Công',
    kind: 'conference',
    held: { from: '2026-11-10', to: '2026-11-11' },
    organiser: ngoaiVu,
    participants: [{ body: 'Quỹ Châu Á', country: 'US', capacity: 'khách mời', people: 3 }],
    fromCountries: ['US'],
  };
  const id = await add(register, values);
  const row = await show(register, id);
  expect(row.shown.participants).toBe('Quỹ Châu Á; Hoa Kỳ; khách mời; 3');
  expect(row.actions.find(({ name }) => name === 'holdFreely')!.hindrance!.vi).toMatch(
    /^Hội nghị, hội thảo quốc tế phải được cho phép/,
  );
  const body = { revision: row.revision, transition: 'holdFreely', values: { people: 40 } };
  const refused = await own.refused(moveRow, { params: { register, id }, body });
  expect([refused.status, refused.title]).toEqual([
    409,
    expect.stringMatching(/phải được cho phép trước khi tổ chức/),
  ]);
  // Nothing of what was sent along is kept.
  expect((await show(register, id)).values.people).toBeNull();
  const sport = await add(register, { ...values, name: 'Giao hữu bóng đá', kind: 'sport' });
  expect(
    (await show(register, sport)).actions.find(({ name }) => name === 'holdFreely')!.hindrance,
  ).toBeNull();
});
