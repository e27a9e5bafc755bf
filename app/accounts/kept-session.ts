import { type Database, reading, timesWritten } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { type FoundSession, findSession } from './session.store.ts';

type Kept = { session: FoundSession; day: string; writes: number; until: number };

/** Milliseconds; what another program has ended in the same database is served for so long at most. */
const LIFE = 1000;
const MOST = 5000;

const keptOf = new WeakMap<Database, Map<string, Kept>>();

/**
 * The session of a token. A page asks several things at once, each of them who is asking: within a second the answer
 * to the first serves the others, unless this program has written anything in the province in between. So whoever is
 * signed out, moved or locked here is refused at their very next request.
 */
export async function sessionOf(
  { db }: House,
  tenantId: string,
  tokenHash: Buffer,
  day: string,
): Promise<FoundSession | undefined> {
  const sessions = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, sessions);
  const key = tenantId + tokenHash.toString('base64');
  const writes = timesWritten(db, tenantId);
  const kept = sessions.get(key);
  if (kept && kept.day === day && kept.writes === writes && performance.now() < kept.until)
    return kept.session;
  const session = await findSession(reading(db, tenantId), tokenHash, day);
  if (!session) return undefined;
  if (sessions.size >= MOST) sessions.clear();
  sessions.set(key, { session, day, writes, until: performance.now() + LIFE });
  return session;
}
