import { appendEvent } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { type Call, mountLong, mountOpen, type Web } from '#app/platform/http.ts';
import { invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './account.contract.ts';
import { findPerson, setPasswordHash } from './account.store.ts';
import { beginAttempt } from './attempt.ts';
import { hashPassword, verifyPassword } from './credentials.ts';
import { tellOwner } from './notice.ts';
import { checkPassword } from './password.ts';
import { deleteOtherSessions } from './session.store.ts';
import { ownAccountRoutes } from './sessions/own-account.routes.ts';
import { signInRoutes } from './sign-in.routes.ts';
import { signInRulesRoutes } from './sign-in-rules/sign-in-rules.routes.ts';
import { ssoRoutes } from './single-sign-on/sso.routes.ts';
import { findStanding, present, requireTwoSteps } from './standing.ts';
import { twoStepRoutes } from './two-step/two-step.routes.ts';

export function accountRoutes(web: Web, house: House): void {
  web.decorateRequest('standing', null);
  web.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return;
    const found = await findStanding(house, request);
    if (!found) return;
    request.viewer = found.viewer;
    request.standing = found.standing;
    requireTwoSteps(request, found.standing);
  });
  mountOpen(web, house, contract.whoAmI, async ({ request: { viewer, standing } }) => ({
    viewer: viewer && standing ? present({ viewer, standing }) : null,
  }));
  mountLong(web, house, contract.setPassword, (call) => setPassword(house, call));
  signInRoutes(web, house);
  twoStepRoutes(web, house);
  ssoRoutes(web, house);
  ownAccountRoutes(web, house);
  signInRulesRoutes(web, house);
}

async function setPassword(
  house: House,
  { body, viewer, request }: Call<typeof contract.setPassword> & { viewer: Viewer },
) {
  if (request.standing?.asksPassword !== false)
    await requireCurrent(house, viewer, body.current ?? '', request);
  const errors = checkPassword(body.password, viewer);
  if (errors[0]) throw invalid(errors[0].message, errors);
  const hash = await hashPassword(body.password);
  await inTenant(house.db, viewer.tenantId, async (tx) => {
    await setPasswordHash(tx, viewer.personId, hash, house.now());
    await deleteOtherSessions(tx, viewer.personId, request.standing?.sessionId ?? null);
    await appendEvent(tx, house.now(), {
      subjectKind: 'person',
      subjectId: viewer.personId,
      kind: 'person.password-set',
      actorId: viewer.personId,
      payload: {},
    });
    await tellOwner(tx, house, viewer.personId, 'passwordSet', viewer.personId);
  });
  return { ok: true as const };
}

/** Who finds a computer left open may not guess the password either: wrong ones are counted. @throws Problem 422, 429 */
async function requireCurrent(
  house: House,
  viewer: Viewer,
  current: string,
  request: Call<typeof contract.setPassword>['request'],
): Promise<void> {
  const attempt = await beginAttempt(house, viewer.tenantId, viewer.email, 'password', request);
  const person = await inTenant(house.db, viewer.tenantId, (tx) => findPerson(tx, viewer.personId));
  if (!(await verifyPassword(current, person?.passwordHash ?? null)))
    throw invalid('Mật khẩu hiện tại không đúng: hãy nhập lại.', [
      { path: 'current', message: 'Mật khẩu hiện tại không đúng.' },
    ]);
  await attempt.succeeded();
}
