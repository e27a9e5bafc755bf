import { officeCalendar } from '#app/office-calendar/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { Job } from '#app/platform/jobs.ts';
import { type Definition, listDefinitions } from './definition.store.ts';
import { openPeriodOf } from './opening.ts';
import { hasPeriod } from './period.store.ts';
import { periodsToOpen } from './window.ts';

export type Proposed = { definition: Definition } & ReturnType<typeof periodsToOpen>[number];

/** Periods whose time has come by the calendar of their definitions, and that nobody opened yet. */
export async function listProposedPeriods(tx: Tx, today: string): Promise<Proposed[]> {
  const calendar = await officeCalendar(tx);
  const found: Proposed[] = [];
  for (const definition of await listDefinitions(tx)) {
    if (definition.content.opens === 'by-hand' || definition.content.regime !== 'periodic') continue;
    for (const which of periodsToOpen(calendar, definition.content, today))
      if (!(await hasPeriod(tx, definition.id, which))) found.push({ definition, ...which });
  }
  return found;
}

/** Opens at night what its definition lets the program open by itself; the rest waits for a person. */
export const openPeriodsJob: Job = {
  name: 'reports.open-periods',
  at: '00:20',
  run: async (house, day) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, async (tx) => {
        for (const { definition, ...which } of await listProposedPeriods(tx, day))
          if (definition.content.opens === 'by-itself')
            await openPeriodOf(tx, definition, which, { openedBy: null, at: house.now() });
      });
  },
};
