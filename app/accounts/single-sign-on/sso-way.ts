import type { Configuration } from 'openid-client';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { notFound, Problem } from '#app/platform/problem.ts';
import { putToken } from '../cookies.ts';
import { hashSecret, newSecret } from '../credentials.ts';
import type { Entering } from '../first-step.ts';
import { TICKET_LIFE } from '../session.ts';
import { beginAt, discover } from './oidc.ts';
import { findProvider, insertSsoAttempt, type StoredAttempt, type StoredProvider } from './sso.store.ts';

export const CALLBACK = '/api/sign-in/sso/callback';

export const sealOfSecret = (providerId: string): string => `sso-provider:${providerId}`;
export const sealOfChecks = (providerId: string): string => `sso-attempt:${providerId}`;

const KEPT = 3_600_000;

export type Discovered = (provider: StoredProvider) => Promise<Configuration>;

/** A provider is asked to describe itself once an hour, and at once after its settings change. */
export function rememberDiscovery(house: House): Discovered {
  const known = new Map<string, { at: number; version: number; config: Configuration }>();
  return async (provider) => {
    const [now, version] = [house.now().getTime(), provider.changedAt.getTime()];
    const kept = known.get(provider.id);
    if (kept && kept.version === version && now - kept.at < KEPT) return kept.config;
    const { issuer, clientId, clientSecret, id } = provider;
    const config = await discover({
      issuer,
      clientId,
      clientSecret: house.seal.open(clientSecret, sealOfSecret(id)),
    });
    known.set(id, { at: now, version, config });
    return config;
  };
}

/** Sends a browser on its way to a provider; what must fit on return is kept sealed, bound by a cookie. */
export async function setOut(
  { house, tenantId, request, reply }: Entering,
  discovered: Discovered,
  providerId: string,
  why: Pick<StoredAttempt, 'linkingPersonId' | 'entryLinkHash' | 'returnTo'>,
): Promise<{ address: string }> {
  const provider = await inTenant(house.db, tenantId, (tx) => findProvider(tx, providerId));
  if (!provider?.enabled) throw notFound('nơi đăng nhập này');
  const config = await discovered(provider).catch((error) => {
    request.log.warn({ err: error }, 'the single sign-on provider does not answer');
    throw new Problem(
      502,
      'provider-silent',
      `${provider.label} không trả lời: hãy thử lại sau, hoặc đăng nhập bằng mật khẩu.`,
    );
  });
  const { address, checks } = await beginAt(config, house.origin + CALLBACK);
  const secret = newSecret();
  const expiresAt = new Date(house.now().getTime() + TICKET_LIFE);
  const sealed = house.seal.close(JSON.stringify(checks), sealOfChecks(providerId));
  await inTenant(house.db, tenantId, (tx) =>
    insertSsoAttempt(tx, { ...why, providerId, checks: sealed, tokenHash: hashSecret(secret), expiresAt }),
  );
  putToken(house, request, reply, 'sso', { tenantId, secret, life: TICKET_LIFE });
  return { address };
}
