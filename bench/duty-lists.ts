import { sql } from 'kysely';
import type { DutyFilter, DutyOrder } from '#app/duties/duty-list.store.ts';
import type { Tx } from '#app/platform/database.ts';

/** A list as an address asks for it, and as the store is asked for it. */
export type OneList = {
  name: string;
  query: Record<string, unknown>;
  filter: DutyFilter;
  order: DutyOrder;
  page: number;
};

const byPlace: DutyOrder = { sort: 'position', down: false };
const byDay: DutyOrder = { sort: 'due', down: false };

/** What people ask of a list: all, by day, one cell, one agency, one document, one state. */
export async function listsAsked(tx: Tx): Promise<OneList[]> {
  const one = async (of: string) => (await sql<{ id: string }>`${sql.raw(of)}`.execute(tx)).rows[0]!.id;
  const agency = await one('select agency_id as id from assignment limit 1');
  const document = await one("select id from document where state = 'published' limit 1");
  const list = (name: string, query: object, filter: DutyFilter, order = byPlace, page = 1): OneList => ({
    name,
    query: { whose: 'all', ...query },
    filter,
    order,
    page,
  });
  const late = { agencyIds: [agency], cell: 'open-late' as const };
  return [
    list('of all', {}, {}),
    list('of all, third page', { page: 3 }, {}, byPlace, 3),
    list('of all by due day', { sort: 'due' }, {}, byDay),
    list('of one cell', { cell: 'open-late' }, { cell: 'open-late' }),
    list('of one agency', { agency }, { agencyIds: [agency] }),
    list('of one agency, late, by due day', { agency, cell: 'open-late', sort: 'due' }, late, byDay),
    list('of one document', { document }, { documentId: document }),
    list(
      'of one state, last day first',
      { state: 'in-progress', sort: 'due', down: 'true' },
      { state: 'in-progress' },
      { sort: 'due', down: true },
    ),
  ];
}
