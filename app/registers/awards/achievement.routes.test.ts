import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { createRow, showRow } from '../register.contract.ts';
import { listAchievements, takeAchievements } from './achievement.contract.ts';

let t: TestHouse;
let own: Person;
let other: Person;
let ngoaiVu: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  other = await t.as('vanhoa@example.vn');
  ngoaiVu = (await own.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const add = async (register: string, values: Record<string, unknown>) =>
  (await own.call(createRow, { params: { register }, body: { values } })).id;

test('what a candidate did is found in the other registers, taken in with its links, and never told twice', async () => {
  const ngo = await add('foreign-ngo', {
    name: 'Quỹ Châu Á',
    englishName: 'The Asia Foundation',
    country: 'US',
  });
  const project = await add('aid-project', {
    name: 'Nước sạch cho xã Nhơn Ái',
    kind: 'project',
    goals: 'Nước sạch',
    donor: 'QUỸ CHÂU Á',
    owner: 'UBND xã Nhơn Ái',
    approvedOn: '2026-03-12',
    approved: { amount: 40_000, currency: 'USD', rateOn: null },
  });
  const agreement = await add('agreement', {
    name: 'Bản ghi nhớ hợp tác',
    kind: 'memorandum',
    signer: ngoaiVu,
    foreignSide: 'Quỹ Châu Á; Đại học Mở',
    country: 'US',
    signedOn: '2026-10-01',
  });
  // Named alike is not named so.
  await add('aid-project', {
    name: 'Khác',
    kind: 'project',
    goals: 'x',
    donor: 'Quỹ Châu Âu',
    owner: 'UBND xã',
  });
  const given = { candidate: 'Quỹ Châu Á', kind: 'foreign-body', form: 'province-certificate' };
  const id = await add('award', {
    ...given,
    proposer: ngoaiVu,
    proposedOn: '2026-11-20',
    merits: 'Bạn lâu năm của thành phố',
  });
  const params = { id };
  const { achievements, mayTake } = await own.call(listAchievements, { params });
  expect(mayTake).toBe(true);
  expect(achievements.map((one) => [one.id, one.on, one.isTold])).toEqual([
    [agreement, '2026-10-01', false],
    [project, '2026-03-12', false],
    [ngo, null, false],
  ]);
  expect(achievements[1]).toMatchObject({
    worth: '40.000 USD',
    address: `/registers/aid-project/${project}`,
  });

  const body = { revision: 1, ids: achievements.map((one) => one.id) };
  expect((await other.refused(takeAchievements, { params, body })).status).toBe(403);
  expect((await own.call(takeAchievements, { params, body })).taken).toBe(3);
  const row = await own.call(showRow, { params: { register: 'award', id }, query: {} });
  expect(row.values).toMatchObject({ projects: [project], ngo });
  expect(row.shown.merits!.split('\n').map((line) => line.split(' (')[0])).toEqual([
    'Bạn lâu năm của thành phố',
    '01/10/2026: Bản ghi nhớ hợp tác',
    '12/03/2026: Nước sạch cho xã Nhơn Ái',
  ]);
  expect(row.linksOut.map((link) => link.address)).toContain(`/registers/aid-project/${project}`);
  const again = await own.call(listAchievements, { params });
  expect(again.achievements.every(({ isTold }) => isTold)).toBe(true);
});
