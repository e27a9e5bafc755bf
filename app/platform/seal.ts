import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Encrypts small secrets (TOTP seeds, identity numbers) before they reach the database, with a key that never does:
 * who takes the database alone reads nothing. AES-256-GCM; `purpose` is bound in, so that a sealed value moved to
 * another column or row does not open.
 */
export type Seal = {
  close: (plain: string, purpose: string) => Buffer;
  /** @throws Error when the value was altered, moved, or sealed with another key */
  open: (sealed: Buffer, purpose: string) => string;
  /** HMAC-SHA256: who has the database but not the key cannot make it. */
  sign: (content: Buffer, purpose: string) => Buffer;
  isSigned: (content: Buffer, signature: Buffer, purpose: string) => boolean;
};

const NONCE = 12;
const TAG = 16;

/** `key` is any secret text of 32 characters or more. */
export function sealWith(key: string): Seal {
  const secret = createHash('sha256').update(`nhipcau.seal.${key}`).digest();
  const signing = createHash('sha256').update(`nhipcau.sign.${key}`).digest();
  const sign = (content: Buffer, purpose: string) =>
    createHmac('sha256', signing).update(`${purpose}\0`).update(content).digest();
  return {
    sign,
    isSigned(content, signature, purpose) {
      const right = sign(content, purpose);
      return signature.length === right.length && timingSafeEqual(signature, right);
    },
    close(plain, purpose) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open(sealed, purpose) {
      const opener = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, NONCE))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([opener.update(sealed.subarray(NONCE + TAG)), opener.final()]).toString('utf8');
    },
  };
}

/** The key of this installation: NHIPCAU_KEY, or one made at random in the data folder on first start. */
export function readSealKey(dataFolder: string, given: string | undefined): string {
  if (given) return given;
  const file = join(dataFolder, 'seal.key');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
