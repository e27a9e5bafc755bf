import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { findTimeStep } from './totp.ts';
import { findTotp, spendRecoveryCode, spendTimeStep } from './two-step.store.ts';

export const sealOf = (tenantId: string, personId: string): string => `totp:${tenantId}:${personId}`;

/**
 * Is this a code of the person's app, not used before, or one of their recovery codes? It is used up by the asking.
 * `confirmed: false` asks about a seed that is being set up.
 */
export async function passesSecondStep(
  house: House,
  tx: Tx,
  { tenantId, personId }: { tenantId: string; personId: string },
  code: string,
  confirmed = true,
): Promise<boolean> {
  const totp = await findTotp(tx, personId);
  if (!totp || (totp.confirmedAt !== null) !== confirmed) return false;
  const now = house.now();
  const typed = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(typed)) {
    const step = findTimeStep(house.seal.open(totp.secret, sealOf(tenantId, personId)), typed, now);
    return step !== null && spendTimeStep(tx, personId, step);
  }
  if (!confirmed || !(await spendRecoveryCode(tx, personId, hashRecoveryCode(typed), now))) return false;
  await appendEvent(tx, now, {
    subjectKind: 'person',
    subjectId: personId,
    kind: 'person.recovery-code-used',
    actorId: personId,
    payload: {},
  });
  return true;
}
