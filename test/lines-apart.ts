import { sql } from 'kysely';
import { inTenant } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import type { TestHouse } from './house.ts';

/** Where the lines and counts kept for lists of duties differ from the rows they are made of; nothing is right. */
export async function linesApart(
  { house, tenantId }: Pick<TestHouse, 'house' | 'tenantId'>,
  today = officeDay(house.now()),
): Promise<unknown[]> {
  const columns = sql.raw(
    `tenant_id, id, whose, duty_id, first_agency_id, role, leads, is_shown, published_at, document_id, position, state, is_request, due_on, late_after::text, waits`,
  );
  // Counts of days that have passed are kept as one.
  const lateAfter = sql`case when late_after < ${today}::date then '-infinity' else late_after::text end`;
  const { rows } = await inTenant(house.db, tenantId, (tx) =>
    sql<{ apart: unknown }>`
      select to_jsonb(x) as apart from (
        (select 'missing' as what, ${columns} from duty_line_source except select 'missing', ${columns} from duty_line)
        union all (select 'too much', ${columns} from duty_line except select 'too much', ${columns} from duty_line_source)) x
      union all
      select to_jsonb(y) from (
        select coalesce(kept.state, counted.state) as state, kept.many as kept, counted.many as counted
        from (select whose, state, is_request, is_dated, ${lateAfter} as late_after, sum(many) as many from duty_tally
          group by 1, 2, 3, 4, 5 having sum(many) <> 0) kept
        full join (select whose, state, is_request, due_on is not null as is_dated, ${lateAfter} as late_after, count(*) as many
          from duty_line_source where is_shown group by 1, 2, 3, 4, 5) counted
          using (whose, state, is_request, is_dated, late_after)
        where kept.many is distinct from counted.many) y`.execute(tx),
  );
  return rows.map(({ apart }) => apart);
}
