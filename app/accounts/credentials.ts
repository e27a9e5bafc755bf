import { argon2 as argon2Callback, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2 = promisify(argon2Callback);

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** Hashes computed at the same moment: each takes 19 MiB and one of the four threads that files and DNS need too. */
const AT_ONCE = 2;
let computing = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, nonce: Buffer): Promise<Buffer> {
  if (computing >= AT_ONCE) await new Promise<void>((done) => waiting.push(done));
  else computing++;
  try {
    return await argon2('argon2id', { ...COST, message: password.normalize('NFC'), nonce });
  } finally {
    // The turn is handed on, not given back: nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else computing--;
  }
}
const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** argon2id in PHC form, e.g. `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

const unknownSalt = randomBytes(16);

/** Does the password fit? Takes as long when there is no hash to compare with, so that time tells nobody who exists. */
export async function verifyPassword(password: string, phc: string | null): Promise<boolean> {
  const [, , , , salt, hash] = phc?.split('$') ?? [];
  const computed = await derive(password, salt ? Buffer.from(salt, 'base64') : unknownSalt);
  return hash !== undefined && timingSafeEqual(computed, Buffer.from(hash, 'base64'));
}

/** 256 random bits for a cookie or a link; only their hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();
