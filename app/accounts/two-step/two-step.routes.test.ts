import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { setPassword, signIn, whoAmI } from '../account.contract.ts';
import { makeEntryLinkFor } from '../entry-link.ts';
import { setSignInRules } from '../sign-in-rules/sign-in-rules.contract.ts';
import { defaultRules } from '../sign-in-rules/sign-in-rules.ts';
import {
  beginTwoStep,
  confirmTwoStep,
  endTwoStep,
  enterCode,
  renewRecoveryCodes,
  resetTwoStep,
} from './two-step.contract.ts';

const password = 'cầu nối bạn bè năm châu';
const start = new Date('2026-11-22T02:00:00Z');
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t.close());

let clock = start.getTime();
/** Half a minute later: codes are used once, so each attempt needs its own time. */
const tick = (seconds = 30) => {
  clock += seconds * 1000;
  t.setNow(new Date(clock));
};
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(clock / 1000) });
const post = (url: string, payload: object, cookie = '') =>
  t.web.inject({ method: 'POST', url, payload, headers: { cookie } });
const cookieOf = (answer: Awaited<ReturnType<typeof post>>, name: string) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .find((cookie) => cookie.startsWith(`__Host-${name}=`) && !/=;/.test(cookie))
    ?.split(';')[0];
const idOf = async (person: Person) => (await person.call(whoAmI, {})).viewer!.personId;

/** A person with a password and two steps on. */
async function enrolled(email: string) {
  tick();
  const person = await t.as(email);
  await person.call(setPassword, { body: { password } });
  const { secret } = await person.call(beginTwoStep, {});
  const { recoveryCodes } = await person.call(confirmTwoStep, { body: { code: codeOf(secret) } });
  return { person, secret, recoveryCodes, email };
}
const firstStep = (email: string) => post(signIn.path, { email, password });

test('after the password there is no session until the code; then there is', async () => {
  const { secret, email } = await enrolled('daumoi@example.vn');
  tick();
  const half = await firstStep(email);
  expect(half.json()).toEqual({ viewer: null });
  expect(cookieOf(half, 'nhipcau')).toBeUndefined();
  const step = cookieOf(half, 'nhipcau-step')!;
  const asSession = step.replace('nhipcau-step', 'nhipcau');
  expect((await t.web.inject({ url: '/api/me', headers: { cookie: asSession } })).json().viewer).toBeNull();
  expect((await t.web.inject({ url: '/api/me', headers: { cookie: step } })).json().viewer).toBeNull();
  const whole = await post(enterCode.path, { code: codeOf(secret) }, step);
  expect(whole.statusCode).toBe(200);
  const me = await t.web.inject({ url: '/api/me', headers: { cookie: cookieOf(whole, 'nhipcau')! } });
  expect(me.json().viewer).toMatchObject({ name: 'Lê Thị Thu Hà', twoStep: { isOn: true } });
  tick();
  expect((await post(enterCode.path, { code: codeOf(secret) }, step)).statusCode).toBe(410);
});

test('a code is accepted once, also in another sign-in, also for two at the same moment', async () => {
  const { secret, email } = await enrolled('lanhdao@example.vn');
  tick();
  const steps = await Promise.all(
    [1, 2, 3].map(async () => cookieOf(await firstStep(email), 'nhipcau-step')!),
  );
  const code = codeOf(secret);
  const answers = await Promise.all(steps.map((step) => post(enterCode.path, { code }, step)));
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 401, 401]);
  const again = await post(enterCode.path, { code }, steps.find((_, i) => answers[i]!.statusCode === 401)!);
  expect(again.statusCode).toBe(401);
});

test('the code that switched it on does not sign in', async () => {
  const { secret, email } = await enrolled('noivu@example.vn');
  const step = cookieOf(await firstStep(email), 'nhipcau-step')!;
  expect((await post(enterCode.path, { code: codeOf(secret) }, step)).statusCode).toBe(401);
  tick();
  expect((await post(enterCode.path, { code: codeOf(secret) }, step)).statusCode).toBe(200);
});

test('the seed is sealed and the recovery codes are hashed in the database', async () => {
  const { secret, recoveryCodes } = await enrolled('ngoaivu@example.vn');
  const rows = await inTenant(t.house.db, t.tenantId, async (tx) => ({
    totp: await tx.selectFrom('person_totp').selectAll().execute(),
    codes: await tx.selectFrom('recovery_code').selectAll().execute(),
  }));
  const kept = JSON.stringify(rows, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
  expect(rows.totp.length).toBeGreaterThan(0);
  expect(kept).not.toContain(secret);
  for (const code of recoveryCodes) {
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.replaceAll('-', ''));
  }
});

test('a recovery code signs in once', async () => {
  const { recoveryCodes, email } = await enrolled('vanhoa@example.vn');
  const enter = async (code: string) =>
    (await post(enterCode.path, { code }, cookieOf(await firstStep(email), 'nhipcau-step')!)).statusCode;
  expect(await enter(recoveryCodes[3]!.toUpperCase())).toBe(200);
  expect(await enter(recoveryCodes[3]!)).toBe(401);
  expect(await enter(recoveryCodes[4]!)).toBe(200);
});

