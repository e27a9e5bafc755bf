import { afterAll, beforeAll, expect, test } from 'vitest';
import { setPassword, signIn, whoAmI } from '#app/accounts/account.contract.ts';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as contract from './people.contract.ts';

let t: TestHouse;
let admin: Person;
const agencyIds = new Map<string, string>();
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  admin = await t.as('quantri@example.vn');
  for (const { id, name } of (await admin.call(listAgencies, {})).agencies) agencyIds.set(name, id);
});
afterAll(() => t.close());

const agency = (name: string) => agencyIds.get(name)!;
const find = async (who: Person, text: string) =>
  (await who.call(contract.listPeople, { query: { text } })).people;
const idOf = async (email: string) => (await find(admin, email))[0]!.id;
const add = (
  name: string,
  email: string,
  agencyName: string,
  role: 'staff' | 'agency-focal' | 'agency-head',
) =>
  admin.call(contract.addPerson, {
    body: { name, title: 'Chuyên viên', email, agencyId: agency(agencyName), role, from: '2026-11-01' },
  });

test('a person is found without diacritics, by name, position and address', async () => {
  expect((await find(admin, 'tran ngoc lan')).map(({ email }) => email)).toEqual(['ngoaivu@example.vn']);
  expect((await find(admin, 'giam doc')).map(({ name }) => name)).toContain('Đặng Thị Mai');
  expect(await find(admin, 'lan%')).toEqual([]);
});

test('an agency sees its own people only; staff see nobody but themselves', async () => {
  const focal = await t.as('ngoaivu@example.vn');
  const { people, agencies } = await focal.call(contract.listPeople, { query: {} });
  expect(people.every(({ roles }) => roles.some(({ agencyName }) => agencyName === 'Sở Ngoại vụ'))).toBe(
    true,
  );
  expect(agencies.map(({ name }) => name)).toEqual(['Sở Ngoại vụ']);
  const staff = await t.as('ninhkieu@example.vn');
  expect((await staff.refused(contract.listPeople, { query: {} })).status).toBe(403);
  const { viewer } = await staff.call(whoAmI, {});
  expect((await staff.call(contract.showPerson, { params: { id: viewer!.personId } })).isMe).toBe(true);
  const other = await idOf('noivu@example.vn');
  expect((await staff.refused(contract.showPerson, { params: { id: other } })).status).toBe(403);
});

test('roles are dated, may be held in several agencies, and do not overlap themselves', async () => {
  const { id } = await add('Lý Thị Hoa', 'hoa@example.vn', 'Sở Tư pháp', 'staff');
  const params = { id };
  const body = { agencyId: agency('Sở Y tế'), role: 'staff' as const, from: '2026-12-01' };
  await admin.call(contract.grantRole, { params, body });
  expect((await admin.refused(contract.grantRole, { params, body })).status).toBe(409);
  const hoa = await t.as('hoa@example.vn');
  const held = async () => (await hoa.call(whoAmI, {})).viewer?.memberships.map((one) => one.agencyName);
  expect(await held()).toEqual(['Sở Tư pháp']);
  const { roles } = await admin.call(contract.showPerson, { params });
  const first = roles.find((one) => one.agencyName === 'Sở Tư pháp')!;
  await admin.call(contract.endRole, { params: { id, roleId: first.id }, body: { lastDay: '2026-11-30' } });
  t.setNow(new Date('2026-12-01T02:00:00Z'));
  expect(await (await t.as('hoa@example.vn')).call(whoAmI, {})).toMatchObject({
    viewer: { memberships: [{ agencyName: 'Sở Y tế' }] },
  });
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  const again = { agencyId: agency('Sở Tư pháp'), role: 'staff' as const, from: '2027-01-01' };
  await admin.call(contract.grantRole, { params, body: again });
});

test('a head gives the roles of their agency and no other; nobody gives or takes their own', async () => {
  const head = await t.as('noivu@example.vn');
  const body = {
    name: 'Cao Văn Tín',
    title: '',
    email: 'tin@example.vn',
    agencyId: agency('Sở Nội vụ'),
    from: '2026-11-23',
  };
  const { id } = await head.call(contract.addPerson, { body: { ...body, role: 'staff' } });
  const grant = (role: 'agency-focal' | 'leader', agencyName: string) => ({
    params: { id },
    body: { agencyId: agency(agencyName), role, from: '2026-11-23' },
  });
  await head.call(contract.grantRole, grant('agency-focal', 'Sở Nội vụ'));
  expect((await head.refused(contract.grantRole, grant('leader', 'Sở Nội vụ'))).status).toBe(403);
  expect((await head.refused(contract.grantRole, grant('agency-focal', 'Sở Y tế'))).status).toBe(403);
  const me = await idOf('quantri@example.vn');
  const own = { agencyId: agency('Sở Y tế'), role: 'staff' as const, from: '2026-11-23' };
  expect((await admin.refused(contract.grantRole, { params: { id: me }, body: own })).title).toMatch(
    /tự cấp/,
  );
  const mine = (await admin.call(contract.showPerson, { params: { id: me } })).roles[0]!;
  const ending = { params: { id: me, roleId: mine.id }, body: { lastDay: '2026-11-30' } };
  expect((await admin.refused(contract.endRole, ending)).status).toBe(403);
  expect(
    (await admin.refused(contract.endWork, { params: { id: me }, body: { lastDay: '2026-11-30' } })).status,
  ).toBe(403);
});

