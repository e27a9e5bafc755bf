import { afterAll, beforeAll, expect, test } from 'vitest';
import { whoAmI } from '#app/accounts/account.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { registers, sealedColumns } from '#app/registers/index.ts';
import { createRow, moveRow, showRow } from '#app/registers/register.contract.ts';
import data from '#data/personal-data.json' with { type: 'json' };
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { endWork } from '../people.contract.ts';
import * as contract from './personal-data.contract.ts';
import { retentionJob } from './retention.routes.ts';
import { erasePast } from './retention.store.ts';
import { keptSince } from './retention.ts';

let t: TestHouse;
const friday = new Date('2026-11-27T02:00:00Z');
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(friday);
});
afterAll(() => t.close());

const idOf = async (person: Person) => (await person.call(whoAmI, {})).viewer!.personId;
const contact = { phone: '0912 345 678', personalEmail: 'lan@thu.example' };

test('private contact is sealed, and reading another’s asks for a reason that its owner sees', async () => {
  const lan = await t.as('ngoaivu@example.vn');
  await lan.call(contract.saveMyContact, { body: contact });
  const rows = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('person_contact').selectAll().execute(),
  );
  expect(rows).toHaveLength(1);
  expect(Buffer.concat([rows[0]!.phone!, rows[0]!.personal_email!]).includes('912')).toBe(false);
  const params = { id: await idOf(lan) };
  const admin = await t.as('quantri@example.vn');
  expect((await admin.refused(contract.readContact, { params, body: { reason: '' } })).status).toBe(422);
  const read = await admin.call(contract.readContact, {
    params,
    body: { reason: 'Gọi về đoàn khách tối nay' },
  });
  expect(read).toEqual(contact);
  const outsider = await t.as('vanhoa@example.vn');
  const refused = await outsider.refused(contract.readContact, { params, body: { reason: 'Muốn biết' } });
  expect(refused.status).toBe(403);
  const mine = await lan.call(contract.myData, {});
  expect(mine.reads).toMatchObject([{ by: 'Nguyễn Minh Quân', reason: 'Gọi về đoàn khách tối nay' }]);
});

test('a sealed value moved to another person does not open', async () => {
  const nam = await t.as('vanhoa@example.vn');
  const [lanId, namId] = [await idOf(await t.as('ngoaivu@example.vn')), await idOf(nam)];
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    const lans = await tx
      .selectFrom('person_contact')
      .selectAll()
      .where('person_id', '=', lanId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('person_contact')
      .values({ ...lans, person_id: namId })
      .execute();
  });
  expect((await nam.refused(contract.myData, {})).status).toBe(500);
  await nam.call(contract.saveMyContact, { body: { phone: '', personalEmail: '' } });
  expect((await nam.call(contract.myData, {})).contact).toEqual({ phone: '', personalEmail: '' });
});

test('a request is acknowledged within two working days and decided by somebody else', async () => {
  const admin = await t.as('quantri@example.vn');
  const asked = await admin.call(contract.askAboutMyData, {
    body: { kind: 'correct', wish: 'Sửa lại chức vụ của tôi' },
  });
  // Asked on a Friday: Monday is the first working day, Tuesday the second.
  expect(asked.acknowledgeBy).toBe('2026-12-01');
  const params = { id: asked.id };
  const body = { decision: 'granted' as const, reason: 'Đúng theo quyết định' };
  expect((await admin.refused(contract.decideRequest, { params, body })).status).toBe(403);
  t.setNow(new Date('2026-12-02T02:00:00Z'));
  const leader = await t.as('lanhdao@example.vn');
  const find = async () =>
    (await leader.call(contract.listRequests, {})).requests.find(({ id }) => id === asked.id);
  expect(await find()).toMatchObject({ state: 'asked', isLate: true, mayDecide: true });
  await leader.call(contract.acknowledgeRequest, { params });
  expect(await find()).toMatchObject({ state: 'acknowledged', isLate: false });
  expect(await leader.call(contract.decideRequest, { params, body })).toEqual({ erased: 'nothing' });
  expect((await leader.refused(contract.decideRequest, { params, body })).status).toBe(409);
  const focal = await t.as('daumoi@example.vn');
  expect((await focal.refused(contract.listRequests, {})).status).toBe(403);
  t.setNow(friday);
});

test('everything kept of a person comes out in one copy, without secrets', async () => {
  const lan = await t.as('ngoaivu@example.vn');
  const copy = JSON.stringify(await lan.call(contract.exportMyData, {}));
  expect(copy).toContain('0912 345 678');
  expect(copy).toContain('agency-focal');
  expect(copy).not.toMatch(/hash|secret/i);
});

