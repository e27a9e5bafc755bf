import type { Role } from '#app/platform/viewer.ts';

/** A role on paper: both days counted, no last day while it runs. */
export type DatedRole = { id: string; agencyId: string; role: Role; from: string; to: string | null };

export type RoleState = 'past' | 'now' | 'future';

export function roleState(held: { from: string; to: string | null }, today: string): RoleState {
  if (held.to !== null && held.to < today) return 'past';
  return held.from > today ? 'future' : 'now';
}

/** The role a new one would overlap: the same role in the same agency on a day in common. */
export function overlapping(
  roles: readonly DatedRole[],
  wanted: { agencyId: string; role: Role; from: string; to: string | null },
): DatedRole | undefined {
  return roles.find(
    (held) =>
      held.agencyId === wanted.agencyId &&
      held.role === wanted.role &&
      (held.to === null || held.to >= wanted.from) &&
      (wanted.to === null || wanted.to >= held.from),
  );
}

/** Days without a sign-in after which an account counts as idle (data/personal-data.json says the source). */
export function isIdle(lastSeen: Date | null, now: Date, days: number): boolean {
  return lastSeen === null || now.getTime() - lastSeen.getTime() > days * 86_400_000;
}

/** Two absences of one person in one agency may not share a day. */
export const daysMeet = (one: { from: string; to: string }, other: { from: string; to: string }): boolean =>
  one.from <= other.to && other.from <= one.to;