test('the last administrator stays until there is another', async () => {
  const { id } = await add('Mạc Thị Thu', 'thu@example.vn', 'Sở Tài chính', 'staff');
  const role = { agencyId: agency('Sở Tài chính'), role: 'administrator' as const };
  await admin.call(contract.grantRole, {
    params: { id },
    body: { ...role, from: '2026-11-23', to: '2026-12-31' },
  });
  const second = await t.as('thu@example.vn');
  const first = await idOf('quantri@example.vn');
  const leave = { params: { id: first }, body: { lastDay: '2026-12-31' } };
  expect((await second.refused(contract.endWork, leave)).title).toMatch(/quản trị duy nhất/);
  await second.call(contract.endWork, { params: { id: first }, body: { lastDay: '2026-12-30' } });
  await second.call(contract.endWork, { params: { id: first }, body: { lastDay: null } });
  expect((await admin.call(whoAmI, {})).viewer?.memberships).toHaveLength(1);
});

test('after the last day of work nothing opens any more, password and link included', async () => {
  const { id } = await add('Trương Văn Đạt', 'dat@example.vn', 'Sở Công Thương', 'staff');
  const dat = await t.as('dat@example.vn');
  await dat.call(setPassword, { body: { password: 'một câu dài dễ nhớ của Đạt' } });
  await admin.call(contract.endWork, { params: { id }, body: { lastDay: '2026-11-22' } });
  expect((await dat.call(whoAmI, {})).viewer).toBeNull();
  const entered = await t.web.inject({
    method: 'POST',
    url: signIn.path,
    payload: { email: 'dat@example.vn', password: 'một câu dài dễ nhớ của Đạt' },
  });
  expect(entered.statusCode).toBe(401);
  expect((await admin.refused(contract.invitePerson, { params: { id }, body: { by: 'slip' } })).status).toBe(
    409,
  );
  const left = await admin.call(contract.listPeople, { query: { state: 'left' } });
  expect(left.people.map((one) => one.name)).toEqual(['Trương Văn Đạt']);
});

test('an address belongs to one person; correcting it is for an administrator', async () => {
  const { id } = await add('Tăng Thị Yến', 'yen@example.vn', 'Sở Nội vụ', 'staff');
  const taken = { name: 'Tăng Thị Yến', title: '', email: 'NoiVu@example.vn' };
  const refusal = await admin.refused(contract.correctPerson, { params: { id }, body: taken });
  expect(refusal.title).toMatch(/đã là của Đặng Thị Mai/);
  const head = await t.as('noivu@example.vn');
  await head.call(contract.correctPerson, {
    params: { id },
    body: { ...taken, name: 'Tăng Hải Yến', email: 'yen@example.vn' },
  });
  const stolen = { name: 'Tăng Hải Yến', title: '', email: 'nguoikhac@example.vn' };
  expect((await head.refused(contract.correctPerson, { params: { id }, body: stolen })).status).toBe(403);
  const { lines } = await admin.call(subjectLedger, { params: { subjectKind: 'person', subjectId: id } });
  expect(lines.at(-1)?.said.vi).toBe('Đặng Thị Mai sửa họ tên, chức vụ của Tăng Hải Yến');
});

