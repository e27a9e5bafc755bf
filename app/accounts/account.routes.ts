import type { FastifyReply, FastifyRequest } from 'fastify';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountOpen, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { hasLeft, listRolesOn } from './absence.store.ts';
import * as contract from './account.contract.ts';
import { findPerson, findPersonByEmail, findTenant, setPasswordHash } from './account.store.ts';
import { hashPassword, hashSecret, newSecret, verifyPassword } from './credentials.ts';
import { checkPassword } from './password.ts';
import {
  countFailures,
  deleteOtherSessions,
  deleteSession,
  findSession,
  insertAttempt,
  insertSession,
  touchSession,
  useEntryLink,
} from './session.store.ts';
import { ABSOLUTE_LIMIT, ATTEMPT_WINDOW, ATTEMPTS, isLive, parseToken, TOUCH_EVERY } from './session.ts';

export function accountRoutes(web: Web, house: House): void {
  web.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/')) request.viewer = await findViewer(house, request);
  });
  mountOpen(web, house, contract.whoAmI, async ({ request }) => ({
    viewer: request.viewer ? await present(house, request.viewer) : null,
  }));
  mountOpen(web, house, contract.signIn, ({ body, request, reply }) => signIn(house, body, request, reply));
  mountOpen(web, house, contract.enterByLink, ({ body, request, reply }) =>
    enter(house, body.token, request, reply),
  );
  mountOpen(web, house, contract.signOut, async ({ request, reply }) => {
    const token = parseToken(request.cookies[cookieName(house, request)]);
    if (token) await inTenant(house.db, token.tenantId, (tx) => deleteSession(tx, hashSecret(token.secret)));
    reply.clearCookie(cookieName(house, request), cookieOptions(house, request));
    return { ok: true as const };
  });
  mount(web, house, contract.setPassword, async ({ body, viewer, tx, request }) => {
    const person = await findPerson(tx, viewer.personId);
    if (person?.passwordHash && !(await verifyPassword(body.current ?? '', person.passwordHash))) {
      throw invalid('Mật khẩu hiện tại không đúng: hãy nhập lại.', [
        { path: 'current', message: 'Mật khẩu hiện tại không đúng.' },
      ]);
    }
    const errors = checkPassword(body.password, viewer);
    if (errors[0]) throw invalid(errors[0].message, errors);
    await setPasswordHash(tx, viewer.personId, await hashPassword(body.password));
    const token = parseToken(request.cookies[cookieName(house, request)]);
    await deleteOtherSessions(tx, viewer.personId, token ? hashSecret(token.secret) : null);
    await appendEvent(tx, house.now(), {
      subjectKind: 'person',
      subjectId: viewer.personId,
      kind: 'person.password-set',
      actorId: viewer.personId,
      payload: {},
    });
    return { ok: true as const };
  });
}

async function findViewer(house: House, request: FastifyRequest): Promise<Viewer | null> {
  const token = parseToken(request.cookies[cookieName(house, request)]);
  if (!token) return null;
  return inTenant(house.db, token.tenantId, async (tx) => {
    const now = house.now();
    const hash = hashSecret(token.secret);
    const session = await findSession(tx, hash);
    if (!session || !isLive(session, now)) return null;
    if (now.getTime() - session.seenAt.getTime() > TOUCH_EVERY) await touchSession(tx, hash, now);
    return loadViewer(tx, token.tenantId, session.personId, now);
  });
}

async function loadViewer(tx: Tx, tenantId: string, personId: string, now: Date): Promise<Viewer | null> {
  const person = await findPerson(tx, personId);
  if (!person || (await hasLeft(tx, personId, officeDay(now)))) return null;
  const tenant = await tx
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow();
  const memberships = await listRolesOn(tx, personId, officeDay(now));
  return { tenantId, tenantName: tenant.name, personId, name: person.name, email: person.email, memberships };
}

async function signIn(
  house: House,
  { email, password }: { email: string; password: string },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const tenant = await findTenant(house.db, request.host);
  const wrong = new Problem(
    401,
    'wrong-credentials',
    'Thư điện tử hoặc mật khẩu không đúng: kiểm tra lại, hoặc xin quản trị một liên kết đăng nhập.',
  );
  if (!tenant) throw wrong;
  const now = house.now();
  const attempt = { email, address: request.ip, at: now };
  const person = await inTenant(house.db, tenant.id, async (tx) => {
    const failures = await countFailures(tx, email, request.ip, new Date(now.getTime() - ATTEMPT_WINDOW));
    if (failures.account >= ATTEMPTS.account || failures.address >= ATTEMPTS.address) {
      throw new Problem(
        429,
        'too-many-attempts',
        'Đã thử đăng nhập sai quá nhiều lần: hãy chờ 15 phút rồi thử lại.',
      );
    }
    return findPersonByEmail(tx, email);
  });
  // The hash is computed outside any transaction: it takes tens of milliseconds and must not hold a connection.
  const fits = await verifyPassword(password, person?.passwordHash ?? null);
  const viewer = await inTenant(house.db, tenant.id, async (tx) => {
    await insertAttempt(tx, { ...attempt, succeeded: fits });
    return fits && person
      ? openSession(house, tx, tenant.id, person.id, 'person.signed-in', request, reply)
      : null;
  });
  if (!viewer) throw wrong;
  return { viewer: await present(house, viewer) };
}

async function enter(house: House, given: string, request: FastifyRequest, reply: FastifyReply) {
  const token = parseToken(given);
  const viewer = token
    ? await inTenant(house.db, token.tenantId, async (tx) => {
        const personId = await useEntryLink(tx, hashSecret(token.secret), house.now());
        return personId
          ? openSession(house, tx, token.tenantId, personId, 'person.entered-by-link', request, reply)
          : null;
      })
    : null;
  if (!viewer)
    throw new Problem(
      410,
      'link-used',
      'Liên kết này đã dùng hoặc đã hết hạn: hãy xin quản trị một liên kết mới.',
    );
  return { viewer: await present(house, viewer) };
}

async function openSession(
  house: House,
  tx: Tx,
  tenantId: string,
  personId: string,
  kind: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Viewer | null> {
  const secret = newSecret();
  const now = house.now();
  await insertSession(tx, { tokenHash: hashSecret(secret), personId, now });
  await appendEvent(tx, now, {
    subjectKind: 'person',
    subjectId: personId,
    kind,
    actorId: personId,
    payload: {},
  });
  reply.setCookie(cookieName(house, request), `${tenantId}.${secret}`, {
    ...cookieOptions(house, request),
    maxAge: ABSOLUTE_LIMIT / 1000,
  });
  return loadViewer(tx, tenantId, personId, now);
}

async function present(house: House, viewer: Viewer) {
  const person = await inTenant(house.db, viewer.tenantId, (tx) => findPerson(tx, viewer.personId));
  return {
    personId: viewer.personId,
    name: viewer.name,
    email: viewer.email,
    tenantName: viewer.tenantName,
    hasPassword: person?.passwordHash != null,
    memberships: viewer.memberships,
  };
}

/** Browsers keep `Secure` cookies for https and for this very machine; elsewhere, in a plain-http trial, the prefix must go. */
const isSecure = (house: House, request: FastifyRequest) =>
  house.origin.startsWith('https:') || ['127.0.0.1', 'localhost'].includes(request.hostname);
const cookieName = (house: House, request: FastifyRequest) =>
  isSecure(house, request) ? '__Host-nhipcau' : 'nhipcau';
const cookieOptions = (house: House, request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure(house, request),
});
