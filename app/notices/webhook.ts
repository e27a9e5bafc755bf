import { createHmac } from 'node:crypto';

/** Pauses before each further attempt, in minutes; after the last a message is given up, visibly. */
const PAUSES = [1, 5, 30, 120, 360, 1440];

export function nextHookAttempt(attempts: number, now: Date): Date | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000);
}

/**
 * Header `x-nhipcau-signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 with the shared secret over `<seconds>.<body>`.
 * A receiver makes it again, compares, and refuses what is older than five minutes.
 */
export const signatureOf = (body: string, secret: string, at: Date): string => {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
};
