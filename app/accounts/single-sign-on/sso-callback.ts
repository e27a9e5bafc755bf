import type { FastifyRequest } from 'fastify';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { Problem } from '#app/platform/problem.ts';
import { findPersonByEmail } from '../account.store.ts';
import { insertAttempt } from '../attempt.store.ts';
import { cameFrom } from '../attempt.ts';
import { dropToken, readToken } from '../cookies.ts';
import { hashSecret } from '../credentials.ts';
import { spendEntryLink } from '../entry-link.store.ts';
import { type Entering, passFirstStep } from '../first-step.ts';
import { ownPage } from '../go-on.ts';
import { tellOwner } from '../notice.ts';
import { type Checks, type Claims, finishAt } from './oidc.ts';
import {
  findIdentity,
  findProvider,
  insertIdentity,
  type StoredAttempt,
  type StoredProvider,
  takeSsoAttempt,
} from './sso.store.ts';
import { CALLBACK, type Discovered, sealOfChecks } from './sso-way.ts';

/** What the sign-in page says when the way back leads nowhere. */
export type SsoOutcome = 'failed' | 'unknown' | 'at-rest' | 'linked' | 'taken';

/** Where the provider sends the browser back to: an address for people, so it answers by leading on to a page. */
export function ssoCallback(web: Web, house: House, discovered: Discovered): void {
  web.get(CALLBACK, { schema: { hide: true } }, async (request, reply) => {
    const token = readToken(house, request, 'sso');
    dropToken(house, request, reply, 'sso');
    if (!token) return reply.redirect('/sign-in?sso=failed');
    const at = { house, tenantId: token.tenantId, request, reply };
    return reply.redirect(await comeBack(at, discovered, hashSecret(token.secret)));
  });
}

async function comeBack(at: Entering, discovered: Discovered, tokenHash: Buffer): Promise<string> {
  const { house, tenantId, request } = at;
  const taken = await inTenant(house.db, tenantId, async (tx) => {
    const attempt = await takeSsoAttempt(tx, tokenHash, house.now());
    const provider = attempt && (await findProvider(tx, attempt.providerId));
    return attempt && provider?.enabled ? { attempt, provider } : null;
  });
  if (!taken) return '/sign-in?sso=failed';
  const { attempt, provider } = taken;
  try {
    const opened = house.seal.open(attempt.checks, sealOfChecks(provider.id));
    const returned = new URL(request.url, house.origin);
    const claims = await finishAt(await discovered(provider), returned, JSON.parse(opened) as Checks);
    return await (attempt.linkingPersonId
      ? link(at, request, attempt, provider, claims)
      : enter(at, attempt, provider, claims));
  } catch (error) {
    if (error instanceof Problem && error.code === 'account-at-rest') return '/sign-in?sso=at-rest';
    request.log.warn({ err: error }, 'single sign-on failed');
    return attempt.linkingPersonId ? '/account?sso=failed' : '/sign-in?sso=failed';
  }
}

/** Links for whoever set out, if it is still they who are signed in. */
async function link(
  { house, tenantId }: Entering,
  request: FastifyRequest,
  { linkingPersonId: personId }: StoredAttempt,
  provider: StoredProvider,
  claims: Claims,
): Promise<string> {
  if (!personId || request.viewer?.personId !== personId) return '/sign-in?sso=failed';
  const made = await inTenant(house.db, tenantId, (tx) => linkTo(house, tx, provider, claims, personId));
  return `/account?sso=${made ? 'linked' : 'taken'}`;
}

async function linkTo(
  house: House,
  tx: Tx,
  provider: StoredProvider,
  claims: Claims,
  personId: string,
): Promise<boolean> {
  const now = house.now();
  const shownAs = claims.email ?? claims.name;
  const identity = { providerId: provider.id, subject: claims.subject, personId, shownAs, now };
  if (!(await insertIdentity(tx, identity))) return false;
  await appendEvent(tx, now, {
    subjectKind: 'person',
    subjectId: personId,
    kind: 'person.sso-linked',
    actorId: personId,
    payload: { provider: provider.label },
  });
  await tellOwner(tx, house, personId, 'ssoLinked', null);
  return true;
}

async function enter(
  at: Entering,
  attempt: StoredAttempt,
  provider: StoredProvider,
  claims: Claims,
): Promise<string> {
  const { house, tenantId, request } = at;
  const goOn = ownPage(attempt.returnTo);
  return inTenant(house.db, tenantId, async (tx) => {
    const personId = await findWhoIsMeant(house, tx, attempt, provider, claims);
    const entered = personId && (await passFirstStep(at, tx, personId, 'sso'));
    if (!entered) return '/sign-in?sso=unknown';
    if (!entered.viewer) return `/sign-in/code?returnTo=${encodeURIComponent(goOn)}`;
    const { email } = entered.viewer;
    await insertAttempt(tx, { ...cameFrom(request), email, at: house.now(), succeeded: true, step: 'sso' });
    return goOn;
  });
}

/**
 * The person an account stands for: linked before; or the one invited, who came with the invitation; or, where the
 * administrator allows it for this provider, the one whose e-mail address the provider has verified. Nobody is made.
 */
async function findWhoIsMeant(
  house: House,
  tx: Tx,
  { entryLinkHash }: StoredAttempt,
  provider: StoredProvider,
  claims: Claims,
): Promise<string | undefined> {
  const known = await findIdentity(tx, provider.id, claims.subject);
  if (known) return known.personId;
  const invited = entryLinkHash && (await spendEntryLink(tx, entryLinkHash, house.now()));
  const mayGoByEmail = provider.linksVerifiedEmail && claims.emailVerified && claims.email !== null;
  const meant =
    invited ?? (mayGoByEmail ? (await findPersonByEmail(tx, claims.email!))?.id : undefined) ?? undefined;
  return meant && (await linkTo(house, tx, provider, claims, meant)) ? meant : undefined;
}
