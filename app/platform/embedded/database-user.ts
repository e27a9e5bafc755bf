import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root; this is the unprivileged user it runs as then. */
export type DatabaseUser = { uid: number; gid: number };

const HOME = '/var/lib/nhipcau';

/** The user to run the database as: itself for a normal user, `postgres` or else `nobody` for root. */
export function databaseUser(): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => [line.split(':')[0], line.split(':')]),
  );
  const found = users.get('postgres') ?? users.get('nobody');
  if (!found) throw new Error('running as root needs a user `postgres` or `nobody` in /etc/passwd');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/**
 * Where the database's own files live. Below the data folder, unless we are root and the database user cannot
 * walk into it (a checkout in /root, a 0700 temporary folder): then below /var/lib/nhipcau.
 */
export function databaseFolder(dataFolder: string, user: DatabaseUser | null): string {
  if (!user || isReachable(dataFolder, user)) return join(dataFolder, 'postgres');
  return join(HOME, createHash('sha256').update(dataFolder).digest('hex').slice(0, 12), 'postgres');
}

/** The folder of PostgreSQL's programs, copied once to where the database user can reach it, if need be. */
export function programFolder(installed: string, user: DatabaseUser | null, version: string): string {
  if (!user || isReachable(installed, user)) return installed;
  const copy = join(HOME, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(installed, fresh, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(fresh, copy);
    } catch {
      rmSync(fresh, { recursive: true }); // another start was quicker
    }
  }
  return copy;
}

/** May `user` enter `path`? Every folder above it must let others, its group or its owner pass. */
function isReachable(path: string, user: DatabaseUser): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (at === dirname(at)) return true;
  }
}
