import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { type Call, mountOpen, type Web } from '#app/platform/http.ts';
import { Problem } from '#app/platform/problem.ts';
import * as contract from './account.contract.ts';
import { findPersonByEmail, findTenant } from './account.store.ts';
import { insertAttempt } from './attempt.store.ts';
import { beginAttempt, cameFrom } from './attempt.ts';
import { dropToken, readToken } from './cookies.ts';
import { hashSecret, verifyPassword } from './credentials.ts';
import { spendEntryLink } from './entry-link.store.ts';
import { passFirstStep } from './first-step.ts';
import { deleteSession } from './session.store.ts';
import { parseToken } from './session.ts';

/** The ways in that need nobody else: a password, a one-time link; and the way out. */
export function signInRoutes(web: Web, house: House): void {
  mountOpen(web, house, contract.signIn, (call) => signIn(house, call));
  mountOpen(web, house, contract.enterByLink, (call) => enter(house, call));
  mountOpen(web, house, contract.signOut, async ({ request, reply }) => {
    const token = readToken(house, request, 'session');
    if (token) await inTenant(house.db, token.tenantId, (tx) => deleteSession(tx, hashSecret(token.secret)));
    dropToken(house, request, reply, 'session');
    dropToken(house, request, reply, 'step');
    return { ok: true as const };
  });
}

const wrongCredentials = () =>
  new Problem(
    401,
    'wrong-credentials',
    'Thư điện tử hoặc mật khẩu không đúng: kiểm tra lại, hoặc xin quản trị một liên kết đăng nhập.',
  );

/** A wrong password, an unknown address and a person who left cost the same work and get the same answer. */
async function signIn(house: House, { body, request, reply }: Call<typeof contract.signIn>) {
  const tenant = await findTenant(house.db, request.host);
  if (!tenant) throw wrongCredentials();
  const email = body.email.trim();
  const attempt = await beginAttempt(house, tenant.id, email, 'password', request);
  const person = await inTenant(house.db, tenant.id, (tx) => findPersonByEmail(tx, email));
  // The hash is computed outside any transaction: it takes tens of milliseconds and must not hold a connection.
  const fits = await verifyPassword(body.password, person?.passwordHash ?? null);
  if (!fits || !person) throw wrongCredentials();
  const entered = await inTenant(house.db, tenant.id, (tx) =>
    passFirstStep({ house, tenantId: tenant.id, request, reply }, tx, person.id, 'password'),
  );
  if (!entered) throw wrongCredentials();
  await attempt.succeeded();
  return entered;
}

async function enter(house: House, { body, request, reply }: Call<typeof contract.enterByLink>) {
  const token = parseToken(body.token);
  const entered =
    token &&
    (await inTenant(house.db, token.tenantId, async (tx) => {
      const personId = await spendEntryLink(tx, hashSecret(token.secret), house.now());
      if (!personId) return undefined;
      const entered = await passFirstStep(
        { house, tenantId: token.tenantId, request, reply },
        tx,
        personId,
        'link',
      );
      if (entered?.viewer)
        await insertAttempt(tx, {
          ...cameFrom(request),
          email: entered.viewer.email,
          at: house.now(),
          succeeded: true,
          step: 'link',
        });
      return entered;
    }));
  if (!entered)
    throw new Problem(
      410,
      'link-used',
      'Liên kết này đã dùng hoặc đã hết hạn: hãy xin quản trị một liên kết mới.',
    );
  return entered;
}
