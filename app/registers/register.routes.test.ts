import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { listRemoved, restoreRemoved, subjectLedger, undoLine } from '#app/ledger/ledger.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as contract from './register.contract.ts';

let t: TestHouse;
let focal: Person;
let own: Person;
let other: Person;
let ngoaiVu: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  own = await t.as('ngoaivu@example.vn');
  other = await t.as('vanhoa@example.vn');
  ngoaiVu = (await focal.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const register = 'foreign-ngo';
const params = { register };
const asia = {
  name: 'Quỹ Châu Á',
  englishName: 'The Asia Foundation',
  country: 'US',
  works: ['education', 'environment'],
  certificateKind: 'activity',
  certificate: '123 /UB-HĐ',
  issuedOn: '2026-11-19',
  expiresOn: '2027-01-15',
};
const add = (values: object, person = own, more = {}) =>
  person.call(contract.createRow, { params, body: { values: values as never, ...more } });
const show = (id: string, person = own) =>
  person.call(contract.showRow, { params: { register, id }, query: {} });
let id: string;
const revision = async () => (await show(id)).revision;

test('an agency adds a row, everybody reads it in words, and the ledger tells it', async () => {
  ({ id } = await add(asia));
  const row = await show(id, other);
  expect(row).toMatchObject({
    title: 'Quỹ Châu Á',
    agencyName: 'Sở Ngoại vụ',
    state: 'preparing',
    revision: 1,
  });
  expect(row.values).toMatchObject({ certificate: '123/UB-HĐ', works: ['education', 'environment'] });
  expect(row.shown).toMatchObject({
    country: 'Hoa Kỳ',
    works: 'giáo dục; môi trường, khí hậu',
    expiresOn: '15/01/2027',
  });
  expect(row.may).toEqual({ write: false, remove: false, readSealed: false });
  const { lines } = await own.call(subjectLedger, { params: { subjectKind: register, subjectId: id } });
  expect(lines[0]!.said.vi).toBe('Trần Ngọc Lan thêm tổ chức “Quỹ Châu Á”');
});

test('what is wrong is said field by field, and nothing is written', async () => {
  const refused = await own.refused(contract.createRow, {
    params,
    body: { values: { country: 'Lào', phone: 'abc', issuedOn: '2026-02-31', colour: 'xanh' } },
  });
  expect(refused.status).toBe(422);
  expect(refused.errors).toEqual([
    { path: 'values.colour', message: 'Sổ này không có mục này.' },
    { path: 'values.issuedOn', message: '“2026-02-31” không phải ngày: hãy nhập dạng ngày/tháng/năm.' },
    { path: 'values.phone', message: '“abc” không phải số điện thoại: hãy ghi như 0292 3 821 777.' },
    { path: 'values.name', message: 'Cần có tên tiếng việt.' },
  ]);
  const wrong = { ...asia, name: 'Tổ chức khác', expiresOn: '2026-11-01' };
  expect((await own.refused(contract.createRow, { params, body: { values: wrong } })).errors).toEqual([
    { path: 'values.expiresOn', message: 'Ngày hết hạn phải sau ngày cấp: hãy xem lại hai ngày.' },
  ]);
  const astray = { ...asia, name: 'Hội Đom Đóm', partners: ['7459a0da-b24b-456a-818e-bd3d664b6ce5'] };
  expect((await own.refused(contract.createRow, { params, body: { values: astray } })).errors).toEqual([
    { path: 'values.partners', message: 'Mục được chọn không còn: hãy chọn lại.' },
  ]);
});

test('the same thing entered again is shown before it is saved', async () => {
  const again = { ...asia, name: 'Quỹ châu Á (TAF)' };
  const refused = await other.refused(contract.createRow, { params, body: { values: again } });
  expect([refused.status, refused.title]).toEqual([
    409,
    'Giống tổ chức “Quỹ Châu Á” đã có của Sở Ngoại vụ: mở dòng đó để bổ sung, hoặc xác nhận đây là tổ chức khác.',
  ]);
  const made = await add({ ...again, country: 'KR' }, other);
  expect(made.alike).toEqual([]);
  const stays = await add(again, other, { isDifferent: true });
  expect(stays.alike.map(({ id: found }) => found)).toContain(id);
  expect((await focal.call(contract.showRegister, { params })).toDecide).toBeGreaterThan(0);
});

test('only its agency and the focal officer change a row, and not over a newer one', async () => {
  const body = { revision: 1, values: { localStaff: 12 } };
  expect((await other.refused(contract.changeRow, { params: { register, id }, body })).title).toBe(
    'Bạn chưa được phép làm việc này: cơ quan ghi dòng của mình, chuyên viên đầu mối ghi mọi dòng.',
  );
  expect((await own.call(contract.changeRow, { params: { register, id }, body })).revision).toBe(2);
  expect((await focal.refused(contract.changeRow, { params: { register, id }, body })).status).toBe(409);
  const row = await show(id);
  expect(row.values).toMatchObject({ localStaff: 12, name: 'Quỹ Châu Á' });
  expect(row.shown.localStaff).toBe('12 người');
});

test('a step of the workflow wants its fields, sets its timers, and can be taken back', async () => {
  const { id: bare } = await add({ name: 'Hội Tình nguyện Thụy Sĩ', country: 'CH' });
  const lacking = await own.refused(contract.moveRow, {
    params: { register, id: bare },
    body: { revision: 1, transition: 'certify' },
  });
  expect(lacking.title).toBe(
    'Trước khi “ghi đã được cấp giấy” cần ghi loại giấy, số giấy đăng ký, ngày cấp, ngày hết hạn.',
  );
  const moved = await own.call(contract.moveRow, {
    params: { register, id },
    body: { revision: 2, transition: 'certify' },
  });
  expect(moved).toMatchObject({ state: 'active', revision: 3 });
  const row = await show(id);
  expect(row.timers.map(({ name, dueOn, isDone }) => [name, dueOn, isDone])).toEqual([
    ['renewal', '2026-11-16', false],
    ['plan', '2027-01-25', false],
  ]);
  expect(row.timers[0]).toMatchObject({ isLate: true, mark: 'V' });
  expect(row.timers[0]!.source).toContain('NĐ 58/2022/NĐ-CP');
  expect(row.actions.map(({ name }) => name)).toEqual(['renew', 'end']);
  const { lines } = await own.call(subjectLedger, { params: { subjectKind: register, subjectId: id } });
  const line = lines.at(-1)!;
  expect(line.said.vi).toBe('Trần Ngọc Lan ghi đã được cấp giấy');
  await own.call(undoLine, { params: { subjectKind: register, subjectId: id, seq: line.seq } });
  expect((await show(id)).state).toBe('preparing');
  await own.call(contract.moveRow, {
    params: { register, id },
    body: { revision: await revision(), transition: 'certify' },
  });
  await own.call(contract.changeRow, {
    params: { register, id },
    body: { revision: await revision(), values: { renewalAskedOn: '2026-11-20' } },
  });
  expect((await show(id)).timers.find(({ name }) => name === 'renewal')).toMatchObject({ isDone: true });
});

test('a change is taken back from the ledger with its old values', async () => {
  await own.call(contract.changeRow, {
    params: { register, id },
    body: { revision: await revision(), values: { works: ['health'], partners: [ngoaiVu] } },
  });
  const { lines } = await own.call(subjectLedger, { params: { subjectKind: register, subjectId: id } });
  await own.call(undoLine, { params: { subjectKind: register, subjectId: id, seq: lines.at(-1)!.seq } });
  const row = await show(id);
  expect([row.values.works, row.values.partners]).toEqual([['education', 'environment'], null]);
});

test('the list is filtered, sorted and searched without marks', async () => {
  const list = async (query: object) =>
    (await other.call(contract.listRows, { params, query: query as never })).rows.map(({ title }) => title);
  expect(await list({ q: 'quy chau a' })).toEqual(expect.arrayContaining(['Quỹ Châu Á', 'Quỹ châu Á (TAF)']));
  expect(await list({ filter: 'country:CH' })).toEqual(['Hội Tình nguyện Thụy Sĩ']);
  expect(await list({ filter: ['country:US,KR', 'works:education'], sort: 'name' })).toEqual([
    'Quỹ Châu Á',
    'Quỹ châu Á (TAF)',
    'Quỹ châu Á (TAF)',
  ]);
  expect(await list({ filter: 'expiresOn:2027-01-01..2027-12-31', state: 'active' })).toEqual(['Quỹ Châu Á']);
  expect(await list({ agency: ngoaiVu, sort: '-name' })).toEqual(['Quỹ Châu Á', 'Hội Tình nguyện Thụy Sĩ']);
  const wrong = await other.refused(contract.listRows, { params, query: { filter: 'donr:1' } });
  expect(wrong.title).toBe('Bộ lọc “donr:1” không đúng với sổ này: bỏ bộ lọc rồi chọn lại.');
});

test('a row is set aside and taken back; who may not, does not', async () => {
  expect((await own.refused(contract.removeRow, { params: { register, id } })).status).toBe(403);
  await focal.call(contract.removeRow, { params: { register, id } });
  const { rows } = await own.call(contract.listRows, { params, query: { q: 'Quỹ Châu Á' } });
  expect(rows.map((row) => row.id)).not.toContain(id);
  expect(
    (await own.refused(contract.changeRow, { params: { register, id }, body: { revision: 8, values: {} } }))
      .status,
  ).toBe(409);
  const { things } = await focal.call(listRemoved, {});
  const thing = things.find((one) => one.thing === id)!;
  expect(thing.text).toBe('Quỹ Châu Á');
  await focal.call(restoreRemoved, { body: { subjectKind: register, subjectId: id, thing: id } });
  expect((await show(id)).isRemoved).toBe(false);
});

test('all registers by the headings of the plan', async () => {
  const { headings } = await other.call(contract.listRegisters, {});
  const found = headings.flatMap(({ registers }) => registers).find(({ name }) => name === register)!;
  expect(found).toMatchObject({ count: 4, isMore: false, mayWrite: true });
  expect((await other.refused(contract.showRegister, { params: { register: 'khong-co' } })).status).toBe(404);
});
