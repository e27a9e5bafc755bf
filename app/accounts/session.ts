/** How long a session lives, in milliseconds. */
export const IDLE_LIMIT = 8 * 3_600_000;
export const ABSOLUTE_LIMIT = 7 * 24 * 3_600_000;
/** `seen_at` is written at most this often: a click must not cost a write. */
export const TOUCH_EVERY = 60_000;
/** How long a one-time link may wait. */
export const LINK_LIFE = 72 * 3_600_000;

/** Failed sign-ins allowed in the window, per account and per address. */
export const ATTEMPT_WINDOW = 15 * 60_000;
export const ATTEMPTS = { account: 10, address: 50 };

export function isLive(session: { createdAt: Date; seenAt: Date }, now: Date): boolean {
  return (
    now.getTime() - session.seenAt.getTime() < IDLE_LIMIT &&
    now.getTime() - session.createdAt.getTime() < ABSOLUTE_LIMIT
  );
}

/** A cookie or link names its province before its secret, so that it is looked up within that province alone. */
export function parseToken(token: string | undefined): { tenantId: string; secret: string } | null {
  const found = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token ?? '');
  return found ? { tenantId: found[1]!, secret: found[2]! } : null;
}
