import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEvents } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { addAgency, listAgencies, matchName } from './agency.contract.ts';
import { addName, showAgency } from './record/record.contract.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

const idOf = async (name: string) => {
  const person = await t.as('thanhtra@example.vn');
  return (await person.call(listAgencies, {})).agencies.find((a) => a.name === name)!.id;
};

test('the register tells kinds, names, people and who can only be asked', async () => {
  const register = await (await t.as('ngoaivu@example.vn')).call(listAgencies, {});
  expect(register.agencies).toHaveLength(35);
  expect(register.kinds.find(({ kind }) => kind === 'so')?.count).toBe(16);
  expect(register.mayKeep).toBe(false);
  const front = register.agencies.find(({ kind }) => kind === 'mat-tran')!;
  expect(front.isInStateChain).toBe(false);
  expect(front.names).toContain('UB MTTQ VN TP');
  expect(register.agencies.find(({ name }) => name === 'Sở Ngoại vụ')?.people).toBe(1);
});

test('the focal officer adds an agency; the ledger tells it; plans then find it', async () => {
  const focal = await t.as('daumoi@example.vn');
  const { id } = await focal.call(addAgency, {
    body: {
      kind: 'hoi',
      name: 'Hội hữu nghị Việt Nam - Pháp thành phố',
      names: ['Hội hữu nghị Việt - Pháp'],
    },
  });
  const found = await focal.call(matchName, { query: { name: 'hoi huu nghi viet phap' } });
  expect(found).toMatchObject({ kind: 'agency', agencies: [{ id }] });
  const lines = await inTenant(t.house.db, t.tenantId, (tx) => listEvents(tx, 'agency', id));
  expect(lines.map((line) => line.kind)).toEqual(['agency.created']);
});

test('an old name is added once, belongs to one agency, and is found from then on', async () => {
  const admin = await t.as('quantri@example.vn');
  const id = await idOf('Sở Thông tin và Truyền thông');
  const add = { params: { id }, body: { name: 'Sở Bưu chính, Viễn thông', kind: 'former' as const } };
  await admin.call(addName, add);
  const again = await admin.refused(addName, add);
  expect([again.status, again.title]).toEqual([
    409,
    'Cơ quan đã có tên “Sở Bưu chính, Viễn thông” trong thời gian này: hãy sửa tên đang có.',
  ]);
  const shown = await admin.call(showAgency, { params: { id }, query: {} });
  expect(shown.names.map(({ name, kind }) => [name, kind])).toContainEqual([
    'Sở Bưu chính, Viễn thông',
    'former',
  ]);
  const found = await admin.call(matchName, { query: { name: 'Giám đốc Sở Bưu chính Viễn thông' } });
  expect(found.agencies).toEqual([{ id, name: 'Sở Thông tin và Truyền thông' }]);
});

test('an agency shows its parent, its units and its people', async () => {
  const person = await t.as('ninhkieu@example.vn');
  const parent = await person.call(showAgency, { params: { id: await idOf('Sở Nội vụ') }, query: {} });
  expect(parent.units.map(({ otherName }) => otherName)).toEqual(['Ban Thi đua - Khen thưởng']);
  expect(parent.staff).toEqual([{ name: 'Đặng Thị Mai', title: 'Giám đốc', role: 'agency-head' }]);
  const unit = await person.call(showAgency, { params: { id: parent.units[0]!.otherId }, query: {} });
  expect(unit.parents.map(({ hierarchy, otherName }) => [hierarchy, otherName])).toEqual([
    ['state', 'Sở Nội vụ'],
  ]);
});

test('others may not change the register', async () => {
  const person = await t.as('vanhoa@example.vn');
  const refused = await person.refused(addAgency, { body: { kind: 'so', name: 'Sở Du lịch' } });
  expect([refused.status, refused.title]).toEqual([
    403,
    'Bạn chưa được phép làm việc này: chuyên viên đầu mối hoặc quản trị mới được thêm, sửa cơ quan và tên gọi trong danh mục.',
  ]);
});

test('a kind that does not exist and a name that is taken are refused', async () => {
  const focal = await t.as('daumoi@example.vn');
  expect((await focal.refused(addAgency, { body: { kind: 'bo', name: 'Bộ Nội vụ' } })).status).toBe(422);
  expect((await focal.refused(addAgency, { body: { kind: 'so', name: 'SỞ NGOẠI VỤ' } })).status).toBe(409);
  expect((await focal.refused(showAgency, { params: { id: crypto.randomUUID() }, query: {} })).status).toBe(
    404,
  );
});
