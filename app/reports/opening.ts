import { matchingOn } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { insertAgencyReports } from './agency-report.store.ts';
import { boundOn } from './bound.ts';
import type { Definition } from './definition.store.ts';
import { insertPeriod, type PeriodKindAsked } from './period.store.ts';
import { listBoundAgencies } from './plan.store.ts';
import type { DefinitionContent } from './report.ts';
import { lockDay, type PeriodWindow } from './window.ts';

/** Who has to report under a definition on a day. */
export async function listBound(
  tx: Tx,
  { documentId, bound }: { documentId: string | null; bound: DefinitionContent['bound'] },
  day: string,
): Promise<{ id: string; name: string }[]> {
  const inPlan = bound.plan && documentId ? await listBoundAgencies(tx, documentId) : [];
  const { agencies, groups } = await matchingOn(tx, day);
  return boundOn(bound, { agencies, groups, inPlan });
}

export type Opened = { id: string; expected: number } | 'nobody' | 'open-already';

/** Opens a period for everyone bound on that day. `openedBy` null: the program by itself. */
export async function openPeriodOf(
  tx: Tx,
  definition: Definition,
  which: { kind: PeriodKindAsked; year: number; index: number } & PeriodWindow,
  { openedBy, at }: { openedBy: string | null; at: Date },
): Promise<Opened> {
  const { documentId, content } = definition;
  const agencies = await listBound(tx, { documentId, bound: content.bound }, officeDay(at));
  if (!agencies.length) return 'nobody';
  const id = await insertPeriod(tx, {
    ...which,
    definitionId: definition.id,
    definitionVersion: definition.version,
    locksOn: lockDay(await officeCalendar(tx), definition.content, which.dueOn),
    openedBy,
    at,
  });
  if (!id) return 'open-already';
  await insertAgencyReports(tx, id, agencies);
  const { name, from, to, dueOn } = which;
  await appendEvent(tx, at, {
    subjectKind: 'report-period',
    subjectId: id,
    kind: 'report-period.opened',
    actorId: openedBy,
    payload: { name, from, to, dueOn, expected: agencies.length },
  });
  return { id, expected: agencies.length };
}
