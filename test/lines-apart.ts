import { sql } from 'kysely';
import { inTenant } from '#app/platform/database.ts';
import type { TestHouse } from './house.ts';

/** Where the lines and counts kept for lists of duties differ from the rows they are made of; nothing is right. */
export async function linesApart({
  house,
  tenantId,
}: Pick<TestHouse, 'house' | 'tenantId'>): Promise<unknown[]> {
  const columns = sql.raw(
    `tenant_id, id, whose, duty_id, first_agency_id, role, leads, is_shown, published_at, document_id, position, state, is_request, due_on, late_after::text, waits`,
  );
  const kinds = sql.raw(`state, is_request, due_on is not null as is_dated, late_after::text`);
  const { rows } = await inTenant(house.db, tenantId, (tx) =>
    sql<{ apart: unknown }>`
      select to_jsonb(x) as apart from (
        (select 'missing' as what, ${columns} from duty_line_source except select 'missing', ${columns} from duty_line)
        union all (select 'too much', ${columns} from duty_line except select 'too much', ${columns} from duty_line_source)) x
      union all
      select to_jsonb(y) from (
        select coalesce(kept.state, counted.state) as state, kept.many as kept, counted.many as counted
        from (select state, is_request, is_dated, late_after::text, sum(many) as many from duty_tally group by 1, 2, 3, 4 having sum(many) <> 0) kept
        full join (select ${kinds}, count(*) as many from duty_line_source where whose = tenant_id group by 1, 2, 3, 4) counted
          using (state, is_request, is_dated, late_after)
        where kept.many is distinct from counted.many) y`.execute(tx),
  );
  return rows.map(({ apart }) => apart);
}
