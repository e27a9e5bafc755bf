import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { matchName } from '../agency.contract.ts';
import { addException, addGroup, changeGroup, endException, showGroups } from './group.contract.ts';

let t: TestHouse;
let focal: Person;
const key = 'so-ban-nganh';
const groupOn = async (asOf?: string) =>
  (await focal.call(showGroups, { query: { asOf } })).groups.find((one) => one.key === key)!;
const idOf = async (name: string) =>
  (await focal.call(showGroups, { query: {} })).agencies.find((one) => one.name === name)!.id;
const membersPrinted = async (name: string) =>
  (await focal.call(matchName, { query: { name } })).agencies.map((one) => one.name);

beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

test('the shipped groups unfold over the register: by kind, units inside a sở not beside it', async () => {
  const group = await groupOn();
  const names = group.members.map((one) => one.name);
  expect(group).toMatchObject({ name: 'các sở, ban, ngành', isShipped: true, id: null, exceptions: [] });
  expect(names).toContain('Sở Ngoại vụ');
  expect(names).toContain('Công an thành phố');
  expect(names).not.toContain('Ban Thi đua - Khen thưởng');
  expect(names).toEqual(await membersPrinted('các Sở, ban, ngành'));
});

test('an exception holds on its days alone, with its reason, in matching too', async () => {
  const [police, front] = [
    await idOf('Công an thành phố'),
    await idOf('Ủy ban Mặt trận Tổ quốc Việt Nam thành phố'),
  ];
  const [validFrom, validTo] = ['2020-01-01', '2099-12-31'];
  const params = { key };
  const leftOut = {
    agencyId: police,
    kind: 'left-out' as const,
    reason: 'Có kế hoạch riêng',
    validFrom,
    validTo,
  };
  const { id } = await focal.call(addException, { params, body: leftOut });
  await focal.call(addException, {
    params,
    body: {
      agencyId: front,
      kind: 'added',
      reason: 'Theo thông báo',
      validFrom: null,
      validTo: '2019-12-31',
    },
  });
  const namesOn = async (day?: string) => (await groupOn(day)).members.map((one) => one.name);
  expect(await namesOn()).not.toContain('Công an thành phố');
  expect(await membersPrinted('các sở, ban, ngành thành phố')).not.toContain('Công an thành phố');
  expect(await namesOn('2019-06-01')).toContain('Công an thành phố');
  expect((await groupOn('2019-06-01')).members.find(({ id: one }) => one === front)?.isAdded).toBe(true);
  expect((await groupOn()).exceptions.map(({ kind, holds }) => [kind, holds])).toEqual([
    ['left-out', true],
    ['added', false],
  ]);
  expect((await focal.refused(addException, { params, body: leftOut })).title).toMatch(/đã có ngoại lệ/);
  await focal.call(endException, { params: { key, id } });
  expect((await groupOn()).exceptions.find((one) => one.id === id)?.validTo).not.toBe(validTo);
  expect(await namesOn('2098-01-01')).toContain('Công an thành phố');
});

test('a rule is changed and a group is made: documents that print it mean them', async () => {
  const rule = { name: 'các đơn vị đối ngoại', phrases: ['đơn vị đối ngoại'], kinds: ['lien-hiep'] };
  const made = await focal.call(addGroup, { body: rule });
  expect(await membersPrinted('Các đơn vị đối ngoại')).toEqual(['Liên hiệp các tổ chức hữu nghị thành phố']);
  const home = await idOf('Sở Nội vụ');
  await focal.call(changeGroup, {
    params: made,
    body: { ...rule, kinds: ['ban-nganh'], belowId: home },
  });
  expect(await membersPrinted('Các đơn vị đối ngoại')).toEqual(['Ban Thi đua - Khen thưởng']);
  const taken = await focal.refused(addGroup, { body: { ...rule, name: 'nhóm khác' } });
  expect(taken).toMatchObject({ status: 409 });
  await focal.call(changeGroup, { params: made, body: { ...rule, isRemoved: true } });
  expect(await membersPrinted('Các đơn vị đối ngoại')).toEqual([]);
});

test('only focal officers and administrators change groups; everyone reads them', async () => {
  const agency = await t.as('ngoaivu@example.vn');
  expect((await agency.call(showGroups, { query: {} })).mayKeep).toBe(false);
  const body = { name: 'nhóm lạ', phrases: [], kinds: ['so'] };
  expect((await agency.refused(addGroup, { body })).status).toBe(403);
  expect((await agency.refused(changeGroup, { params: { key }, body })).status).toBe(403);
});
