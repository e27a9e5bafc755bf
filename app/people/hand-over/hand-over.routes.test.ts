import { afterAll, beforeAll, expect, test } from 'vitest';
import { whoAmI } from '#app/accounts/account.contract.ts';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { listDuties } from '#app/duties/duty.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { checkOfficialDocx } from '#app/letters/index.ts';
import { publishPlan217 } from '#app/reports/plan-217.test-data.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { addPerson, setAbsence, showPerson } from '../people.contract.ts';
import * as contract from './hand-over.contract.ts';

let t: TestHouse;
let admin: Person;
let leaver: { id: string; person: Person };
let successor: { id: string; person: Person };
let agencyId: string;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  admin = await t.as('quantri@example.vn');
  await publishPlan217(t.house, t.tenantId);
  agencyId = (await admin.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const me = async (person: Person) => (await person.call(whoAmI, {})).viewer!;

async function join(name: string, email: string, role: 'staff' | 'agency-focal') {
  const body = { name, title: 'Chuyên viên', email, agencyId, role, from: '2026-11-01' };
  const { id } = await admin.call(addPerson, { body });
  return { id, person: await t.as(email) };
}

const held = () => admin.call(contract.showHeld, { params: { id: leaver.id }, query: { agency: agencyId } });

async function prepare(more: object = {}) {
  const { items } = await held();
  const body = {
    agencyId,
    lastDay: '2026-11-30',
    endsWork: true,
    held: items.map(({ kind, subjectId }) => ({ kind, subjectId: subjectId!, successorId: successor.id })),
    written: [
      { kind: 'contact' as const, title: 'Bà Sato, Lãnh sự quán Nhật Bản', successorId: successor.id },
      {
        kind: 'promise' as const,
        title: 'Gửi danh sách đoàn',
        dueOn: '2026-12-05',
        successorId: successor.id,
      },
    ],
    ...more,
  };
  return { params: { id: leaver.id }, body };
}

test('what a focal person holds is listed: roles, duties of the agency, who they stand in for', async () => {
  const person = await t.as('ngoaivu@example.vn');
  leaver = { id: (await me(person)).personId, person };
  successor = await join('Lưu Thị Kim', 'kim@example.vn', 'staff');
  const absence = { agencyId, substituteId: leaver.id, from: '2026-11-23', to: '2026-12-31' };
  const other = await join('Hồ Văn Sơn', 'son@example.vn', 'staff');
  await admin.call(setAbsence, { params: { id: other.id }, body: absence });
  const { rows } = await person.call(listDuties, { query: { whose: 'mine' } });
  expect(rows.length).toBeGreaterThan(1);
  const { items, colleagues, hasOtherAgencies } = await held();
  const count = (kind: string) => items.filter((item) => item.kind === kind).length;
  expect([count('role'), count('assignment'), count('substitution')]).toEqual([1, rows.length, 1]);
  expect(colleagues.map(({ name }) => name)).toEqual(['Hồ Văn Sơn', 'Lưu Thị Kim']);
  expect(hasOtherAgencies).toBe(false);
});

test('nothing may be left behind, and giver and receiver are two persons', async () => {
  const given = await prepare();
  const work = given.body.held.findIndex(({ kind }) => kind === 'assignment');
  const dropped = given.body.held.map((one, at) => (at === work ? { ...one, successorId: null } : one));
  const left = await admin.refused(contract.prepareHandOver, {
    ...given,
    body: { ...given.body, held: dropped },
  });
  expect(left.title).toMatch(/Còn 1 việc chưa có người nhận/);
  const toSelf = given.body.held.map((one) => ({ ...one, successorId: leaver.id }));
  const self = await admin.refused(contract.prepareHandOver, {
    ...given,
    body: { ...given.body, held: toSelf },
  });
  expect(self.title).toMatch(/không thể tự nhận/);
  expect((await successor.person.refused(contract.prepareHandOver, given)).status).toBe(403);
  // Their own role is not theirs to give, so they leave it open.
  expect((await leaver.person.refused(contract.prepareHandOver, given)).title).toMatch(/không do bạn cấp/);
});

test('a hand-over that waits changes nothing and can be taken back', async () => {
  const { id } = await admin.call(contract.prepareHandOver, await prepare());
  expect((await admin.refused(contract.prepareHandOver, await prepare())).status).toBe(409);
  const page = await admin.call(showPerson, { params: { id: leaver.id } });
  expect(page.roles.every(({ to }) => to === null)).toBe(true);
  expect((await leaver.person.refused(contract.receiveHandOver, { params: { id } })).status).toBe(403);
  await leaver.person.call(contract.cancelHandOver, { params: { id } });
  expect((await successor.person.refused(contract.receiveHandOver, { params: { id } })).status).toBe(409);
});

test('received, all of it takes effect at once, is told, and prints in the form of the law', async () => {
  const { id } = await admin.call(contract.prepareHandOver, await prepare());
  const waiting = await successor.person.call(contract.listHandOversForMe, {});
  expect(waiting.handOvers[0]).toMatchObject({ id, waitsForMe: true });
  expect(await successor.person.call(contract.receiveHandOver, { params: { id } })).toEqual({ done: true });
  const left = await admin.call(showPerson, { params: { id: leaver.id } });
  expect(left.endedOn).toBe('2026-11-30');
  expect(left.roles.map(({ to }) => to)).toEqual(['2026-11-30']);
  const taken = await admin.call(showPerson, { params: { id: successor.id } });
  expect(taken.roles.find(({ role }) => role === 'agency-focal')).toMatchObject({
    from: '2026-12-01',
    state: 'future',
  });
  expect(taken.absences.find(({ substituteId }) => substituteId === successor.id)?.personName).toBe(
    'Hồ Văn Sơn',
  );
  const { items } = await admin.call(contract.showHandOver, { params: { id } });
  const duty = items
    .find(({ kind }) => kind === 'assignment')!
    .page!.split('/')
    .at(-1)!;
  const { lines } = await admin.call(subjectLedger, { params: { subjectKind: 'duty', subjectId: duty } });
  expect(lines.at(-1)?.said.vi).toMatch(
    /chuyển việc theo dõi phần của Sở Ngoại vụ từ Trần Ngọc Lan sang Lưu Thị Kim/,
  );
  const file = await t.web.inject({ url: `/api/hand-overs/${id}/docx`, headers: { cookie: admin.cookie } });
  expect(file.statusCode).toBe(200);
  const defects = await checkOfficialDocx(file.rawPayload);
  expect(defects.map((defect) => JSON.stringify(defect))).toEqual([]);
  t.setNow(new Date('2026-12-01T02:00:00Z'));
  expect((await leaver.person.call(whoAmI, {})).viewer).toBeNull();
  const now = await t.as('kim@example.vn');
  expect((await me(now)).memberships.map(({ role }) => role)).toContain('agency-focal');
  t.setNow(new Date('2026-11-23T02:00:00Z'));
});
