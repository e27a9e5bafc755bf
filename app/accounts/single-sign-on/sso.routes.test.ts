import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { type IdentityProvider, openIdentityProvider } from '#test/identity-provider.ts';
import { setPassword } from '../account.contract.ts';
import { makeEntryLinkFor } from '../entry-link.ts';
import {
  linkSso,
  listOwnSso,
  listSignInWays,
  listSsoProviders,
  saveSsoProvider,
  unlinkSso,
} from './sso.contract.ts';

const id = '3f6f1c0e-6c1a-4c4b-9a57-0c5b2f6d2170';
let t: TestHouse;
let idp: IdentityProvider;
let administrator: Person;
beforeAll(async () => {
  t = await openTestHouse();
  idp = await openIdentityProvider('http://localhost/api/sign-in/sso/callback');
  administrator = await t.as('quantri@example.vn');
});
beforeEach(() => configure());
afterAll(async () => {
  await idp.close();
  await t.close();
});

const settings = () => ({
  label: 'Tài khoản công vụ',
  issuer: idp.issuer,
  clientId: idp.clientId,
  clientSecret: idp.clientSecret,
  linksVerifiedEmail: false,
  enabled: true,
});
const configure = (more: object = {}) =>
  administrator.call(saveSsoProvider, { params: { id }, body: { ...settings(), ...more } });

type Jar = Map<string, string>;
const remember = (jar: Jar, cookies: string[]) => {
  for (const cookie of cookies) {
    const [pair] = cookie.split(';');
    const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)];
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }
};
const sent = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** Asks our program, as a browser with these cookies. */
async function ask(jar: Jar, method: 'GET' | 'POST', url: string, payload?: object) {
  const answer = await t.web.inject({
    method,
    url,
    headers: { cookie: sent(jar) },
    ...(payload ? { payload } : {}),
  });
  remember(jar, [answer.headers['set-cookie'] ?? []].flat());
  return answer;
}

/** Walks through the provider's pages as `account`; returns the address it sends the browser back to. */
async function walkProvider(address: string, account: string): Promise<string> {
  const jar: Jar = new Map();
  let url = address;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: sent(jar) },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    remember(jar, answer.headers.getSetCookie());
    const location = answer.headers.get('location');
    if (location?.startsWith('http://localhost/')) return location.slice('http://localhost'.length);
    form = location ? null : new URLSearchParams({ account });
    if (location) url = new URL(location, url).href;
    else if (answer.status >= 400)
      throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
  }
  throw new Error('the provider leads in circles');
}

async function enter(account: string, given: object = {}, jar: Jar = new Map()) {
  const begun = await ask(jar, 'POST', `/api/sign-in/sso/${id}`, given);
  expect(begun.statusCode).toBe(200);
  const back = await walkProvider(begun.json().address, account);
  const landed = await ask(jar, 'GET', back);
  const { viewer } = (await ask(jar, 'GET', '/api/me')).json();
  return { to: landed.headers.location, viewer, jar, back };
}

/** A signed-in person links the account. */
async function link(person: Person, account: string) {
  const [name, value] = person.cookie.split('=') as [string, string];
  const jar: Jar = new Map([[name, value]]);
  const begun = await ask(jar, 'POST', linkSso.path.replace(':id', id));
  return (await ask(jar, 'GET', await walkProvider(begun.json().address, account))).headers.location;
}

test('the button shows where a provider is set; its secret is sealed and never given back', async () => {
  expect((await t.web.inject(listSignInWays.path)).json().providers).toEqual([
    { id, label: 'Tài khoản công vụ' },
  ]);
  const listed = JSON.stringify(await administrator.call(listSsoProviders, {}));
  expect(listed).not.toContain(idp.clientSecret);
  const row = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('sso_provider').select('client_secret').executeTakeFirstOrThrow(),
  );
  expect(row.client_secret.toString('latin1')).not.toContain(idp.clientSecret);
});

test('nobody is made: an account that nobody linked gets one plain word and no session', async () => {
  idp.accounts.set('la-mat', { email: 'lamat@example.vn', email_verified: true, name: 'Người lạ' });
  expect(await enter('la-mat')).toMatchObject({ to: '/sign-in?sso=unknown', viewer: null });
});

