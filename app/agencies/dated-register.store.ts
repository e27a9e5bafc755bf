import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Agency } from './agency.ts';
import { agenciesOn, type DatedAgency } from './dated-register.ts';

/** The whole register with its history, those dissolved too, in Vietnamese order; with `id`, that one alone. */
export async function listDatedAgencies(tx: Tx, id?: string): Promise<DatedAgency[]> {
  let agencies = tx
    .selectFrom('agency')
    .select(['id', 'name', 'kind', 'valid_from as validFrom', 'valid_to as validTo', 'code'])
    .select([
      'code_old as codeOld',
      'address',
      'phone',
      'email',
      'website',
      'note',
      'is_in_force as isInForce',
    ])
    .orderBy(sql`name collate "vi-x-icu"`);
  let names = tx
    .selectFrom('agency_name')
    .select(['id', 'agency_id as agencyId', 'name', 'kind', 'valid_from as validFrom', 'valid_to as validTo'])
    .orderBy(sql`kind <> 'full', valid_from desc nulls last, name collate "vi-x-icu"`);
  let parents = tx
    .selectFrom('agency_parent')
    .select(['id', 'agency_id as agencyId', 'hierarchy', 'parent_id as parentId'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .orderBy(sql`hierarchy desc, valid_from desc nulls last`);
  if (id) {
    agencies = agencies.where('id', '=', id);
    names = names.where('agency_id', '=', id);
    parents = parents.where('agency_id', '=', id);
  }
  const namesOf = Map.groupBy(await names.execute(), (row) => row.agencyId);
  const parentsOf = Map.groupBy(await parents.execute(), (row) => row.agencyId);
  return (await agencies.execute()).map((agency) => ({
    ...agency,
    names: (namesOf.get(agency.id) ?? []).map(({ agencyId: _, ...name }) => name),
    parents: parentsOf.get(agency.id) ?? [],
  }));
}

/** The agencies that stood on a day, each called as it was then, with the names known by then. */
export async function listAgenciesOn(tx: Tx, day: string): Promise<Agency[]> {
  return agenciesOn(await listDatedAgencies(tx), day);
}
