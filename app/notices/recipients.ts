import type { Role } from '#app/platform/viewer.ts';
import type { Level, Subject } from './ladder.ts';

/** A role somebody holds on the day; `absentFor`: their substitute receives instead while they are away. */
export type Holder = { personId: string; agencyId: string; role: Role; substituteId: string | null };

/** Who receives a step: by role, a colleague who is away replaced by their substitute, each once. */
export function recipientsOf(
  subject: Pick<Subject, 'actor'>,
  level: Level,
  holders: readonly Holder[],
): string[] {
  const found = atLevel(subject, level, holders);
  return [...new Set(found.map(({ personId, substituteId }) => substituteId ?? personId))];
}

function atLevel({ actor }: Pick<Subject, 'actor'>, level: Level, holders: readonly Holder[]): Holder[] {
  const of = (...roles: Role[]) => holders.filter(({ role }) => roles.includes(role));
  if (level === 'focal-officer' || level === 'leader') return of(level);
  if ('role' in actor) {
    if (level === 'doer') return of(actor.role);
    const agencies = of(actor.role).map(({ agencyId }) => agencyId);
    return of('agency-head').filter(({ agencyId }) => agencies.includes(agencyId));
  }
  const here = holders.filter(({ agencyId }) => agencyId === actor.agencyId);
  const heads = here.filter(({ role }) => role === 'agency-head' || role === 'leader');
  if (level === 'head') return heads;
  const doers = here.filter(({ role }) => ['agency-focal', 'staff', 'focal-officer'].includes(role));
  // An agency that has named nobody yet: its head is told, lest nobody is.
  return doers.length ? doers : heads;
}
