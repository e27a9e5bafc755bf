import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { createRow, showRegister, showRow } from '../register.contract.ts';
import { beginRow } from './beginning.contract.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

const add = async (register: string, values: Record<string, unknown>) =>
  (await focal.call(createRow, { params: { register }, body: { values } })).id;
const begin = (register: string, from: string, id: string) =>
  focal.call(beginRow, { params: { register }, query: { from, id } });

test('an award begins from an organisation with who it is, what it did and the links to it', async () => {
  const ngo = await add('foreign-ngo', { name: 'Tổ chức Tầm nhìn Thế giới', country: 'US' });
  const project = await add('aid-project', {
    name: 'Mầm non Nhơn Ái',
    kind: 'project',
    donor: 'Tổ chức Tầm nhìn Thế giới',
    owner: 'Sở Giáo dục và Đào tạo',
    approvedOn: '2026-03-28',
    approved: { amount: 480_000, currency: 'USD', rateOn: '2026-03-28' },
  });
  const { title, values, names } = await begin('award', 'foreign-ngo', ngo);
  expect(title).toBe('Tổ chức Tầm nhìn Thế giới');
  expect(values).toEqual({
    candidate: 'Tổ chức Tầm nhìn Thế giới',
    kind: 'foreign-body',
    country: 'US',
    ngo,
    projects: [project],
    merits: expect.stringContaining('28/03/2026: Mầm non Nhơn Ái'),
  });
  expect(names).toEqual({ [ngo]: 'Tổ chức Tầm nhìn Thế giới', [project]: 'Mầm non Nhơn Ái' });
  // What was filled in can be saved as it stands, with what only a person knows.
  const proposer = (await focal.call(showRow, { params: { register: 'foreign-ngo', id: ngo }, query: {} }))
    .agencyId;
  await add('award', { ...values, form: 'vufo-medal', proposer, proposedOn: '2026-11-20' });
});

test('rows that cannot be without another begin on its page, and only where the viewer may write', async () => {
  const consultation = await add('consultation', {
    draft: 'Dự thảo Nghị định về tổ chức phi chính phủ nước ngoài',
    role: 'asked',
    kind: 'decree',
    drafter: 'Bộ Ngoại giao',
    askedOn: '2026-11-20',
  });
  const params = { register: 'consultation', id: consultation };
  const { begins } = await focal.call(showRow, { params, query: {} });
  expect(begins.map(({ register }) => register)).toEqual(['consultation-opinion']);
  expect((await begin('consultation-opinion', 'consultation', consultation)).values).toEqual({
    consultation,
  });
  const inspector = await t.as('thanhtra@example.vn');
  expect((await inspector.call(showRow, { params, query: {} })).begins).toEqual([]);
});

test('a row is not begun from what has nothing to do with it; an award asks whose it is', async () => {
  const person = await add('overseas-vietnamese', {
    name: 'Nguyễn Hoàng Phúc',
    kind: 'person',
    country: 'AU',
  });
  expect((await begin('award', 'overseas-vietnamese', person)).values).toMatchObject({
    kind: 'overseas',
    overseas: person,
  });
  const query = { from: 'overseas-vietnamese', id: person };
  expect((await focal.refused(beginRow, { params: { register: 'budget' }, query })).status).toBe(422);
  const { tellings } = await focal.call(showRegister, { params: { register: 'award' } });
  expect(tellings.map(({ register }) => register)).toEqual(['foreign-ngo', 'overseas-vietnamese']);
});
