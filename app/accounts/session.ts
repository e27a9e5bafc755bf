/** `seen_at` is written at most this often: a click must not cost a write. */
export const TOUCH_EVERY = 60_000;
/** How long a one-time link may wait. */
export const LINK_LIFE = 72 * 3_600_000;
/** How long one may take between the first step and the second. */
export const TICKET_LIFE = 10 * 60_000;
/** For so long after entering by a link a forgotten password is replaced without knowing it. */
export const FRESH_LINK = 60 * 60_000;

/** Failed sign-ins allowed in the window, per account and per address; passwords and codes together. */
export const ATTEMPT_WINDOW = 15 * 60_000;
export const ATTEMPTS = { account: 10, address: 50 };

/** How the first step was passed. */
export type Method = 'password' | 'link' | 'sso';

/** A cookie or link names its province before its secret, so that it is looked up within that province alone. */
export function parseToken(token: string | undefined): { tenantId: string; secret: string } | null {
  const found = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token ?? '');
  return found ? { tenantId: found[1]!, secret: found[2]! } : null;
}
