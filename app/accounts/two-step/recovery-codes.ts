import { randomInt } from 'node:crypto';
import { hashSecret } from '../credentials.ts';

export const RECOVERY_CODES = 10;

/** No letter that is taken for a digit. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes to be printed, 79 random bits each: 'k7mq-2hxd-pw9c-tj4n'. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from(
      { length: 16 },
      (_, i) => (i && i % 4 === 0 ? '-' : '') + ALPHABET[randomInt(ALPHABET.length)],
    ).join(''),
  );

/** Read as a person types it: capitals, blanks and hyphens do not matter. */
export const hashRecoveryCode = (typed: string): Buffer =>
  hashSecret(typed.toLowerCase().replace(/[^a-z0-9]/g, ''));
