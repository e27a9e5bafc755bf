import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { assignmentStates } from './assignment.ts';
import { cellSql, officeDayOf } from './four-cells.store.ts';
import { cellOf, countCells, type Measured } from './four-cells.ts';

const today = '2026-11-22';
const measured = (given: Partial<Measured>): Measured => ({
  state: 'in-progress',
  completedOn: null,
  dueOn: '2026-11-22',
  isRequest: false,
  ...given,
});

test.each<[string, Partial<Measured>]>([
  ['open-in-time', { dueOn: '2026-11-22' }],
  ['open-late', { dueOn: '2026-11-21' }],
  ['open-in-time', { dueOn: null }],
  ['done-in-time', { state: 'completed', completedOn: '2026-11-22' }],
  ['done-late', { state: 'completed', completedOn: '2026-11-23' }],
  ['done-in-time', { state: 'completed', completedOn: '2026-11-01', dueOn: null }],
  // Reported on the last day and confirmed a week later: the delay is not the agency's.
  ['done-in-time', { state: 'completed', completedOn: '2026-11-15', dueOn: '2026-11-15' }],
  // Waits for confirmation: open, and its clock stands still.
  ['open-in-time', { state: 'awaiting-confirmation', completedOn: '2026-11-15', dueOn: '2026-11-15' }],
  ['open-late', { state: 'awaiting-confirmation', completedOn: '2026-11-16', dueOn: '2026-11-15' }],
  ['request', { isRequest: true, dueOn: '2020-01-01' }],
  // Waits on somebody else since a day that was in time: its clock stands still there.
  ['open-in-time', { state: 'paused', stoppedOn: '2026-11-20', dueOn: '2026-11-20' }],
  ['open-late', { state: 'paused', stoppedOn: '2026-11-21', dueOn: '2026-11-20' }],
])('%s: %j', (cell, given) => expect(cellOf(measured(given), today)).toBe(cell));

test('every duty falls in one cell', () => {
  const counts = countCells(every(), today);
  expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(every().length);
});

test('an evening in Viet Nam is already tomorrow in London and the other way round', () => {
  expect(officeDay(new Date('2026-11-21T16:59:59Z'))).toBe('2026-11-21');
  expect(officeDay(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22');
});

const every = (): Measured[] =>
  assignmentStates.flatMap((state) =>
    [null, '2026-11-20', '2026-11-22', '2026-11-24'].flatMap((completedOn) =>
      [null, '2026-11-21', '2026-11-22', '2026-11-23'].flatMap((dueOn) =>
        [true, false].flatMap((isRequest) =>
          [null, '2026-11-21', '2026-11-22'].map((stoppedOn) => ({
            state,
            completedOn,
            stoppedOn,
            dueOn,
            isRequest,
          })),
        ),
      ),
    ),
  );

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ example: false });
});
afterAll(() => t.close());

test('SQL says the same as the rule, for every combination', async () => {
  const cell = cellSql(
    {
      state: sql`state`,
      completedOn: sql`"completedOn"`,
      stoppedOn: sql`"stoppedOn"`,
      dueOn: sql`"dueOn"`,
      isRequest: sql`"isRequest"`,
    },
    today,
  );
  const { rows } = await inTenant(t.house.db, t.tenantId, (tx) =>
    sql<Measured & { cell: string }>`
      select *, ${cell} as cell from jsonb_to_recordset(${JSON.stringify(every())}::jsonb)
      as one(state text, "completedOn" date, "stoppedOn" date, "dueOn" date, "isRequest" boolean)`.execute(
      tx,
    ),
  );
  expect(rows).toHaveLength(every().length);
  for (const { cell: said, ...row } of rows)
    expect({ ...row, said }).toEqual({ ...row, said: cellOf(row, today) });
});

test('SQL knows the Vietnamese day', async () => {
  const instants = ['2026-11-21T16:59:59Z', '2026-11-21T17:00:00Z', '2026-12-31T18:00:00Z'];
  const day = (instant: string): RawBuilder<string> => officeDayOf(sql`${instant}::timestamptz`);
  const { rows } = await sql<{
    days: string[];
  }>`select array[${sql.join(instants.map(day))}]::text[] as days`.execute(t.house.db);
  expect(rows[0]!.days).toEqual(instants.map((instant) => officeDay(new Date(instant))));
});
