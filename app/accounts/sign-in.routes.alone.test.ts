import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openProgram } from '#app/main.ts';
import { inTenant } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { setPassword, signIn, whoAmI } from './account.contract.ts';
import { tidyAccountsJob } from './index.ts';
import { invite } from './invitation/invite.ts';
import { endOtherSessions, endSession, readOwnAccount } from './sessions/own-account.contract.ts';
import { readSignInRules, setSignInRules } from './sign-in-rules/sign-in-rules.contract.ts';
import { defaultRules } from './sign-in-rules/sign-in-rules.ts';

const hashes = vi.hoisted(() => ({ computed: 0 }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const argon2 = (...given: Parameters<typeof crypto.argon2>) => {
    hashes.computed++;
    crypto.argon2(...given);
  };
  return { ...crypto, argon2, default: { ...crypto, argon2 } };
});

const password = 'cầu nối bạn bè năm châu';
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterEach(() => {
  vi.restoreAllMocks();
  t.setNow(new Date());
});
afterAll(() => t.close());

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  t.web.inject({ method: 'POST', url, payload, headers });

/** What a sign-in makes the program do: hashes computed, statements sent. */
async function workOf(email: string, given: string) {
  const statements: string[] = [];
  const query = pg.Client.prototype.query;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const first = args[0] as string | { text: string };
    statements.push(typeof first === 'string' ? first : first.text);
    return (query as (...given: unknown[]) => unknown).apply(this, args);
  } as never);
  hashes.computed = 0;
  const answer = await post(signIn.path, { email, password: given });
  vi.restoreAllMocks();
  const { date, 'x-request-id': id, 'content-length': size, ...headers } = answer.headers;
  const { requestId, ...body } = answer.json();
  return { status: answer.statusCode, body, headers, hashes: hashes.computed, statements };
}

test('an unknown address, a wrong password, no password and somebody who left: same answer, same work', async () => {
  const known = await t.as('daumoi@example.vn');
  await known.call(setPassword, { body: { password } });
  const left = await t.as('ninhkieu@example.vn');
  await left.call(setPassword, { body: { password } });
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .updateTable('person')
      .set({ ended_on: '2020-01-01' })
      .where('email', '=', 'ninhkieu@example.vn')
      .execute(),
  );
  const wrong = await workOf('daumoi@example.vn', 'một câu sai hoàn toàn');
  expect(wrong.status).toBe(401);
  expect(wrong.hashes).toBe(1);
  expect(wrong.statements.length).toBeGreaterThan(5);
  for (const email of ['khongco@example.vn', 'lanhdao@example.vn', 'ninhkieu@example.vn'])
    expect(await workOf(email, 'một câu sai hoàn toàn'), email).toEqual(wrong);
  const gone = await workOf('ninhkieu@example.vn', password);
  expect([gone.status, gone.body, gone.hashes]).toEqual([401, wrong.body, 1]);
});

test('forty guesses at the same moment are ten guesses', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      post(signIn.path, { email: 'vanhoa@example.vn', password: `đoán lần thứ ${i}` }),
    ),
  );
  const tried = answers.filter((answer) => answer.statusCode === 401);
  expect(tried.length).toBeLessThanOrEqual(10);
  expect(tried.length + answers.filter((answer) => answer.statusCode === 429).length).toBe(40);
});

test('an address that failed on fifty accounts is stopped, the next address is not', async () => {
  t.setNow(new Date(Date.now() + 3_600_000));
  for (let i = 0; i < 50; i++)
    await inTenant(t.house.db, t.tenantId, (tx) =>
      tx
        .insertInto('sign_in_attempt')
        .values({
          email: `ai${i}@example.vn`,
          address: '127.0.0.1',
          at: t.house.now(),
          succeeded: false,
          step: 'password',
          device: '',
        })
        .execute(),
    );
  expect((await post(signIn.path, { email: 'moi@example.vn', password: 'x' })).statusCode).toBe(429);
  const elsewhere = await t.web.inject({
    method: 'POST',
    url: signIn.path,
    payload: { email: 'moi@example.vn', password: 'x' },
    remoteAddress: '10.0.0.7',
  });
  expect(elsewhere.statusCode).toBe(401);
});

test('the address is the caller’s own, and behind a proxy the one a trusted proxy names', async () => {
  const seen = async (options: object, headers: Record<string, string>) => {
    const web = await openProgram(t.house, options);
    const email = `proxy${Math.random()}@example.vn`;
    await web.inject({
      method: 'POST',
      url: signIn.path,
      payload: { email, password: 'x' },
      headers,
      remoteAddress: '10.9.9.9',
    });
    await web.close();
    const { address } = await inTenant(t.house.db, t.tenantId, (tx) =>
      tx.selectFrom('sign_in_attempt').select('address').where('email', '=', email).executeTakeFirstOrThrow(),
    );
    return address;
  };
  const headers = { 'x-forwarded-for': '203.113.1.2' };
  expect(await seen({}, headers)).toBe('10.9.9.9');
  expect(await seen({ proxy: '10.9.9.9' }, headers)).toBe('203.113.1.2');
  expect(await seen({ proxy: '10.1.1.1' }, headers)).toBe('10.9.9.9');
});

