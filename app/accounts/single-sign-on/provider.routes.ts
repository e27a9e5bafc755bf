import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { type Call, mount, mountLong, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { maySetSignInRules } from '../sign-in-rules/sign-in-rules.policy.ts';
import { isAllowedIssuer } from './issuer.ts';
import { discover } from './oidc.ts';
import * as contract from './sso.contract.ts';
import { deleteProvider, findProvider, listProviders, saveProvider } from './sso.store.ts';
import { CALLBACK, sealOfSecret } from './sso-way.ts';

/** The administrator's side: which providers the province trusts. */
export function providerRoutes(web: Web, house: House): void {
  mount(web, house, contract.listSsoProviders, async ({ viewer, tx }) => {
    requirePolicy(maySetSignInRules, viewer, undefined);
    const providers = (await listProviders(tx)).map(({ clientSecret, changedAt, ...shown }) => shown);
    return { providers, redirectUri: house.origin + CALLBACK };
  });
  mountLong(web, house, contract.saveSsoProvider, (call) => save(house, call));
  mount(web, house, contract.removeSsoProvider, async ({ params, viewer, tx }) => {
    requirePolicy(maySetSignInRules, viewer, undefined);
    const provider = await findProvider(tx, params.id);
    if (!provider) throw notFound('nơi đăng nhập này');
    await deleteProvider(tx, params.id);
    await tell(house, tx, viewer, 'sign-in-rules.provider-removed', provider.label);
    return { ok: true as const };
  });
}

async function save(
  house: House,
  { params, body, viewer }: Call<typeof contract.saveSsoProvider> & { viewer: Viewer },
) {
  requirePolicy(maySetSignInRules, viewer, undefined);
  const { id } = params;
  const issuerFault = (message: string) => invalid(message, [{ path: 'issuer', message }]);
  if (!isAllowedIssuer(body.issuer))
    throw issuerFault('Địa chỉ nơi xác thực phải bắt đầu bằng https:// và không có dấu ? hay #.');
  const kept = await inTenant(house.db, viewer.tenantId, (tx) => findProvider(tx, id));
  const clientSecret = body.clientSecret || (kept && house.seal.open(kept.clientSecret, sealOfSecret(id)));
  if (!clientSecret) {
    const message = 'Hãy nhập mật khẩu của ứng dụng do nơi xác thực cấp.';
    throw invalid(message, [{ path: 'clientSecret', message }]);
  }
  // Asked before it is saved: a wrong address is found here, not by the first person who presses the button.
  if (body.enabled)
    await discover({ issuer: body.issuer, clientId: body.clientId, clientSecret }).catch(() => {
      throw issuerFault('Không đọc được mô tả của nơi xác thực ở địa chỉ này: kiểm tra địa chỉ và mạng.');
    });
  const { clientSecret: _, ...settings } = body;
  await inTenant(house.db, viewer.tenantId, async (tx) => {
    const sealed = house.seal.close(clientSecret, sealOfSecret(id));
    await saveProvider(tx, { ...settings, id, clientSecret: sealed, changedAt: house.now() });
    await tell(house, tx, viewer, 'sign-in-rules.provider-saved', body.label);
  });
  return { ok: true as const };
}

const tell = (house: House, tx: Tx, viewer: Viewer, kind: string, label: string) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'sign-in-rules',
    subjectId: viewer.tenantId,
    kind,
    actorId: viewer.personId,
    payload: { label },
  });
