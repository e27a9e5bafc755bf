import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { Agency } from './agency.ts';
import { isAbbreviated } from './printed-words.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    agency: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      kind: string;
      name: string;
      parent_id: string | null;
      valid_from: string | null;
      valid_to: string | null;
    };
    agency_name: {
      tenant_id: Filled<string>;
      agency_id: string;
      name: string;
      kind: 'full' | 'short' | 'abbreviation' | 'former' | 'printed';
      valid_from: string | null;
      valid_to: string | null;
    };
  }
}

/** All agencies of the province with every name they are known by, in Vietnamese order. */
export async function listAgencies(tx: Tx): Promise<Agency[]> {
  return tx
    .selectFrom('agency')
    .leftJoin('agency_name', (join) =>
      join
        .onRef('agency_name.tenant_id', '=', 'agency.tenant_id')
        .onRef('agency_name.agency_id', '=', 'agency.id'),
    )
    .select(['agency.id', 'agency.kind', 'agency.name', 'agency.parent_id as parentId'])
    .select(
      sql<string[]>`array_prepend(agency.name, array_remove(array_agg(agency_name.name), null))`.as('names'),
    )
    .groupBy(['agency.tenant_id', 'agency.id'])
    .orderBy(sql`agency.name collate "vi-x-icu"`)
    .execute();
}

/** Adds an agency with its names; `names` are other names than the full one. Returns its id. */
export async function insertAgency(
  tx: Tx,
  agency: { kind: string; name: string; names: string[]; parentId: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('agency')
    .values({
      kind: agency.kind,
      name: agency.name,
      parent_id: agency.parentId,
      valid_from: null,
      valid_to: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const others = agency.names.filter((name) => name !== agency.name);
  if (others.length) {
    await tx
      .insertInto('agency_name')
      .values(
        others.map((name) => ({
          agency_id: id,
          name,
          kind: isAbbreviated(name) ? ('abbreviation' as const) : ('short' as const),
          valid_from: null,
          valid_to: null,
        })),
      )
      .execute();
  }
  return id;
}

/** The agency that is or was known by a name, written in any case but with its diacritics. */
export function findNameHolder(tx: Tx, name: string): Promise<{ id: string; name: string } | undefined> {
  return tx
    .selectFrom('agency')
    .leftJoin('agency_name', (join) =>
      join
        .onRef('agency_name.tenant_id', '=', 'agency.tenant_id')
        .onRef('agency_name.agency_id', '=', 'agency.id'),
    )
    .select(['agency.id', 'agency.name'])
    .where(sql<boolean>`lower(${name}) in (lower(agency.name), lower(agency_name.name))`)
    .limit(1)
    .executeTakeFirst();
}

export async function insertAgencyName(
  tx: Tx,
  agencyId: string,
  { name, kind }: { name: string; kind: 'short' | 'abbreviation' | 'former' | 'printed' },
): Promise<void> {
  await tx
    .insertInto('agency_name')
    .values({ agency_id: agencyId, name, kind, valid_from: null, valid_to: null })
    .execute();
}

/** Names beside the one in force, in Vietnamese order. */
export const listNames = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('agency_name')
    .select(['name', 'kind'])
    .where('agency_id', '=', agencyId)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();

/** How many people hold a role in each agency. */
export async function countPeople(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('membership')
    .select(['agency_id as id'])
    .select(sql<number>`count(distinct person_id)`.as('people'))
    .where('valid_to', 'is', null)
    .groupBy('agency_id')
    .execute();
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** Who works in an agency, by name. */
export const listStaff = (tx: Tx, agencyId: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'membership.tenant_id')
        .onRef('person.id', '=', 'membership.person_id'),
    )
    .select(['person.name', 'person.title', 'membership.role'])
    .where('membership.agency_id', '=', agencyId)
    .where('membership.valid_to', 'is', null)
    .orderBy(sql`person.name collate "vi-x-icu"`)
    .execute();