test('a person sees their sessions and ends one, or all others', async () => {
  const sample = 'ngoaivu@example.vn';
  const [here, there, third] = [await t.as(sample), await t.as(sample), await t.as(sample)];
  const { sessions, attempts } = await here.call(readOwnAccount, {});
  expect(sessions.length).toBe(3);
  expect(sessions.filter((one) => one.isThis)).toHaveLength(1);
  expect(attempts.map((one) => [one.step, one.succeeded])).toContainEqual(['link', true]);
  const own = (await there.call(readOwnAccount, {})).sessions.find((one) => one.isThis)!;
  const stranger = await t.as('noivu@example.vn');
  expect((await stranger.refused(endSession, { params: { id: own.id } })).status).toBe(404);
  await here.call(endSession, { params: { id: own.id } });
  expect((await there.call(whoAmI, {})).viewer).toBeNull();
  expect((await here.call(endOtherSessions, {})).ended).toBe(1);
  expect((await third.call(whoAmI, {})).viewer).toBeNull();
  expect((await here.call(whoAmI, {})).viewer).not.toBeNull();
});

test('the province sets how long a session lives, at once for all; only its administrator does', async () => {
  const administrator = await t.as('quantri@example.vn');
  const focal = await t.as('daumoi@example.vn');
  expect((await focal.refused(setSignInRules, { body: defaultRules })).status).toBe(403);
  expect((await administrator.call(readSignInRules, {})).rules).toEqual(defaultRules);
  await administrator.call(setSignInRules, { body: { ...defaultRules, idleMinutes: 15 } });
  t.setNow(new Date(Date.now() + 16 * 60_000));
  expect((await focal.call(whoAmI, {})).viewer).toBeNull();
  const again = await t.as('quantri@example.vn');
  await again.call(setSignInRules, { body: defaultRules });
});

test('an account nobody entered for 45 days opens by a link alone', async () => {
  const person = await t.as('noivu@example.vn');
  await person.call(setPassword, { body: { password } });
  const enter = () => post(signIn.path, { email: 'noivu@example.vn', password });
  t.setNow(new Date(Date.now() + 46 * 24 * 3_600_000));
  const resting = await enter();
  expect([resting.statusCode, resting.json().title]).toEqual([403, expect.stringMatching(/45 ngày/)]);
  // Who does not know the password is not told that the account rests.
  expect((await post(signIn.path, { email: 'noivu@example.vn', password: 'sai' })).statusCode).toBe(401);
  await t.as('noivu@example.vn');
  expect((await enter()).statusCode).toBe(200);
});

test('a new invitation makes the ones before it worthless', async () => {
  const make = async () => {
    const person = await inTenant(t.house.db, t.tenantId, (tx) =>
      tx
        .selectFrom('person')
        .select('id')
        .where('email', '=', 'thanhtra@example.vn')
        .executeTakeFirstOrThrow(),
    );
    const made = await inTenant(t.house.db, t.tenantId, (tx) =>
      invite(tx, t.house, t.tenantId, person.id, person.id),
    );
    return made.link.split('#')[1];
  };
  const [first, second] = [await make(), await make()];
  expect((await post('/api/enter', { token: first })).statusCode).toBe(410);
  expect((await post('/api/enter', { token: second })).statusCode).toBe(200);
});

test('what ended by itself is swept away at night, what lives stays', async () => {
  const live = await t.as('lanhdao@example.vn');
  const count = (table: 'session' | 'entry_link') =>
    inTenant(t.house.db, t.tenantId, async (tx) => (await tx.selectFrom(table).selectAll().execute()).length);
  const nightAfter = (days: number) =>
    t.setNow(
      new Date(`${new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10)}T20:30:00Z`),
    );
  const [sessions, links] = [await count('session'), await count('entry_link')];
  await runDueJobs(t.house, [tidyAccountsJob]);
  expect((await live.call(whoAmI, {})).viewer?.name).toBe('Phạm Văn Thành');
  expect([await count('session'), await count('entry_link')]).toEqual([sessions, links]);
  nightAfter(120);
  await runDueJobs(t.house, [tidyAccountsJob]);
  expect([await count('session'), await count('entry_link')]).toEqual([0, 0]);
});

test('a change is refused from elsewhere, whatever the browser calls itself', async () => {
  const out = (headers: Record<string, string>) =>
    post('/api/sign-out', {}, { host: 'localhost', ...headers });
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
    { 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[])
    expect([headers, (await out(headers)).statusCode]).toEqual([headers, 403]);
  for (const headers of [{ origin: 'http://localhost' }, { 'sec-fetch-site': 'same-origin' }] as Record<
    string,
    string
  >[])
    expect([headers, (await out(headers)).statusCode]).toEqual([headers, 200]);
});

test('every answer carries the strict headers; https is made lasting where it is used', async () => {
  for (const url of ['/api/me', '/healthz', '/api/khong-co']) {
    const { headers } = await t.web.inject(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/default-src 'self'/);
    expect(/script-src ([^;]*)/.exec(policy)![1]).toBe("'self'");
    expect(policy).toMatch(/script-src-attr 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/object-src 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toMatch(/camera=\(\), .*microphone=\(\)/);
    expect(headers['strict-transport-security']).toBeUndefined();
  }
  expect((await t.web.inject('/api/me')).headers['cache-control']).toBe('no-store');
  const secure = await openProgram({ ...t.house, origin: 'https://nhipcau.cantho.gov.vn' });
  const { headers } = await secure.inject('/api/me');
  expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
  await secure.close();
});

test('the page holds no script of its own, only the address of one', () => {
  const page = readFileSync(join(import.meta.dirname, '../web/index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, content] of scripts) {
    expect(attributes).toMatch(/src=/);
    expect(content).toBe('');
  }
  expect(page).not.toMatch(/\son\w+=/);
});
