import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { type Call, mount, mountLong, mountOpen, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { hasLeft } from '../absence.store.ts';
import { findPerson } from '../account.store.ts';
import { beginAttempt } from '../attempt.ts';
import { readToken } from '../cookies.ts';
import { hashSecret, verifyPassword } from '../credentials.ts';
import { openSession } from '../first-step.ts';
import { tellOwner } from '../notice.ts';
import { deleteOtherSessions, findTicket, spendTicket } from '../session.store.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { passesSecondStep, sealOf } from './second-step.ts';
import { newTotpSecret, totpAddress } from './totp.ts';
import * as contract from './two-step.contract.ts';
import { mayResetTwoStep, maySeeTwoStep } from './two-step.policy.ts';
import { confirmTotp, deleteTotp, hasTwoSteps, putTotp, replaceRecoveryCodes } from './two-step.store.ts';

export function twoStepRoutes(web: Web, house: House): void {
  mountOpen(web, house, contract.enterCode, (call) => enterCode(house, call));
  mount(web, house, contract.beginTwoStep, async ({ viewer, tx }) => {
    if (await hasTwoSteps(tx, viewer.personId)) throw conflict('Đăng nhập hai bước đang bật rồi.');
    const secret = newTotpSecret();
    const sealed = house.seal.close(secret, sealOf(viewer.tenantId, viewer.personId));
    await putTotp(tx, viewer.personId, sealed, house.now());
    return { secret, address: totpAddress(secret, viewer.email, viewer.tenantName) };
  });
  mountLong(web, house, contract.confirmTwoStep, ({ body, viewer, request }) =>
    withCode(house, viewer, request, body.code, false, async (tx) => {
      await confirmTotp(tx, viewer.personId, house.now());
      const recoveryCodes = await giveRecoveryCodes(tx, viewer.personId);
      await deleteOtherSessions(tx, viewer.personId, request.standing?.sessionId ?? null);
      await tell(house, tx, viewer.personId, 'person.two-step-on', viewer.personId);
      return { recoveryCodes };
    }),
  );
  mountLong(web, house, contract.renewRecoveryCodes, ({ body, viewer, request }) =>
    withCode(house, viewer, request, body.code, true, async (tx) => {
      const recoveryCodes = await giveRecoveryCodes(tx, viewer.personId);
      await tell(house, tx, viewer.personId, 'person.recovery-codes-renewed', viewer.personId);
      return { recoveryCodes };
    }),
  );
  mountLong(web, house, contract.endTwoStep, (call) => end(house, call));
  mount(web, house, contract.readTwoStepOf, async ({ params, viewer, tx }) => {
    requirePolicy(maySeeTwoStep, viewer, undefined);
    if (!(await findPerson(tx, params.personId))) throw notFound('người này');
    const isOn = await hasTwoSteps(tx, params.personId);
    return { isOn, mayReset: isOn && mayResetTwoStep.allows(viewer, params) };
  });
  mount(web, house, contract.resetTwoStep, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayResetTwoStep, viewer, params);
    if (!(await findPerson(tx, params.personId))) throw notFound('người này');
    if (!(await deleteTotp(tx, params.personId))) throw conflict('Người này không bật đăng nhập hai bước.');
    await deleteOtherSessions(tx, params.personId, null);
    await appendEvent(tx, house.now(), {
      subjectKind: 'person',
      subjectId: params.personId,
      kind: 'person.two-step-reset',
      actorId: viewer.personId,
      payload: { reason: body.reason },
    });
    await tellOwner(tx, house, params.personId, 'twoStepReset', viewer.personId);
    return { ok: true as const };
  });
}

async function enterCode(house: House, { body, request, reply }: Call<typeof contract.enterCode>) {
  const token = readToken(house, request, 'step');
  const hash = token && hashSecret(token.secret);
  const ticket =
    token && hash && (await inTenant(house.db, token.tenantId, (tx) => findTicket(tx, hash, house.now())));
  if (!ticket || !token || !hash)
    throw new Problem(410, 'step-expired', 'Đã quá lâu từ bước đầu: hãy đăng nhập lại từ đầu.');
  const attempt = await beginAttempt(house, token.tenantId, ticket.email, 'code', request);
  const entered = await inTenant(house.db, token.tenantId, async (tx) => {
    if (await hasLeft(tx, ticket.personId, officeDay(house.now()))) return null;
    const whose = { tenantId: token.tenantId, personId: ticket.personId };
    if (!(await passesSecondStep(house, tx, whose, body.code))) return null;
    if (!(await spendTicket(tx, hash))) return null;
    return openSession(
      { house, tenantId: token.tenantId, request, reply },
      tx,
      ticket.personId,
      ticket.method,
      true,
    );
  });
  if (!entered?.viewer)
    throw new Problem(
      401,
      'wrong-code',
      'Mã không đúng hoặc đã dùng rồi: chờ ứng dụng hiện mã mới rồi nhập lại.',
    );
  await attempt.succeeded();
  return { viewer: entered.viewer };
}

/** Does something that a fresh code of the signed-in person allows; wrong codes are counted like wrong passwords. */
async function withCode<T>(
  house: House,
  viewer: Viewer,
  request: Call<typeof contract.enterCode>['request'],
  code: string,
  confirmed: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const attempt = await beginAttempt(house, viewer.tenantId, viewer.email, 'code', request);
  const done = await inTenant(house.db, viewer.tenantId, async (tx) =>
    (await passesSecondStep(house, tx, viewer, code, confirmed)) ? { value: await work(tx) } : null,
  );
  if (!done) throw wrongCode();
  await attempt.succeeded();
  return done.value;
}

const wrongCode = () => {
  const message = 'Mã không đúng hoặc đã dùng rồi: chờ ứng dụng hiện mã mới rồi nhập lại.';
  return invalid(message, [{ path: 'code', message }]);
};

async function end(
  house: House,
  { body, viewer, request }: Call<typeof contract.endTwoStep> & { viewer: Viewer },
) {
  const person = await inTenant(house.db, viewer.tenantId, (tx) => findPerson(tx, viewer.personId));
  if (person?.passwordHash) {
    const attempt = await beginAttempt(house, viewer.tenantId, viewer.email, 'password', request);
    if (!(await verifyPassword(body.password, person.passwordHash)))
      throw invalid('Mật khẩu không đúng: hãy nhập lại.', [
        { path: 'password', message: 'Mật khẩu không đúng.' },
      ]);
    await attempt.succeeded();
  }
  return withCode(house, viewer, request, body.code, true, async (tx) => {
    await deleteTotp(tx, viewer.personId);
    await tell(house, tx, viewer.personId, 'person.two-step-off', viewer.personId);
    await tellOwner(tx, house, viewer.personId, 'twoStepOff', viewer.personId);
    return { ok: true as const };
  });
}

async function giveRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, personId, codes.map(hashRecoveryCode));
  return codes;
}

const tell = (house: House, tx: Tx, personId: string, kind: string, actorId: string) =>
  appendEvent(tx, house.now(), { subjectKind: 'person', subjectId: personId, kind, actorId, payload: {} });