test('while away, a colleague acts with the roles of the one away, and only on those days', async () => {
  const { id: substituteId } = await add('Phan Thị Bé', 'be@example.vn', 'Sở Nội vụ', 'staff');
  const head = await t.as('noivu@example.vn');
  const id = (await head.call(whoAmI, {})).viewer!.personId;
  const absence = { agencyId: agency('Sở Nội vụ'), substituteId, from: '2026-11-24', to: '2026-11-26' };
  const outsider = { ...absence, substituteId: await idOf('ngoaivu@example.vn') };
  expect((await head.refused(contract.setAbsence, { params: { id }, body: outsider })).status).toBe(422);
  const { id: absenceId } = await head.call(contract.setAbsence, { params: { id }, body: absence });
  expect((await head.refused(contract.setAbsence, { params: { id }, body: absence })).status).toBe(409);
  let be = await t.as('be@example.vn');
  const roles = async () => (await be.call(whoAmI, {})).viewer!.memberships.map(({ role }) => role);
  const newcomer = (email: string) => ({
    body: {
      name: 'Người Mới',
      title: '',
      email,
      agencyId: agency('Sở Nội vụ'),
      role: 'agency-focal' as const,
      from: '2026-11-23',
    },
  });
  expect(await roles()).toEqual(['staff']);
  expect((await be.refused(contract.addPerson, newcomer('a@example.vn'))).status).toBe(403);
  t.setNow(new Date('2026-11-24T02:00:00Z'));
  be = await t.as('be@example.vn');
  expect(await roles()).toEqual(['staff', 'agency-head']);
  const added = await be.call(contract.addPerson, newcomer('moi@example.vn'));
  const overseer = await t.as('quantri@example.vn');
  const { lines } = await overseer.call(subjectLedger, {
    params: { subjectKind: 'person', subjectId: added.id },
  });
  expect(lines[0]?.said.vi).toBe('Phan Thị Bé (thay Đặng Thị Mai) thêm người dùng Người Mới');
  await (await t.as('noivu@example.vn')).call(contract.endAbsence, { params: { id: absenceId } });
  expect(await roles()).toEqual(['staff']);
  t.setNow(new Date('2026-11-23T02:00:00Z'));
});

test('a substitute is not lent the right to administer', async () => {
  const { id: substituteId } = await add(
    'Lâm Văn Hậu',
    'hau@example.vn',
    'Văn phòng Ủy ban nhân dân thành phố',
    'staff',
  );
  const id = await idOf('quantri@example.vn');
  const days = { from: '2026-11-23', to: '2026-11-24' };
  const body = { agencyId: agency('Văn phòng Ủy ban nhân dân thành phố'), substituteId, ...days };
  await admin.call(contract.setAbsence, { params: { id }, body });
  const hau = await t.as('hau@example.vn');
  expect((await hau.call(whoAmI, {})).viewer!.memberships.map(({ role }) => role)).toEqual(['staff']);
});

test('a table is tried first, tells every error by line, and goes in whole or not at all', async () => {
  const table = [
    ['Họ và tên', 'Chức vụ', 'Email', 'Đơn vị', 'Vai trò', 'Từ ngày'],
    ['Ngô Thị Hạnh', 'Chuyên viên', 'hanh@example.vn', 'Sở Y tế', 'Chuyên viên', '01/12/2026'],
    ['Ngô Thị Hạnh', 'Chuyên viên', 'hanh@example.vn', 'Sở Tư pháp', 'Đầu mối cơ quan', ''],
    ['Tô Văn Sai', '', 'sai-dia-chi', 'Sở Phép thuật', 'Vua', '31/02/2026'],
  ];
  const tried = await admin.call(contract.importPeople, { body: { table, dryRun: true } });
  expect(tried.rows.map(({ errors }) => errors.length)).toEqual([0, 0, 4]);
  expect(tried.imported).toBe(0);
  expect((await admin.refused(contract.importPeople, { body: { table, dryRun: false } })).status).toBe(422);
  expect(await find(admin, 'ngo thi hanh')).toEqual([]);
  const clean = table.slice(0, 3);
  const done = await admin.call(contract.importPeople, { body: { table: clean, dryRun: false } });
  expect(done.imported).toBe(2);
  expect((await find(admin, 'ngo thi hanh'))[0]?.roles.map(({ role }) => role).sort()).toEqual([
    'agency-focal',
    'staff',
  ]);
  const twice = await admin.call(contract.importPeople, { body: { table: clean, dryRun: true } });
  expect(twice.rows.map(({ effect }) => effect)).toEqual(['none', 'none']);
  const missing = await admin.call(contract.importPeople, {
    body: { table: [['Tên', 'Email']], dryRun: true },
  });
  expect(missing.missingColumns).toEqual(['Cơ quan', 'Vai trò']);
});

test('a long unused account is listed as such', async () => {
  t.setNow(new Date('2027-03-01T02:00:00Z'));
  const later = await t.as('quantri@example.vn');
  const { people } = await later.call(contract.listPeople, { query: { state: 'idle' } });
  expect(people.map(({ email }) => email)).toContain('ngoaivu@example.vn');
  expect(people.map(({ email }) => email)).not.toContain('quantri@example.vn');
  t.setNow(new Date('2026-11-23T02:00:00Z'));
});
