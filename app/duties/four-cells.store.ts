import { type RawBuilder, sql } from 'kysely';
import type { Cell } from './four-cells.ts';

/**
 * `cellOf` in SQL over its columns, for counting in the database.
 * `completedOn` is a date in Viet Nam: make it of a timestamptz with `officeDayOf`.
 */
export const cellSql = (
  columns: {
    state: RawBuilder<unknown>;
    completedOn: RawBuilder<unknown>;
    stoppedOn: RawBuilder<unknown>;
    dueOn: RawBuilder<unknown>;
    isRequest: RawBuilder<unknown>;
  },
  today: string,
): RawBuilder<Cell> => {
  const late = sql`coalesce(${columns.completedOn}, ${columns.stoppedOn}, ${today}::date) > ${columns.dueOn}`;
  return sql<Cell>`case
    when ${columns.isRequest} then 'request'
    when ${columns.state} = 'completed' then case when ${late} then 'done-late' else 'done-in-time' end
    when ${late} then 'open-late'
    else 'open-in-time' end`;
};

/** The Vietnamese day of an instant; the same rule as `officeDay`. */
export const officeDayOf = (instant: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`;
