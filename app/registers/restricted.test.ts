import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { listDuties } from '#app/duties/duty.contract.ts';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { sheetsIn } from '#test/journeys/fill-template.ts';
import { bookPaths } from './book/book.contract.ts';
import { makeDueDuties } from './due/make-duties.ts';
import { registerFeeds } from './figures/feeds.ts';
import { createRow, listRows, showRow } from './register.contract.ts';

let t: TestHouse;
let focal: Person;
let own: Person;
let other: Person;
const register = 'security-notice';
const params = { register };
const secretive = 'Đoàn khách Thái Lan thăm khu công nghiệp Trà Nóc';
const hidden = 'bản ghi hạn chế';
let kept: string;
let pointing: string;
let agencies: { id: string; name: string }[];
const idOf = (name: string) => agencies.find((one) => one.name === name)!.id;

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  focal = await t.as('daumoi@example.vn');
  own = await t.as('ngoaivu@example.vn');
  other = await t.as('vanhoa@example.vn');
  ({ agencies } = await own.call(listAgencies, {}));
  const parties = { sender: idOf('Sở Ngoại vụ'), receiver: idOf('Sở Nội vụ'), sentOn: '2026-11-20' };
  const values = { subject: secretive, kind: 'opinion', ...parties, answerBy: '2026-11-27' };
  kept = (await own.call(createRow, { params, body: { values } })).id;
  const later = { subject: 'Lịch hoạt động của đoàn nghệ thuật', kind: 'notice', ...parties, earlier: kept };
  const body = { values: later, agencyId: idOf('Sở Văn hóa, Thể thao và Du lịch') };
  pointing = (await focal.call(createRow, { params, body })).id;
});
afterAll(() => t.close());

const show = (person: Person, language: 'vi' | 'en' = 'vi') =>
  person.call(showRow, { params: { register, id: pointing }, query: { language } });

test('who may not read what a row points at sees that it is restricted, not its title', async () => {
  expect((await other.refused(showRow, { params: { register, id: kept }, query: {} })).status).toBe(403);
  const seen = await show(other);
  const linkIn = ({ linksOut }: typeof seen) => linksOut.find(({ id }) => id === kept);
  expect(linkIn(seen)).toMatchObject({ title: hidden, address: null });
  expect(seen.shown.earlier).toBe(hidden);
  expect((await show(other, 'en')).shown.earlier).toBe('restricted record');
  expect(JSON.stringify(seen)).not.toContain(secretive);
  const { rows } = await other.call(listRows, { params, query: {} });
  expect(rows.map(({ id }) => id)).toEqual([pointing]);
  expect(linkIn(await show(focal))).toMatchObject({
    title: secretive,
    address: `/registers/${register}/${kept}`,
  });
});

test('nor in a book that goes out, in the history, or by asking for a row alike', async () => {
  const book = async (person: Person) => {
    const url = bookPaths.rows.replace(':register', register);
    const answer = await t.web.inject({ url, headers: { cookie: person.cookie } });
    return JSON.stringify((await sheetsIn(answer.rawPayload))[0]!.rows);
  };
  expect(await book(other)).toContain(hidden);
  expect(await book(other)).not.toContain(secretive);
  expect(await book(focal)).toContain(secretive);
  for (const person of [other, focal]) {
    const { lines } = await person.call(subjectLedger, {
      params: { subjectKind: register, subjectId: pointing },
    });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(secretive);
  }
  const values = { subject: secretive, kind: 'notice', sender: idOf('Sở Ngoại vụ') };
  const more = { receiver: idOf('Sở Nội vụ'), sentOn: '2026-11-20' };
  const alike = await other.refused(createRow, { params, body: { values: { ...values, ...more } } });
  expect([alike.status, alike.title]).toEqual([409, expect.stringContaining(`“${hidden}”`)]);
  expect(JSON.stringify(alike)).not.toContain(secretive);
});

test('what everybody reads says no more: a duty that a timer made, a figure of a report', async () => {
  expect(await inTenant(t.house.db, t.tenantId, (tx) => makeDueDuties(tx, t.house))).toBe(1);
  const { rows } = await focal.call(listDuties, { query: {} });
  expect(rows[0]!.text).toContain(`: ${hidden}. Căn cứ`);
  const asked = {
    agencyId: idOf('Sở Ngoại vụ'),
    window: { from: '2026-11-01', to: '2026-11-30' },
  };
  const { counted } = await inTenant(t.house.db, t.tenantId, (tx) =>
    registerFeeds.figures.find(({ name }) => name === 'security-notice.sent')!.compute(tx, asked),
  );
  expect(counted.map(({ name }) => name)).toEqual([expect.stringContaining(hidden)]);
  const told = await inTenant(t.house.db, t.tenantId, (tx) =>
    registerFeeds.rows.find((one) => one.register === register)!.list(tx, asked),
  );
  expect(told).toEqual([]);
});