test('a one-time link does not pass the second step', async () => {
  const { email, secret } = await enrolled('thanhtra@example.vn');
  const token = (await makeEntryLinkFor(t.house, t.tenantId, email))!.split('#')[1];
  const half = await post('/api/enter', { token });
  expect(half.json()).toEqual({ viewer: null });
  expect(cookieOf(half, 'nhipcau')).toBeUndefined();
  tick();
  const whole = await post(enterCode.path, { code: codeOf(secret) }, cookieOf(half, 'nhipcau-step')!);
  const cookie = cookieOf(whole, 'nhipcau')!;
  expect((await post(setPassword.path, { password: 'một câu mới toanh dài' }, cookie)).statusCode).toBe(200);
  expect((await post(setPassword.path, { password: 'lại một câu khác nữa' }, cookie)).statusCode).toBe(422);
});

test('the administrator resets the steps of another, with a reason, never their own; then a link opens', async () => {
  const { person, secret, email } = await enrolled('ninhkieu@example.vn');
  const personId = await idOf(person);
  const body = { reason: 'Mất điện thoại và mã dự phòng' };
  const focalLink = (await makeEntryLinkFor(t.house, t.tenantId, 'quantri@example.vn'))!.split('#')[1];
  const entered = await post('/api/enter', { token: focalLink });
  const administrator = cookieOf(entered, 'nhipcau')!;
  const own = entered.json().viewer.personId;
  const reset = (id: string, cookie: string) =>
    post(resetTwoStep.path.replace(':personId', id), body, cookie).then((answer) => answer.statusCode);
  expect(await reset(own, administrator)).toBe(403);
  expect(await reset(personId, person.cookie)).toBe(403);
  expect(await reset(personId, administrator)).toBe(200);
  expect(await reset(personId, administrator)).toBe(409);
  expect((await person.call(whoAmI, {})).viewer).toBeNull();
  expect((await firstStep(email)).json().viewer.twoStep.isOn).toBe(false);
  expect(secret).not.toBe((await (await t.as(email)).call(beginTwoStep, {})).secret);
});

test('switching off needs the password and a fresh code', async () => {
  const email = 'quantri@example.vn';
  const { person, secret } = await enrolled(email);
  const used = codeOf(secret);
  const off = (body: { password: string; code: string }) => person.refused(endTwoStep, { body });
  expect((await off({ password, code: used })).title).toMatch(/Mã không đúng/);
  tick();
  expect((await off({ password: 'sai rồi bạn ơi', code: codeOf(secret) })).title).toMatch(/Mật khẩu/);
  expect((await person.refused(beginTwoStep, {})).status).toBe(409);
  const renewed = await person.call(renewRecoveryCodes, { body: { code: codeOf(secret) } });
  expect(renewed.recoveryCodes).toHaveLength(10);
  tick();
  await person.call(endTwoStep, { body: { password, code: codeOf(secret) } });
  expect((await firstStep(email)).json().viewer.twoStep).toEqual({
    isOn: false,
    isWanted: true,
    isForced: false,
  });
});

test('ten wrong codes in a quarter of an hour, and the right one is not even tried', async () => {
  tick(3600);
  const email = 'quantri@example.vn';
  const person = await t.as(email);
  const { secret } = await person.call(beginTwoStep, {});
  await person.call(confirmTwoStep, { body: { code: codeOf(secret) } });
  tick();
  const step = cookieOf(await firstStep(email), 'nhipcau-step')!;
  for (let i = 0; i < 10; i++) {
    const wrong = String((Number(codeOf(secret)) + 1 + i) % 1_000_000).padStart(6, '0');
    expect((await post(enterCode.path, { code: wrong }, step)).statusCode).toBe(401);
  }
  expect((await post(enterCode.path, { code: codeOf(secret) }, step)).statusCode).toBe(429);
  expect((await firstStep(email)).statusCode).toBe(429);
});

test('the half-way state ends after ten minutes', async () => {
  tick(3600);
  const half = await firstStep('lanhdao@example.vn');
  tick(601);
  const answer = await post(enterCode.path, { code: '123456' }, cookieOf(half, 'nhipcau-step')!);
  expect(answer.statusCode).toBe(410);
});

test('a role may be made to use two steps: asked first, after the days of grace only one’s account opens', async () => {
  tick(3600);
  const email = 'daumoi@example.vn';
  await inTenant(t.house.db, t.tenantId, (tx) => tx.deleteFrom('person_totp').execute());
  const administrator = await t.as('quantri@example.vn');
  const rules = { ...defaultRules, twoStepRoles: ['focal-officer' as const], twoStepGraceDays: 3 };
  await administrator.call(setSignInRules, { body: rules });
  const asked = await t.as(email);
  expect((await asked.call(whoAmI, {})).viewer?.twoStep).toMatchObject({ isWanted: true, isForced: false });
  tick(3 * 24 * 3600 + 60);
  const forced = await t.as(email);
  expect((await forced.call(whoAmI, {})).viewer?.twoStep).toMatchObject({ isWanted: true, isForced: true });
  const duties = () => t.web.inject({ url: '/api/duties', headers: { cookie: forced.cookie } });
  expect((await duties()).json().title).toMatch(/phải đăng nhập hai bước/);
  const { secret } = await forced.call(beginTwoStep, {});
  await forced.call(confirmTwoStep, { body: { code: codeOf(secret) } });
  expect((await duties()).statusCode).toBe(200);
});
