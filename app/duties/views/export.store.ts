import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { tablesOn } from '../as-of.store.ts';
import type { Part } from '../duty.ts';
import {
  type DutyFilter,
  type DutyOrder,
  groupedBy,
  matching,
  nameOfItsDay,
  orderBy,
} from '../duty-list.store.ts';
import { officeDayOf } from '../four-cells.store.ts';
import type { Cell } from '../four-cells.ts';

export type ExportLine = {
  path: string;
  position: number;
  symbol: string | null;
  text: string;
  isRequest: boolean;
  deadlineWords: string | null;
  dueOn: string | null;
  cell: Cell;
  groupedUnder: string | null;
  unnamedHolders: string[];
  unnamedCoordinators: string[];
  /** [agency, role, leads, state, day it was done], those who lead first. */
  parts: [string, Part['role'], boolean, Part['state'], string | null][];
};

/** As in the list; asked for only of agencies that were ever called otherwise, because it is slow. */
const nameThen = sql`case when agency.renamed then ${nameOfItsDay} else agency.name end`;

const BATCH = 1000;

/** All lines of a list in its order, a thousand at a time out of one cursor, so that no more are held at once. */
export async function* readLines(
  tx: Tx,
  filter: DutyFilter,
  order: DutyOrder,
  { today, asOf }: { today: string; asOf: string | null },
): AsyncGenerator<ExportLine[]> {
  const wanted = filter.cell ? sql`where cell = ${filter.cell}` : sql``;
  await sql`declare lines no scroll cursor for
    with ${tablesOn(asOf)} matching as materialized (${matching(filter, order, today)}),
    page as (select id, cell, grouped_under, row_number() over () as rank from (
      select id, cell, ${groupedBy(order)} from matching ${wanted} order by ${orderBy(order)}) ordered),
    register as materialized (select id, name, row_number() over (order by name collate "vi-x-icu") as place,
      (select count(*) > 1 from agency_name n where n.tenant_id = agency.tenant_id and n.agency_id = agency.id) as renamed from agency)
    select duty.path, duty.position, document.symbol, duty.text, duty.is_request as "isRequest",
      duty.deadline_words as "deadlineWords", duty.due_on::text as "dueOn", page.cell, page.grouped_under as "groupedUnder",
      duty.unnamed_holders as "unnamedHolders", duty.unnamed_coordinators as "unnamedCoordinators",
      coalesce(given.parts, '[]') as parts
    from page join duty on duty.id = page.id
    join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id
    left join (select a.duty_id, jsonb_agg(jsonb_build_array(${nameThen}, a.role, a.leads, a.state, ${officeDayOf(sql`a.completed_at`)})
        order by a.role desc, a.leads desc, agency.place) as parts
      from assignment a join register agency on agency.id = a.agency_id
      where a.duty_id in (select id from page) and a.state <> 'withdrawn' group by a.duty_id) given on given.duty_id = duty.id
    order by page.rank`.execute(tx);
  for (;;) {
    const { rows } = await sql<ExportLine>`fetch ${sql.lit(BATCH)} from lines`.execute(tx);
    if (!rows.length) return;
    yield rows;
  }
}
