import type { FastifyRequest } from 'fastify';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { membershipOf } from './absence.store.ts';
import { readToken } from './cookies.ts';
import { hashSecret } from './credentials.ts';
import { sessionOf } from './kept-session.ts';
import { type FoundSession, touchSession } from './session.store.ts';
import { FRESH_LINK, type Method, TOUCH_EVERY } from './session.ts';
import { defaultRules, isGraceOver, isLive, wantsTwoSteps } from './sign-in-rules/sign-in-rules.ts';

declare module 'fastify' {
  interface FastifyRequest {
    standing: Standing | null;
  }
}

/** What the session of a request says beyond who is looking. */
export type Standing = {
  sessionId: string;
  method: Method;
  hasPassword: boolean;
  /** False for an hour after entering by a link, until a new one is set: a forgotten password cannot be asked for. */
  asksPassword: boolean;
  hasTwoSteps: boolean;
  /** A role asks for two steps, and they are not on. */
  wantsTwoSteps: boolean;
  /** The days of grace are over: nothing but switching them on is left to do. */
  mustEnrol: boolean;
};

/** Finds out who asks. Nothing else is read or believed of a request before this. */
export async function findStanding(
  house: House,
  request: FastifyRequest,
): Promise<{ viewer: Viewer; standing: Standing } | null> {
  const token = readToken(house, request, 'session');
  if (!token) return null;
  const now = house.now();
  const hash = hashSecret(token.secret);
  const session = await sessionOf(house, token.tenantId, hash, officeDay(now));
  if (!session || !isLive(session, now, session.rules ?? defaultRules)) return null;
  const found = readStanding(token.tenantId, session, now);
  if (found && now.getTime() - session.seenAt.getTime() > TOUCH_EVERY)
    await inTenant(house.db, token.tenantId, (tx) => touchSession(tx, hash, now));
  return found;
}

/** A session's owner as of now; null when they have left. */
export function readStanding(
  tenantId: string,
  session: FoundSession,
  now: Date,
): { viewer: Viewer; standing: Standing } | null {
  const today = officeDay(now);
  if (session.erasedAt || (session.endedOn && session.endedOn < today)) return null;
  const { personId, name, email, tenantName, method, hasPassword, hasTwoSteps, sessionId } = session;
  const memberships = session.roles.map(membershipOf);
  const rules = session.rules ?? defaultRules;
  const isWanted = !hasTwoSteps && wantsTwoSteps(memberships, rules);
  return {
    viewer: { tenantId, tenantName, personId, name, email, memberships },
    standing: {
      sessionId,
      method,
      hasPassword,
      asksPassword: hasPassword && !mayForget(session, now),
      hasTwoSteps,
      wantsTwoSteps: isWanted,
      mustEnrol: isWanted && isGraceOver(session.askedAt, now, rules),
    },
  };
}

const mayForget = ({ method, createdAt, passwordSetAt }: FoundSession, now: Date): boolean =>
  method === 'link' &&
  now.getTime() - createdAt.getTime() < FRESH_LINK &&
  (passwordSetAt === null || passwordSetAt < createdAt);

/** Once the days of grace are over, one's own account is all that opens. @throws Problem 403 */
export function requireTwoSteps(request: FastifyRequest, standing: Standing): void {
  const path = request.url.split('?')[0]!;
  if (!standing.mustEnrol || /^\/api\/(me|sign-in|sign-out|enter)(\/|$)/.test(path)) return;
  throw new Problem(
    403,
    'two-step-needed',
    'Vai trò của bạn phải đăng nhập hai bước: hãy bật ở trang Tài khoản của tôi rồi làm tiếp.',
  );
}

/** The answer to "who am I". */
export const present = ({ viewer, standing }: { viewer: Viewer; standing: Standing }) => ({
  personId: viewer.personId,
  name: viewer.name,
  email: viewer.email,
  tenantName: viewer.tenantName,
  hasPassword: standing.hasPassword,
  asksPassword: standing.asksPassword,
  twoStep: { isOn: standing.hasTwoSteps, isWanted: standing.wantsTwoSteps, isForced: standing.mustEnrol },
  memberships: viewer.memberships,
});
