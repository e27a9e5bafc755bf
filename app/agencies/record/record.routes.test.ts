import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { agencyBook } from '#app/agencies/agency.events.ts';
import { listAgenciesOn } from '#app/agencies/dated-register.store.ts';
import { agenciesInForce } from '#app/agencies/in-force.store.ts';
import { listEvents } from '#app/ledger/index.ts';
import { undoLine } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  addName,
  addParent,
  editAgency,
  editName,
  removeName,
  removeParent,
  showAgency,
} from './record.contract.ts';

let t: TestHouse;
let focal: Person;
beforeAll(async () => {
  t = await openTestHouse();
  // Roles of the example begin on the day the test runs.
  t.setNow(new Date('2095-02-10T08:00:00+07:00'));
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

const idOf = async (name: string) =>
  (await focal.call(listAgencies, {})).agencies.find((a) => a.name === name)!.id;
const show = (id: string, asOf?: string) => focal.call(showAgency, { params: { id }, query: { asOf } });
const eventsOf = (id: string) => inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'agency', id));
const wordsOf = async (id: string) =>
  (await eventsOf(id)).map(({ kind, payload }) => agencyBook.wordings[kind]!.vi(payload));

test('facts are changed field by field, and the ledger says what was before', async () => {
  const id = await idOf('Sở Ngoại vụ');
  const body = { phone: ' 0292 3 123 456 ', code: 'X99.SNG.001', website: 'songoaivu.example.vn' };
  await focal.call(editAgency, { params: { id }, body });
  await focal.call(editAgency, { params: { id }, body: { phone: '0292 3 654 321', website: '' } });
  await focal.call(editAgency, { params: { id }, body: { phone: '0292 3 654 321' } });
  const shown = await show(id);
  expect([shown.phone, shown.code, shown.website]).toEqual(['0292 3 654 321', 'X99.SNG.001', null]);
  const last = (await eventsOf(id)).at(-1)!;
  expect([last.kind, last.payload]).toEqual([
    'agency.changed',
    { changed: { phone: ['0292 3 123 456', '0292 3 654 321'], website: ['songoaivu.example.vn', null] } },
  ]);
  expect((await wordsOf(id)).at(-1)).toBe(
    'sửa điện thoại từ “0292 3 123 456” thành “0292 3 654 321”; trang web từ “songoaivu.example.vn” thành trống',
  );
});

test('codes and contacts of a wrong shape, and a code of another, are refused with the field', async () => {
  const id = await idOf('Sở Y tế');
  const given = { code: 'H 37', codeOld: 'cũ', phone: 'gọi sau', email: 'soyte', website: 'x' };
  const refused = await focal.refused(editAgency, { params: { id }, body: given });
  expect(refused.status).toBe(409);
  expect((refused.errors as { path: string }[]).map(({ path }) => path)).toEqual([
    'code',
    'codeOld',
    'phone',
    'email',
    'website',
  ]);
  const taken = await focal.refused(editAgency, { params: { id }, body: { code: 'X99.SNG.001' } });
  expect(taken.title).toBe('Mã X99.SNG.001 đã là của Sở Ngoại vụ: mỗi cơ quan một mã.');
});

test('on one day an agency has one full name; the one before is closed first', async () => {
  const id = await idOf('Sở Tài chính');
  const [full] = (await show(id)).names;
  const second = { name: 'Sở Tài chính - Vật giá', kind: 'full' as const, validTo: '2004-12-31' };
  const refused = await focal.refused(addName, { params: { id }, body: second });
  expect(refused.title).toBe(
    'Trong thời gian này cơ quan đã có tên đầy đủ “Sở Tài chính”: hãy ghi ngày hết hiệu lực của tên đó trước.',
  );
  await focal.call(editName, { params: { id, rowId: full!.id }, body: { validFrom: '2005-01-01' } });
  await focal.call(addName, { params: { id }, body: second });
  expect((await show(id, '2004-12-31')).nameThen).toBe('Sở Tài chính - Vật giá');
  expect((await show(id, '2005-01-01')).nameThen).toBe('Sở Tài chính');
  const backward = { validFrom: '2005-02-01', validTo: '2005-01-01' };
  const wrong = await focal.refused(editName, { params: { id, rowId: full!.id }, body: backward });
  expect(wrong.title).toBe('Ngày kết thúc đứng trước ngày bắt đầu: hãy xem lại hai ngày.');
});

test('a name written down today comes into force at midnight of its day, for lists and for documents of that day', async () => {
  const id = await idOf('Sở Giao thông vận tải');
  const [full] = (await show(id)).names;
  await focal.call(editName, { params: { id, rowId: full!.id }, body: { validTo: '2095-02-28' } });
  const later = { name: 'Sở Xây dựng và Giao thông', kind: 'full' as const, validFrom: '2095-03-01' };
  await focal.call(addName, { params: { id }, body: later });
  const nameInList = async () =>
    (await focal.call(listAgencies, {})).agencies.find((one) => one.id === id)?.name;
  expect(await nameInList()).toBe('Sở Giao thông vận tải');
  await agenciesInForce.run(t.house, '2095-03-01');
  expect(await nameInList()).toBe('Sở Xây dựng và Giao thông');
  const on = (day: string) =>
    inTenant(t.house.db, t.tenantId, (tx) => listAgenciesOn(tx, day)).then((all) =>
      all.find((one) => one.id === id),
    );
  expect((await on('2095-02-28'))?.names).not.toContain('Sở Xây dựng và Giao thông');
  expect((await on('2095-03-01'))?.names.slice(0, 2)).toEqual([
    'Sở Xây dựng và Giao thông',
    'Sở Giao thông vận tải',
  ]);
  await agenciesInForce.run(t.house, '2095-02-10');
});