test('linked while signed in, the account then opens by itself; unlinked, it does not', async () => {
  idp.accounts.set('sub-lan', { email: 'lan@noikhac.vn', email_verified: true, name: 'Trần Ngọc Lan' });
  const lan = await t.as('ngoaivu@example.vn');
  expect(await link(lan, 'sub-lan')).toBe('/account?sso=linked');
  expect((await lan.call(listOwnSso, {})).providers[0]?.linked?.shownAs).toBe('lan@noikhac.vn');
  const entered = await enter('sub-lan', { returnTo: '/duties' });
  expect([entered.to, entered.viewer.name]).toEqual(['/duties', 'Trần Ngọc Lan']);
  const evil = await enter('sub-lan', { returnTo: '//evil.example' });
  expect(evil.to).toBe('/');

  const another = await t.as('vanhoa@example.vn');
  expect(await link(another, 'sub-lan')).toBe('/account?sso=taken');
  expect((await lan.refused(unlinkSso, { params: { id } })).status).toBe(409);
  await lan.call(setPassword, { body: { password: 'cầu nối bạn bè năm châu' } });
  await lan.call(unlinkSso, { params: { id } });
  expect(await enter('sub-lan')).toMatchObject({ to: '/sign-in?sso=unknown', viewer: null });
});

test('an answer is believed once, in the browser that asked, with its state', async () => {
  idp.accounts.set('sub-thanh', {});
  await link(await t.as('lanhdao@example.vn'), 'sub-thanh');
  const { back, jar } = await enter('sub-thanh');
  expect((await ask(jar, 'GET', back)).headers.location).toBe('/sign-in?sso=failed');

  const begun = await ask(new Map(), 'POST', `/api/sign-in/sso/${id}`, {});
  const stolen = await walkProvider(begun.json().address, 'sub-thanh');
  expect((await ask(new Map(), 'GET', stolen)).headers.location).toBe('/sign-in?sso=failed');
  const other: Jar = new Map();
  await ask(other, 'POST', `/api/sign-in/sso/${id}`, {});
  expect((await ask(other, 'GET', stolen)).headers.location).toBe('/sign-in?sso=failed');
  expect((await ask(other, 'GET', '/api/me')).json().viewer).toBeNull();
});

test('an invitation links the account of who opens it, once', async () => {
  idp.accounts.set('sub-moi', { email: 'moi@noikhac.vn' });
  const token = (await makeEntryLinkFor(t.house, t.tenantId, 'noivu@example.vn'))!.split('#')[1]!;
  expect((await enter('sub-moi', { token })).viewer.name).toBe('Đặng Thị Mai');
  idp.accounts.set('sub-khac', {});
  expect((await enter('sub-khac', { token })).viewer).toBeNull();
  expect((await enter('sub-moi')).viewer.name).toBe('Đặng Thị Mai');
});

test('an e-mail address links only where the administrator allows it, and only when it is verified', async () => {
  idp.accounts.set('sub-nam', { email: 'vanhoa@example.vn', email_verified: true });
  expect((await enter('sub-nam')).viewer).toBeNull();
  await configure({ linksVerifiedEmail: true });
  idp.accounts.set('sub-gia', { email: 'quantri@example.vn', email_verified: false });
  expect((await enter('sub-gia')).viewer).toBeNull();
  expect((await enter('sub-nam')).viewer.name).toBe('Võ Hoàng Nam');
});

test('a provider that is off, silent or plain http elsewhere is refused in a sentence', async () => {
  const refused = (more: object) =>
    administrator.refused(saveSsoProvider, { params: { id }, body: { ...settings(), ...more } });
  expect((await refused({ issuer: 'http://sso.example.vn' })).title).toMatch(/https:/);
  expect((await refused({ issuer: `${idp.issuer}/khong-co` })).title).toMatch(/Không đọc được mô tả/);
  await configure({ enabled: false });
  expect((await t.web.inject(listSignInWays.path)).json().providers).toEqual([]);
  expect((await ask(new Map(), 'POST', `/api/sign-in/sso/${id}`, {})).statusCode).toBe(404);
  const focal = await t.as('daumoi@example.vn');
  expect((await focal.refused(listSsoProviders, {})).status).toBe(403);
});
