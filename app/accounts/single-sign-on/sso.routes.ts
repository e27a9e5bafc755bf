import { appendEvent } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, mountOpen, type Web } from '#app/platform/http.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import { findPerson, findTenant } from '../account.store.ts';
import { hashSecret } from '../credentials.ts';
import { parseToken } from '../session.ts';
import { providerRoutes } from './provider.routes.ts';
import * as contract from './sso.contract.ts';
import { deleteIdentity, findProvider, listIdentities, listProviders } from './sso.store.ts';
import { ssoCallback } from './sso-callback.ts';
import { rememberDiscovery, setOut } from './sso-way.ts';

export function ssoRoutes(web: Web, house: House): void {
  const discovered = rememberDiscovery(house);
  providerRoutes(web, house);
  ssoCallback(web, house, discovered);
  mountOpen(web, house, contract.listSignInWays, async ({ request }) => {
    const tenant = await findTenant(house.db, request.host);
    const providers = tenant ? await inTenant(house.db, tenant.id, listProviders) : [];
    return { providers: providers.filter((one) => one.enabled).map(({ id, label }) => ({ id, label })) };
  });
  mountOpen(web, house, contract.beginSso, async ({ params, body, request, reply }) => {
    const token = parseToken(body.token);
    const tenantId = token?.tenantId ?? (await findTenant(house.db, request.host))?.id;
    if (!tenantId) throw notFound('nơi đăng nhập này');
    return setOut({ house, tenantId, request, reply }, discovered, params.id, {
      linkingPersonId: null,
      entryLinkHash: token ? hashSecret(token.secret) : null,
      returnTo: body.returnTo ?? null,
    });
  });
  mountLong(web, house, contract.linkSso, ({ params, viewer, request, reply }) =>
    setOut({ house, tenantId: viewer.tenantId, request, reply }, discovered, params.id, {
      linkingPersonId: viewer.personId,
      entryLinkHash: null,
      returnTo: '/account',
    }),
  );
  mount(web, house, contract.listOwnSso, async ({ viewer, tx }) => {
    const mine = await listIdentities(tx, viewer.personId);
    const providers = (await listProviders(tx)).map(({ id, label, enabled }) => {
      const identity = mine.find((one) => one.providerId === id);
      const linked = identity ? { shownAs: identity.shownAs, at: identity.linkedAt.toISOString() } : null;
      return { id, label, enabled, linked };
    });
    return { providers: providers.filter((one) => one.enabled || one.linked) };
  });
  mount(web, house, contract.unlinkSso, async ({ params, viewer, tx }) => {
    const person = await findPerson(tx, viewer.personId);
    if (!person?.passwordHash)
      throw conflict('Bạn chưa có mật khẩu: hãy đặt mật khẩu trước khi bỏ nối, để còn đường vào.');
    const provider = await findProvider(tx, params.id);
    if (!provider || !(await deleteIdentity(tx, params.id, viewer.personId)))
      throw notFound('tài khoản đã nối này');
    await appendEvent(tx, house.now(), {
      subjectKind: 'person',
      subjectId: viewer.personId,
      kind: 'person.sso-unlinked',
      actorId: viewer.personId,
      payload: { provider: provider.label },
    });
    return { ok: true as const };
  });
}
