import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes; only their hash is kept, so that whoever reads the database cannot open a link. */
export function newToken(tenantId: string): { token: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { token: `${tenantId}.${secret}`, hash: hashOf(secret) };
}

/** The province and the hash of the secret in a token; null for what no token looks like. */
export function readToken(token: string): { tenantId: string; hash: Buffer } | null {
  const [, tenantId, secret] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(token) ?? [];
  return tenantId && secret ? { tenantId, hash: hashOf(secret) } : null;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
