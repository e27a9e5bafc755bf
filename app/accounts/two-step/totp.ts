import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP = 30;

/** A new seed, 160 random bits in base32, as an authenticator app wants it. */
export const newTotpSecret = (): string => generateSecret();

/** What the QR picture says; `tenantName` tells two provinces apart in the app. */
export const totpAddress = (secret: string, email: string, tenantName: string): string =>
  generateURI({ issuer: `Nhịp Cầu ${tenantName}`, label: email, secret });

/**
 * The time step whose code this is, one step of drift allowed either way (RFC 6238, 5.2); null when it fits none.
 * Whether that step was used before is for the caller to ask.
 */
export function findTimeStep(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP });
  return result.valid ? Math.floor(epoch / STEP) + result.delta : null;
}
