import type { Filled, Tx } from '#app/platform/database.ts';
import { type Calendar, type HolidayKind, makeCalendar } from '#libraries/calendar/index.ts';
import { type HolidayChange, officeTable, rowsInForce } from './office-table.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    holiday_change: {
      tenant_id: Filled<string>;
      date: string;
      is_left_out: boolean;
      name: string;
      kind: HolidayKind;
      source: string;
      verified: boolean;
      changed_at: Date;
    };
  }
}

export const listHolidayChanges = (tx: Tx): Promise<HolidayChange[]> =>
  tx
    .selectFrom('holiday_change')
    .select(['date', 'is_left_out as isLeftOut', 'name', 'kind', 'source', 'verified'])
    .orderBy('date')
    .execute();

/** The calendar of the province's offices: what every count of working days is made with. */
export const officeCalendar = async (tx: Tx): Promise<Calendar> =>
  makeCalendar(rowsInForce(officeTable(await listHolidayChanges(tx))));

export async function putHolidayChange(tx: Tx, change: HolidayChange, at: Date): Promise<void> {
  const { date, isLeftOut, ...row } = change;
  const values = { ...row, is_left_out: isLeftOut, changed_at: at };
  await tx
    .insertInto('holiday_change')
    .values({ date, ...values })
    .onConflict((clash) => clash.columns(['tenant_id', 'date']).doUpdateSet(values))
    .execute();
}

/** Goes back to the shipped table for one day. */
export async function dropHolidayChange(tx: Tx, date: string): Promise<void> {
  await tx.deleteFrom('holiday_change').where('date', '=', date).execute();
}