test('who still works keeps their name; who left is erased everywhere, and the ledger stays whole', async () => {
  const lan = await t.as('ngoaivu@example.vn');
  const id = await idOf(lan);
  const admin = await t.as('quantri@example.vn');
  const erase = async () => {
    const { id: request } = await lan.call(contract.askAboutMyData, {
      body: { kind: 'erase', wish: 'Xóa mọi thông tin của tôi' },
    });
    const body = { decision: 'granted' as const, reason: 'Theo yêu cầu của người đó' };
    return admin.call(contract.decideRequest, { params: { id: request }, body });
  };
  expect(await erase()).toEqual({ erased: 'contact' });
  expect((await lan.call(contract.myData, {})).contact).toEqual({ phone: '', personalEmail: '' });
  const { id: request } = await lan.call(contract.askAboutMyData, {
    body: { kind: 'erase', wish: 'Xóa mọi thông tin của tôi' },
  });
  await admin.call(endWork, { params: { id }, body: { lastDay: '2026-11-26' } });
  const body = { decision: 'granted' as const, reason: 'Đã thôi việc' };
  expect(await admin.call(contract.decideRequest, { params: { id: request }, body })).toEqual({
    erased: 'everything',
  });

  const kept = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('person').select(['name', 'email', 'title']).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(JSON.stringify(kept)).not.toMatch(/Lan|ngoaivu/);
  const { lines, brokenAt } = await admin.call(subjectLedger, {
    params: { subjectKind: 'person', subjectId: id },
  });
  expect(brokenAt).toBeNull();
  expect(lines.map(({ said }) => said.vi).join('\n')).not.toContain('Lan');
});

test('what is past its retention is listed at night and erased only when confirmed', async () => {
  expect(keptSince({ years: 5 }, '2026-11-20')).toBe('2021-11-20');
  expect(keptSince({ days: 92 }, '2026-11-20')).toBe('2026-08-20');
  expect(keptSince({ forever: true }, '2026-11-20')).toBeNull();
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .insertInto('sign_in_attempt')
      .values([
        {
          email: 'cu@example.vn',
          address: '10.0.0.1',
          at: new Date('2026-08-18T00:00:00Z'),
          succeeded: false,
          step: 'password' as const,
          device: '',
        },
        {
          email: 'moi@example.vn',
          address: '10.0.0.1',
          at: new Date('2026-11-18T00:00:00Z'),
          succeeded: false,
          step: 'password' as const,
          device: '',
        },
      ])
      .execute(),
  );
  await runDueJobs(t.house, [retentionJob]);
  const admin = await t.as('quantri@example.vn');
  const notice = async () =>
    (await admin.call(contract.listRequests, {})).notices.find(({ group }) => group === 'sign-in');
  const { id, count } = (await notice())!;
  expect(count).toBe(1);
  const attempts = () =>
    inTenant(t.house.db, t.tenantId, (tx) => tx.selectFrom('sign_in_attempt').select('email').execute());
  expect((await attempts()).map(({ email }) => email)).toContain('cu@example.vn');
  expect(await admin.call(contract.confirmErasure, { params: { id } })).toEqual({ erased: 1 });
  const left = (await attempts()).map(({ email }) => email);
  expect(left).toContain('moi@example.vn');
  expect(left).not.toContain('cu@example.vn');
  expect(await notice()).toBeUndefined();
});

test('sealed fields of every register have their retention, and are emptied once it is past', async () => {
  const groups = data.groups.filter(({ register }) => register);
  for (const register of registers.filter((one) => sealedColumns(one).length)) {
    const group = groups.find((one) => one.register === register.name);
    expect(group, `${register.name} has no line in data/personal-data.json`).toBeDefined();
    const known = Object.keys(register.workflow?.states ?? {});
    expect(group!.states!.filter((state) => !known.includes(state))).toEqual([]);
  }
  const own = await t.as('daumoi@example.vn');
  const params = { register: 'overseas-vietnamese' };
  const values = {
    name: 'Trần Kim Phượng',
    kind: 'person',
    country: 'AU',
    phone: '0912 345 678',
    legalBasis: 'consent',
    consentOn: '2026-11-20',
  };
  const { id } = await own.call(createRow, { params, body: { values } });
  const reason = 'Đề nghị thôi liên lạc';
  await own.call(moveRow, {
    params: { ...params, id },
    body: { revision: 1, transition: 'withdraw', reason },
  });
  const sealed = async () => (await own.call(showRow, { params: { ...params, id }, query: {} })).sealed;
  expect(await sealed()).toEqual(['phone']);
  const erase = (before: string) =>
    inTenant(t.house.db, t.tenantId, (tx) =>
      erasePast(tx, 'register.overseas-vietnamese', before, t.house.now()),
    );
  expect(await erase('2026-11-20')).toBe(0);
  expect(await sealed()).toEqual(['phone']);
  expect(await erase('2099-01-01')).toBe(1);
  expect(await sealed()).toEqual([]);
});
