import type { FastifyRequest } from 'fastify';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { Problem } from '#app/platform/problem.ts';
import { countFailures, deleteAttempt, insertAttempt, markSucceeded, type Step } from './attempt.store.ts';
import { ATTEMPT_WINDOW, ATTEMPTS } from './session.ts';

/** What is kept of where a sign-in came from. */
export const cameFrom = (request: FastifyRequest) => ({
  address: request.ip,
  device: (request.headers['user-agent'] ?? '').slice(0, 300),
});

/**
 * Counts an attempt as failed before it is tried, so that a hundred at the same moment are not a hundred guesses.
 * Returns how to say that it succeeded.
 * @throws Problem 429 when the account or the address has failed too often; that attempt is not even tried
 */
export async function beginAttempt(
  house: House,
  tenantId: string,
  email: string,
  step: Step,
  request: FastifyRequest,
): Promise<{ succeeded: () => Promise<void> }> {
  const at = house.now();
  const from = cameFrom(request);
  const id = await inTenant(house.db, tenantId, (tx) =>
    insertAttempt(tx, { ...from, email, step, at, succeeded: false }),
  );
  const failures = await inTenant(house.db, tenantId, (tx) =>
    countFailures(tx, email, from.address, new Date(at.getTime() - ATTEMPT_WINDOW)),
  );
  if (failures.account > ATTEMPTS.account || failures.address > ATTEMPTS.address) {
    // Not tried, not counted: otherwise who keeps knocking would keep the owner out for ever.
    await inTenant(house.db, tenantId, (tx) => deleteAttempt(tx, id));
    throw new Problem(
      429,
      'too-many-attempts',
      'Đã thử đăng nhập sai quá nhiều lần: hãy chờ 15 phút rồi thử lại.',
    );
  }
  return { succeeded: () => inTenant(house.db, tenantId, (tx) => markSucceeded(tx, id)) };
}
