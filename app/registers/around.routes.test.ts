import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { makeDueDuties } from './due/make-duties.ts';
import { registerFeeds } from './figures/feeds.ts';
import { registerFigures } from './figures/figure.contract.ts';
import { keepApart, listAlike, mergeRows, partRows } from './likeness/likeness.contract.ts';
import {
  changeRow,
  createRow,
  listLinksTo,
  listRegisters,
  moveRow,
  removeRow,
  restoreRow,
  showRegister,
  showRow,
} from './register.contract.ts';
import { setRegisterSetting } from './setting.contract.ts';

let t: TestHouse;
let focal: Person;
let own: Person;
let other: Person;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  own = await t.as('ngoaivu@example.vn');
  other = await t.as('vanhoa@example.vn');
});
afterAll(() => t.close());

const register = 'foreign-ngo';
const params = { register };
const add = async (values: object, person = own, more = {}) =>
  (await person.call(createRow, { params, body: { values: values as never, ...more } })).id;
const show = (id: string) => own.call(showRow, { params: { register, id }, query: {} });
const certified = {
  certificateKind: 'activity',
  certificate: '12/UB',
  issuedOn: '2026-11-19',
  expiresOn: '2027-02-15',
};
const activate = async (id: string) =>
  own.call(moveRow, {
    params: { register, id },
    body: { revision: (await show(id)).revision, transition: 'certify' },
  });
const makeDue = () => inTenant(t.house.db, t.tenantId, (tx) => makeDueDuties(tx, t.house));

let asia: string;

test('a day that a row sets becomes a duty of its agency once, citing the article, and is done when the field is filled', async () => {
  asia = await add({ name: 'Quỹ Châu Á', country: 'US', ...certified });
  expect(await makeDue()).toBe(0);
  await activate(asia);
  // Renewal is asked for 60 days before 15/2/2027, which is 17/12; its duty is made within 30 days of it.
  expect((await show(asia)).timers.map(({ name, dueOn }) => [name, dueOn])).toEqual([
    ['renewal', '2026-12-17'],
    ['plan', '2027-01-25'],
  ]);
  expect(await makeDue()).toBe(1);
  expect(await makeDue()).toBe(0);
  const { rows } = await own.call(listDuties, { query: {} });
  expect(rows[0]!.text).toBe(
    'Nhắc tổ chức đề nghị gia hạn Giấy đăng ký: Quỹ Châu Á. Căn cứ: NĐ 58/2022/NĐ-CP: đề nghị gia hạn ít nhất 60 ngày trước khi hết hạn.',
  );
  const [renewal] = (await show(asia)).timers;
  expect(renewal!.dutyId).toBe(rows[0]!.id);
  const duty = await own.call(showDuty, { params: { id: rows[0]!.id } });
  expect(duty.parts.map(({ agencyName, dueOn }) => [agencyName, dueOn])).toEqual([
    ['Sở Ngoại vụ', '2026-12-17'],
  ]);
  const { revision } = await show(asia);
  await own.call(changeRow, {
    params: { register, id: asia },
    body: { revision, values: { renewalAskedOn: '2026-11-23' } },
  });
  expect((await show(asia)).timers[0]).toMatchObject({ isDone: true });
});

test('a row that is set aside asks for nothing, and asks again once it is taken back', async () => {
  const near = async () => {
    const { headings } = await own.call(listRegisters, {});
    return headings.flatMap(({ registers }) => registers).find(({ name }) => name === register)!.due;
  };
  const id = await add({ name: 'Tổ chức Ghi Nhầm', country: 'NO', ...certified, expiresOn: '2026-12-20' });
  const before = await near();
  await activate(id);
  expect(await near()).toBe(before + 1);
  await focal.call(removeRow, { params: { register, id } });
  expect(await near()).toBe(before);
  await focal.call(restoreRow, { params: { register, id } });
  expect(await near()).toBe(before + 1);
  await focal.call(removeRow, { params: { register, id } });
});

test('a province sets another count with its source; the days of rows follow', async () => {
  const name = 'timer.renewal';
  const given = {
    params: { register, name },
    body: { own: { value: -90, source: 'Quy chế phối hợp của tỉnh' } },
  };
  expect((await own.refused(setRegisterSetting, given)).status).toBe(403);
  const bare = { params: { register, name }, body: { own: { value: -90, source: '' } } };
  expect((await focal.refused(setRegisterSetting, bare)).status).toBe(422);
  await focal.call(setRegisterSetting, given);
  const { settings } = await own.call(showRegister, { params });
  expect(settings.find((one) => one.name === name)).toMatchObject({
    value: -90,
    source: 'Quy chế phối hợp của tỉnh',
    isOwn: true,
  });
  expect((await show(asia)).timers[0]!.dueOn).toBe('2026-11-17');
  await focal.call(setRegisterSetting, { params: { register, name }, body: { own: null } });
  expect((await show(asia)).timers[0]!.dueOn).toBe('2026-12-17');
});

