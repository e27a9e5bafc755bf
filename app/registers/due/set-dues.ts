import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { duesOf, type Register, type Row } from '#libraries/register/index.ts';
import { ownSettings } from '../setting.store.ts';
import { insertDues, listDues, updateDue } from './due.store.ts';

export type DueRow = { id: string; agencyId: string; values: Row; state: string | null; stateOn: string };

/**
 * Sets the days of a row's timers after it was written: new ones are noted, those it no longer asks for are done, and
 * those whose field was filled are done today.
 */
export async function setDues(tx: Tx, house: House, register: Register, row: DueRow): Promise<void> {
  if (!register.timers.length) return;
  const [at, today] = [house.now(), officeDay(house.now())];
  const wanted = duesOf(register, row, await officeCalendar(tx), await ownCounts(tx, register.name));
  const held = await listDues(tx, register.name, row.id);
  for (const one of held) {
    const still = wanted.find((due) => due.timer.name === one.timer && due.dueOn === one.dueOn);
    const doneOn = still && !still.isDone ? null : (one.doneOn ?? today);
    if (doneOn !== one.doneOn || one.agencyId !== row.agencyId)
      await updateDue(tx, one.id, { doneOn, agencyId: row.agencyId });
  }
  const fresh = wanted.filter(
    (due) => !held.some((one) => one.timer === due.timer.name && one.dueOn === due.dueOn),
  );
  await insertDues(
    tx,
    fresh.map(({ timer, dueOn, isDone }) => ({
      register: register.name,
      rowId: row.id,
      timer: timer.name,
      dueOn,
      agencyId: row.agencyId,
      doneOn: isDone ? today : null,
      at,
    })),
  );
}

export async function ownCounts(tx: Tx, register: string): Promise<Record<string, number>> {
  return Object.fromEntries([...(await ownSettings(tx, register))].map(([name, { value }]) => [name, value]));
}
