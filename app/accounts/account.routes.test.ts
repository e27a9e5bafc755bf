import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { setPassword, signIn, whoAmI } from './account.contract.ts';
import { hashSecret } from './credentials.ts';
import { makeEntryLinkFor } from './entry-link.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  t.web.inject({ method: 'POST', url, payload, headers });

test('a one-time link opens once, and only once', async () => {
  const link = await makeEntryLinkFor(t.house, t.tenantId, 'quantri@example.vn');
  const token = link?.split('#')[1];
  const first = await post('/api/enter', { token });
  expect(first.statusCode).toBe(200);
  expect(first.json().viewer.memberships[0].role).toBe('administrator');
  expect(String(first.headers['set-cookie'])).toMatch(/^__Host-nhipcau=.*HttpOnly.*Secure.*SameSite=Lax/i);
  const second = await post('/api/enter', { token });
  expect(second.statusCode).toBe(410);
  expect(second.json().title).toMatch(/đã dùng hoặc đã hết hạn/);
});

test('only the hash of a session is kept', async () => {
  const person = await t.as('lanhdao@example.vn');
  const secret = person.cookie.split('.').at(-1)!;
  const sessions = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('session').select('token_hash').execute(),
  );
  expect(sessions.length).toBeGreaterThan(0);
  for (const { token_hash } of sessions) expect(token_hash.toString()).not.toContain(secret);
  expect(sessions.some(({ token_hash }) => token_hash.equals(hashSecret(secret)))).toBe(true);
});

test('a password is refused when short or common, accepted when long, and then signs in', async () => {
  const person = await t.as('daumoi@example.vn');
  expect((await person.refused(setPassword, { body: { password: 'ngan' } })).title).toMatch(
    /ít nhất 12 ký tự/,
  );
  expect((await person.refused(setPassword, { body: { password: 'matkhaumatkhau' } })).title).toMatch(
    /hay bị đoán/,
  );
  await person.call(setPassword, { body: { password: 'cầu nối bạn bè năm châu' } });
  const wrong = await post(signIn.path, { email: 'daumoi@example.vn', password: 'sai hoàn toàn rồi nhé' });
  const unknown = await post(signIn.path, { email: 'khongco@example.vn', password: 'sai hoàn toàn rồi nhé' });
  expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
  expect(wrong.json().title).toBe(unknown.json().title);
  const right = await post(signIn.path, { email: 'DauMoi@example.vn', password: 'cầu nối bạn bè năm châu' });
  expect(right.statusCode).toBe(200);
});

test('a changed password needs the old one and ends the other sessions', async () => {
  const here = await t.as('noivu@example.vn');
  const elsewhere = await t.as('noivu@example.vn');
  await here.call(setPassword, { body: { password: 'một câu dài dễ nhớ' } });
  expect((await elsewhere.call(whoAmI, {})).viewer).toBeNull();
  expect(
    (await here.refused(setPassword, { body: { password: 'một câu khác hẳn', current: 'không phải' } }))
      .status,
  ).toBe(422);
});

test('the eleventh wrong password in a quarter of an hour is not even tried', async () => {
  for (let i = 0; i < 10; i++)
    await post(signIn.path, { email: 'thanhtra@example.vn', password: `sai lần thứ ${i}` });
  const blocked = await post(signIn.path, { email: 'thanhtra@example.vn', password: 'sai lần nữa' });
  expect(blocked.statusCode).toBe(429);
});

test('a request from another site is refused', async () => {
  const person = await t.as('ngoaivu@example.vn');
  const foreign = await post('/api/sign-out', {}, { cookie: person.cookie, 'sec-fetch-site': 'cross-site' });
  expect(foreign.statusCode).toBe(403);
  expect((await person.call(whoAmI, {})).viewer?.name).toBe('Trần Ngọc Lan');
});

test('an idle session ends after eight hours', async () => {
  const person = await t.as('vanhoa@example.vn');
  t.setNow(new Date(Date.now() + 9 * 3_600_000));
  expect((await person.call(whoAmI, {})).viewer).toBeNull();
  t.setNow(new Date());
});
