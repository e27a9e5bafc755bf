import type { FastifyReply, FastifyRequest } from 'fastify';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { Problem } from '#app/platform/problem.ts';
import { hasLeft } from './absence.store.ts';
import { findPerson, noteTwoStepAsked } from './account.store.ts';
import { cameFrom } from './attempt.ts';
import { dropToken, putToken } from './cookies.ts';
import { hashSecret, newSecret } from './credentials.ts';
import { findSession, insertSession, insertTicket } from './session.store.ts';
import { type Method, TICKET_LIFE } from './session.ts';
import { getRules } from './sign-in-rules/sign-in-rules.store.ts';
import { isAtRest } from './sign-in-rules/sign-in-rules.ts';
import { present, readStanding } from './standing.ts';
import { hasTwoSteps } from './two-step/two-step.store.ts';

export type Entering = {
  house: House;
  tenantId: string;
  request: FastifyRequest;
  reply: FastifyReply;
};

/** The viewer who came in; null: a code of the second step is wanted first, and there is no session yet. */
export type Entered = { viewer: ReturnType<typeof present> | null };

/**
 * Goes on after a password, a link or a provider said who this is. Whichever it was, a person with two steps is
 * asked for their code. Returns undefined for somebody who has left: they are answered like a stranger.
 * @throws Problem 403 when the account came to rest and no link of the administrator opened it
 */
export async function passFirstStep(
  at: Entering,
  tx: Tx,
  personId: string,
  method: Method,
): Promise<Entered | undefined> {
  const { house, tenantId, request, reply } = at;
  const now = house.now();
  if (await hasLeft(tx, personId, officeDay(now))) return undefined;
  if (method !== 'link') await refuseAtRest(tx, personId, now);
  if (!(await hasTwoSteps(tx, personId))) return openSession(at, tx, personId, method, false);
  const secret = newSecret();
  await insertTicket(tx, {
    tokenHash: hashSecret(secret),
    personId,
    method,
    expiresAt: new Date(now.getTime() + TICKET_LIFE),
  });
  putToken(house, request, reply, 'step', { tenantId, secret, life: TICKET_LIFE });
  return { viewer: null };
}

async function refuseAtRest(tx: Tx, personId: string, now: Date): Promise<void> {
  const [person, rules] = [await findPerson(tx, personId), await getRules(tx)];
  if (person && isAtRest(person.lastEnteredAt, now, rules))
    throw new Problem(
      403,
      'account-at-rest',
      `Tài khoản đã khóa vì không dùng quá ${rules.idleAccountDays} ngày: xin quản trị một liên kết đăng nhập để mở lại.`,
    );
}

const kinds: Record<Method, string> = {
  password: 'person.signed-in',
  link: 'person.entered-by-link',
  sso: 'person.signed-in-by-sso',
};

/** Opens a session: row, cookie, event. */
export async function openSession(
  { house, tenantId, request, reply }: Entering,
  tx: Tx,
  personId: string,
  method: Method,
  twoSteps: boolean,
): Promise<Entered> {
  const secret = newSecret();
  const tokenHash = hashSecret(secret);
  const now = house.now();
  const rules = await getRules(tx);
  await insertSession(tx, { tokenHash, personId, now, method, ...cameFrom(request) });
  await appendEvent(tx, now, {
    subjectKind: 'person',
    subjectId: personId,
    kind: kinds[method],
    actorId: personId,
    payload: twoSteps ? { twoSteps } : {},
  });
  putToken(house, request, reply, 'session', { tenantId, secret, life: rules.absoluteHours * 3_600_000 });
  dropToken(house, request, reply, 'step');
  const session = await findSession(tx, tokenHash, officeDay(now));
  const found = session && readStanding(tenantId, session, now);
  if (!found) throw new Error('a session just opened has no owner');
  if (found.standing.wantsTwoSteps) await noteTwoStepAsked(tx, personId, now);
  return { viewer: present(found) };
}
