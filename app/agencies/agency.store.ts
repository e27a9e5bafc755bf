import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { type Agency, homeOf } from './agency.ts';
import type { NameKind } from './dated-name.ts';
import type { Hierarchy } from './hierarchy.ts';
import { isAbbreviated } from './printed-words.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    agency: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      kind: string;
      name: string;
      valid_from: Filled<string | null>;
      valid_to: Filled<string | null>;
      code: Filled<string | null>;
      code_old: Filled<string | null>;
      address: Filled<string | null>;
      phone: Filled<string | null>;
      email: Filled<string | null>;
      website: Filled<string | null>;
      note: Filled<string | null>;
      is_in_force: Filled<boolean>;
    };
    agency_name: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      agency_id: string;
      name: string;
      kind: NameKind;
      valid_from: Filled<string | null>;
      valid_to: Filled<string | null>;
    };
    agency_parent: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      agency_id: string;
      hierarchy: Hierarchy;
      parent_id: string;
      valid_from: Filled<string | null>;
      valid_to: Filled<string | null>;
      is_in_force: Filled<boolean>;
    };
  }
}

/** The agencies that stand today with every name they are or were known by, in Vietnamese order. */
export async function listAgencies(tx: Tx): Promise<Agency[]> {
  return tx
    .selectFrom('agency')
    .select(['id', 'kind', 'name'])
    .select(
      sql<string[]>`array_prepend(agency.name, array(
        select distinct n.name from agency_name n
        where n.tenant_id = agency.tenant_id and n.agency_id = agency.id and n.name <> agency.name))`.as(
        'names',
      ),
    )
    .select(
      sql<string | null>`(
        select p.parent_id from agency_parent p
        where p.tenant_id = agency.tenant_id and p.agency_id = agency.id and p.hierarchy = 'state' and p.is_in_force)`.as(
        'parentId',
      ),
    )
    .where('is_in_force', '=', true)
    .orderBy(sql`agency.name collate "vi-x-icu"`)
    .execute();
}

/** Adds an agency with its names and its parent, all since `validFrom`; `names` are other names than the full one. Returns its id. */
export async function insertAgency(
  tx: Tx,
  agency: { kind: string; name: string; names: string[]; parentId: string | null; validFrom?: string | null },
): Promise<string> {
  const valid_from = agency.validFrom ?? null;
  const { id } = await tx
    .insertInto('agency')
    .values({ kind: agency.kind, name: agency.name, valid_from })
    .returning('id')
    .executeTakeFirstOrThrow();
  const others = [...new Set(agency.names)].filter((name) => name !== agency.name);
  const rows = others.map(
    (name) => ({ name, kind: isAbbreviated(name) ? 'abbreviation' : 'short' }) as const,
  );
  await tx
    .insertInto('agency_name')
    .values(
      [{ name: agency.name, kind: 'full' as const }, ...rows].map((row) => ({
        ...row,
        agency_id: id,
        valid_from,
      })),
    )
    .execute();
  if (agency.parentId)
    await tx
      .insertInto('agency_parent')
      .values({ agency_id: id, hierarchy: homeOf(agency.kind), parent_id: agency.parentId, valid_from })
      .execute();
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
