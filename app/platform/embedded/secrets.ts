import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords of the embedded database; made at random on first start, never shown, readable by the operator alone. */
export type Secrets = { superuser: string; owner: string };

export function readSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'database-secrets.json');
  if (!existsSync(file)) {
    const made: Secrets = {
      superuser: randomBytes(24).toString('hex'),
      owner: randomBytes(24).toString('hex'),
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