test('an agency that ended leaves the lists of today and stays in those of its days', async () => {
  const id = await idOf('Ban Dân tộc');
  await focal.call(editAgency, { params: { id }, body: { validTo: '2095-02-09' } });
  expect((await focal.call(listAgencies, {})).agencies.some((one) => one.id === id)).toBe(false);
  expect((await show(id)).standsThen).toBe(false);
  expect((await show(id, '2095-02-09')).standsThen).toBe(true);
  await focal.call(editAgency, { params: { id }, body: { validTo: null } });
  expect((await focal.call(listAgencies, {})).agencies.some((one) => one.id === id)).toBe(true);
});

test('the name of another is refused for the time the other bears it', async () => {
  const id = await idOf('Sở Công Thương');
  const body = { name: 'sở xây dựng', kind: 'former' as const };
  const refused = await focal.refused(addName, { params: { id }, body });
  expect(refused.title).toBe(
    '“sở xây dựng” đã là tên gọi của Sở Xây dựng: hãy dùng tên khác, hoặc mở cơ quan đó.',
  );
  const other = await idOf('Sở Xây dựng');
  const [full] = (await show(other)).names;
  await focal.call(editName, { params: { id: other, rowId: full!.id }, body: { validFrom: '2000-01-01' } });
  await focal.call(addName, { params: { id }, body: { ...body, validTo: '1999-12-31' } });
});

test('the last full name stays; a mistaken one is taken out and told whole', async () => {
  const id = await idOf('Sở Tư pháp');
  const rows = (await show(id)).names;
  const full = rows.find(({ kind }) => kind === 'full')!;
  const refused = await focal.refused(removeName, { params: { id, rowId: full.id } });
  expect(refused.title).toBe('Cơ quan cần có ít nhất một tên đầy đủ.');
  const short = rows.find(({ kind }) => kind === 'abbreviation')!;
  await focal.call(removeName, { params: { id, rowId: short.id } });
  const { payload } = (await eventsOf(id)).at(-1)!;
  expect(payload).toMatchObject({
    rowId: short.id,
    changed: { name: ['STP', null], validFrom: [null, null] },
  });
});

test('places in two hierarchies, one in each at a time, never in a circle', async () => {
  const [unit, above, front] = [
    await idOf('Trung tâm Xúc tiến Đầu tư - Thương mại và Hội chợ triển lãm Cần Thơ'),
    await idOf('Sở Kế hoạch và Đầu tư'),
    await idOf('Ủy ban Mặt trận Tổ quốc Việt Nam thành phố'),
  ];
  const add = (id: string, body: { hierarchy: 'state' | 'front'; parentId: string; validTo?: string }) => ({
    params: { id },
    body,
  });
  const { rowId } = await focal.call(addParent, add(unit, { hierarchy: 'state', parentId: above }));
  await focal.call(addParent, add(unit, { hierarchy: 'front', parentId: front }));
  const twice = await focal.refused(addParent, add(unit, { hierarchy: 'state', parentId: front }));
  expect(twice.title).toBe(
    'Trong thời gian này cơ quan đã trực thuộc Sở Kế hoạch và Đầu tư: hãy ghi ngày kết thúc của dòng đó trước.',
  );
  const circle = await focal.refused(addParent, add(above, { hierarchy: 'state', parentId: unit }));
  expect(circle.title).toContain('lại trực thuộc chính cơ quan này');
  expect((await show(above)).units.map(({ otherId }) => otherId)).toEqual([unit]);
  const listed = (await focal.call(listAgencies, {})).agencies.find(({ id }) => id === unit);
  expect(listed?.parentId).toBe(above);
  await focal.call(removeParent, { params: { id: unit, rowId } });
  expect((await wordsOf(unit)).at(-1)).toBe('bỏ dòng cấp trên Sở Kế hoạch và Đầu tư ghi nhầm');
});

test('others read and do not change', async () => {
  const id = await idOf('Sở Y tế');
  const person = await t.as('vanhoa@example.vn');
  expect((await person.call(showAgency, { params: { id }, query: {} })).mayKeep).toBe(false);
  expect((await person.refused(editAgency, { params: { id }, body: { note: 'x' } })).status).toBe(403);
});

test('every edit is taken back by its line of the ledger, and the register looks as before', async () => {
  const id = await idOf('Sở Tư pháp');
  const before = await show(id);
  const undo = async (seq: number) =>
    focal.call(undoLine, { params: { subjectKind: 'agency', subjectId: id, seq } });
  const first = (await eventsOf(id)).length + 1;
  const [full] = before.names;
  const above = await idOf('Ủy ban nhân dân thành phố Cần Thơ');
  await focal.call(editAgency, { params: { id }, body: { phone: '113', validFrom: '1981-12-01' } });
  const { rowId } = await focal.call(addName, {
    params: { id },
    body: { name: 'Ty Tư pháp', kind: 'former', validTo: '1981-11-30' },
  });
  await focal.call(editName, { params: { id, rowId }, body: { validFrom: '1955-01-01' } });
  await focal.call(editName, { params: { id, rowId: full!.id }, body: { name: 'Sở Tư pháp thành phố' } });
  const place = await focal.call(addParent, {
    params: { id },
    body: { hierarchy: 'state', parentId: above },
  });
  await focal.call(removeParent, { params: { id, rowId: place.rowId } });
  const early = await focal.refused(undoLine, {
    params: { subjectKind: 'agency', subjectId: id, seq: first + 1 },
  });
  expect(early.status).toBe(409);
  for (const seq of [5, 4, 3, 2, 1, 0]) await undo(first + seq);
  expect(await show(id)).toEqual(before);
  expect((await eventsOf(id)).slice(-6).map(({ kind }) => kind)).toEqual(Array(6).fill('agency.undone'));
});