test('two rows that are one are merged with both histories, and parted again', async () => {
  const twin = await add({ name: 'Quỹ châu Á (TAF)', country: 'US', phone: '028 1234 5678' }, other, {
    isDifferent: true,
  });
  const third = await add({ name: 'Quỹ Châu Âu', country: 'US' }, other, { isDifferent: true });
  const pairs = async () =>
    (await focal.call(listAlike, { params, query: {} })).pairs.map(({ row, other: one }) => [row.id, one.id]);
  expect(await pairs()).toContainEqual([twin, asia]);
  await focal.call(keepApart, { params, body: { rowId: third, otherId: asia } });
  expect(await pairs()).not.toContainEqual([third, asia]);
  expect((await own.refused(mergeRows, { params, body: { keepId: asia, otherId: twin } })).status).toBe(403);
  expect(await focal.call(mergeRows, { params, body: { keepId: asia, otherId: twin } })).toEqual({
    filled: ['phone'],
  });
  const kept = await show(asia);
  expect(kept.values.phone).toBe('028 1234 5678');
  expect(kept.mergedFrom.map(({ agencyName }) => agencyName)).toEqual(['Sở Văn hóa, Thể thao và Du lịch']);
  expect((await show(twin)).mergedInto).toBe(asia);
  const { lines } = await own.call(subjectLedger, { params: { subjectKind: register, subjectId: twin } });
  expect(lines.map(({ said }) => said.vi.replace(/^.*? (thêm|gộp)/, '$1'))).toEqual([
    'thêm tổ chức “Quỹ châu Á (TAF)”',
    'gộp vào “Quỹ Châu Á”',
  ]);
  const edit = { params: { register, id: twin }, body: { revision: 2, values: {} } };
  expect((await other.refused(changeRow, edit)).title).toBe(
    'Dòng này đã gộp vào dòng khác: hãy mở dòng đó để sửa.',
  );
  await focal.call(partRows, { params: { register, id: twin } });
  expect((await show(twin)).mergedInto).toBeNull();
});

test('figures by window: flow, stock, distinct, ratio; a row set aside or merged does not count', async () => {
  const late = await add({
    name: 'Hội Đom Đóm',
    country: 'JP',
    ...certified,
    issuedOn: '2024-05-01',
    opinionAskedOn: '2026-03-01',
    opinionGivenOn: '2026-03-05',
  });
  await activate(late);
  await add({ name: 'Tầm nhìn Thế giới', country: 'CA', opinionAskedOn: '2026-04-01' });
  const figures = async (query: { from: string; to: string }) =>
    Object.fromEntries(
      (await other.call(registerFigures, { params, query })).figures.map(({ key, amounts }) => [
        key.replace('foreign-ngo.', ''),
        amounts[0]!.whole === null ? amounts[0]!.amount : [amounts[0]!.amount, amounts[0]!.whole],
      ]),
    );
  expect(await figures({ from: '2026-01-01', to: '2026-12-31' })).toMatchObject({
    active: 2,
    certified: 2,
    new: 1,
    countries: 1,
    answered: [1, 2],
  });
  expect(await figures({ from: '2024-01-01', to: '2024-12-31' })).toMatchObject({
    active: 1,
    certified: 1,
    new: 1,
    countries: 1,
    answered: [0, 0],
  });
  const { figures: shown } = await other.call(registerFigures, {
    params,
    query: { from: '2026-01-01', to: '2026-12-31' },
  });
  expect(shown[0]!.byCountry).toEqual([
    { country: 'JP', name: 'Nhật Bản', rows: 1 },
    { country: 'US', name: 'Hoa Kỳ', rows: 1 },
  ]);
});

test('reports are fed with the figures of an agency and the rows behind them', async () => {
  const agencyId = (await focal.call(listAgencies, {})).agencies.find(
    ({ name }) => name === 'Sở Ngoại vụ',
  )!.id;
  const asked = {
    agencyId,
    window: { from: '2026-01-01', to: '2026-12-31' },
    plan: null,
    today: '2026-11-23',
  };
  const fed = registerFeeds.figures.find(({ name }) => name === 'foreign-ngo.new')!;
  const rows = registerFeeds.rows.find((one) => one.register === register)!;
  const [computed, told] = await inTenant(t.house.db, t.tenantId, async (tx) => [
    await fed.compute(tx, asked),
    await rows.list(tx, asked),
  ]);
  expect(computed).toMatchObject({ amount: 1, whole: null });
  expect(computed.counted).toEqual([
    { key: null, name: 'Quỹ Châu Á', on: '2026-11-19', amount: null, record: { register, id: asia } },
  ]);
  expect(told.map(({ title, on }) => [title, on])).toEqual([['Quỹ Châu Á', '2026-11-19']]);
});

test('a step of a row tells the duty it is linked to, with the way back', async () => {
  const { rows } = await own.call(listDuties, { query: {} });
  const dutyId = rows[0]!.id;
  const id = await add({ name: 'Hội Chữ thập đỏ Na Uy', country: 'NO', ...certified, duties: [dutyId] });
  expect((await own.call(listLinksTo, { query: { target: 'duty', id: dutyId } })).links).toMatchObject([
    { id, title: 'Hội Chữ thập đỏ Na Uy' },
  ]);
  expect((await activate(id)).toldDuties).toBe(1);
  const duty = await own.call(showDuty, { params: { id: dutyId } });
  expect(duty.parts[0]!.state).toBe('in-progress');
  expect(duty.progress[0]!.note).toBe(
    'Hội Chữ thập đỏ Na Uy: đã được cấp Giấy đăng ký. Theo sổ Tổ chức phi chính phủ nước ngoài.',
  );
  expect((await show(id)).linksOut.map(({ address }) => address)).toEqual([`/duties/${dutyId}`]);
});
