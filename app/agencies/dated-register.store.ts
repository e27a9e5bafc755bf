import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { Agency } from './agency.ts';
import { type DatedName, nameOn, namesKnownOn } from './dated-name.ts';
import { type ParentLink, parentsOn } from './hierarchy.ts';
import { isWithin, type Period } from './period.ts';

/** What can be set of an agency apart from names and parents. */
export type AgencyFacts = Period & {
  kind: string;
  code: string | null;
  codeOld: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  note: string | null;
};
/** An agency with its whole history. `name` is the full one today. */
export type DatedAgency = AgencyFacts & {
  id: string;
  name: string;
  isInForce: boolean;
  names: DatedName[];
  parents: ParentLink[];
};

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

/** The same of a register at hand. */
export function agenciesOn(register: readonly DatedAgency[], day: string): Agency[] {
  const parentOf = parentsOn(
    register.flatMap(({ parents }) => parents),
    'state',
    day,
  );
  return register
    .filter((agency) => isWithin(agency, day))
    .map(({ id, kind, name, names }) => {
      const then = nameOn(names, day) ?? name;
      return {
        id,
        kind,
        name: then,
        names: [...new Set([then, ...namesKnownOn(names, day)])],
        parentId: parentOf.get(id) ?? null,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
