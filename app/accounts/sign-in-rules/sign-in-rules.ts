import type { Membership, Role } from '#app/platform/viewer.ts';
import given from '#data/sign-in-rules.json' with { type: 'json' };

/** How people of a province sign in; the administrator sets it, the defaults and their sources are data. */
export type SignInRules = {
  /** A session ends after so many minutes without a click. */
  idleMinutes: number;
  /** A session ends after so many hours, whatever is done. */
  absoluteHours: number;
  /** An account that nobody entered for so many days opens by a link of the administrator alone; null: never. */
  idleAccountDays: number | null;
  /** Who holds one of these roles must sign in with two steps. */
  twoStepRoles: Role[];
  /** Days after being asked during which they may still work without; null: they are asked, not forced. */
  twoStepGraceDays: number | null;
};

export const defaultRules = given.defaults as SignInRules;

const DAY = 24 * 3_600_000;

export function isLive(
  session: { createdAt: Date; seenAt: Date },
  now: Date,
  rules: Pick<SignInRules, 'idleMinutes' | 'absoluteHours'>,
): boolean {
  return (
    now.getTime() - session.seenAt.getTime() < rules.idleMinutes * 60_000 &&
    now.getTime() - session.createdAt.getTime() < rules.absoluteHours * 3_600_000
  );
}

/** Has the account come to rest? One that was never entered has not: it has no password either. */
export const isAtRest = (lastEnteredAt: Date | null, now: Date, rules: SignInRules): boolean =>
  rules.idleAccountDays !== null &&
  lastEnteredAt !== null &&
  now.getTime() - lastEnteredAt.getTime() > rules.idleAccountDays * DAY;

/** Roles of one's own count, not those of a colleague who is away. */
export const wantsTwoSteps = (memberships: readonly Membership[], rules: SignInRules): boolean =>
  memberships.some((m) => !m.onBehalfOf && rules.twoStepRoles.includes(m.role));

/** Are the days of grace over, for somebody who was asked and has not done it? */
export const isGraceOver = (askedAt: Date | null, now: Date, rules: SignInRules): boolean =>
  rules.twoStepGraceDays !== null &&
  askedAt !== null &&
  now.getTime() - askedAt.getTime() >= rules.twoStepGraceDays * DAY;
