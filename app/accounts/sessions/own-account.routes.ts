import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { notFound } from '#app/platform/problem.ts';
import { listAttempts } from '../attempt.store.ts';
import { deleteOtherSessions, deleteSessionOf, listSessions } from '../session.store.ts';
import { getRules } from '../sign-in-rules/sign-in-rules.store.ts';
import { isLive } from '../sign-in-rules/sign-in-rules.ts';
import { countRecoveryCodes, findTotp } from '../two-step/two-step.store.ts';
import { describeDevice } from './device.ts';
import * as contract from './own-account.contract.ts';

export function ownAccountRoutes(web: Web, house: House): void {
  mount(web, house, contract.readOwnAccount, (call) => readOwnAccount(house, call));
  mount(web, house, contract.endSession, async ({ params, viewer, tx }) => {
    if (!(await deleteSessionOf(tx, viewer.personId, params.id))) throw notFound('phiên đăng nhập này');
    await tell(house, tx, viewer.personId, { ended: 1 });
    return { ok: true as const };
  });
  mount(web, house, contract.endOtherSessions, async ({ viewer, tx, request }) => {
    const ended = await deleteOtherSessions(tx, viewer.personId, request.standing?.sessionId ?? null);
    if (ended) await tell(house, tx, viewer.personId, { ended });
    return { ended };
  });
}

const tell = (house: House, tx: Tx, personId: string, payload: { ended: number }) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'person',
    subjectId: personId,
    kind: 'person.sessions-ended',
    actorId: personId,
    payload,
  });

async function readOwnAccount(
  house: House,
  { viewer, tx, request }: SignedCall<typeof contract.readOwnAccount>,
) {
  const rules = await getRules(tx);
  const totp = await findTotp(tx, viewer.personId);
  const sessions = await listSessions(tx, viewer.personId);
  const attempts = await listAttempts(tx, viewer.email, 15);
  return {
    twoStep: {
      isOn: totp?.confirmedAt != null,
      since: totp?.confirmedAt?.toISOString() ?? null,
      codesLeft: await countRecoveryCodes(tx, viewer.personId),
    },
    sessions: sessions
      .filter((one) => isLive(one, house.now(), rules))
      .map((one) => ({
        ...one,
        isThis: one.id === request.standing?.sessionId,
        device: describeDevice(one.device),
        createdAt: one.createdAt.toISOString(),
        seenAt: one.seenAt.toISOString(),
      })),
    attempts: attempts.map((one) => ({
      ...one,
      at: one.at.toISOString(),
      device: describeDevice(one.device),
    })),
    rules: { idleMinutes: rules.idleMinutes, absoluteHours: rules.absoluteHours },
  };
}
