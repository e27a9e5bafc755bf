import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { duesOf, type Register, type Row } from '#libraries/register/index.ts';
import { ownSettings } from '../setting.store.ts';
import { insertDues, listDues, type NewDue, updateDues } from './due.store.ts';

export type DueRow = { id: string; agencyId: string; values: Row; state: string | null; stateOn: string };

/**
 * Sets the days of the timers of rows after they were written: new ones are noted, those that a row no longer asks for
 * are done, and those whose field was filled are done today.
 */
export async function setDues(
  tx: Tx,
  house: House,
  register: Register,
  rows: readonly DueRow[],
): Promise<void> {
  if (!register.timers.length || !rows.length) return;
  const [at, today] = [house.now(), officeDay(house.now())];
  const [calendar, counts] = [await officeCalendar(tx), await ownCounts(tx, register.name)];
  const ids = rows.map(({ id }) => id);
  const heldBy = Map.groupBy(await listDues(tx, register.name, ids), ({ rowId }) => rowId);
  const [changed, fresh]: [Parameters<typeof updateDues>[1][number][], NewDue[]] = [[], []];
  for (const row of rows) {
    const { id: rowId, agencyId } = row;
    const wanted = duesOf(register, row, calendar, counts);
    const held = heldBy.get(rowId) ?? [];
    for (const one of held) {
      const still = wanted.find((due) => due.timer.name === one.timer && due.dueOn === one.dueOn);
      const doneOn = still && !still.isDone ? null : (one.doneOn ?? today);
      if (doneOn !== one.doneOn || one.agencyId !== agencyId) changed.push({ id: one.id, agencyId, doneOn });
    }
    for (const { timer, dueOn, isDone } of wanted)
      if (!held.some((one) => one.timer === timer.name && one.dueOn === dueOn))
        fresh.push({
          ...{ register: register.name, rowId, timer: timer.name, dueOn, agencyId, at },
          doneOn: isDone ? today : null,
        });
  }
  await updateDues(tx, changed);
  await insertDues(tx, fresh);
}

export async function ownCounts(tx: Tx, register: string): Promise<Record<string, number>> {
  return Object.fromEntries([...(await ownSettings(tx, register))].map(([name, { value }]) => [name, value]));
}
