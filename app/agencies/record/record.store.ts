import { sql } from 'kysely';
import type { DatedName } from '#app/agencies/dated-name.ts';
import type { AgencyFacts } from '#app/agencies/dated-register.ts';
import type { ParentLink } from '#app/agencies/hierarchy.ts';
import type { Tx } from '#app/platform/database.ts';

/** Changes of the register wait for each other: what is true of one agency depends on the others. */
export const lockRegister = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('agency register ' || current_tenant(), 0))`.execute(tx);

export async function updateFacts(tx: Tx, id: string, given: Partial<AgencyFacts>): Promise<void> {
  const { validFrom, validTo, codeOld, ...same } = given;
  await tx
    .updateTable('agency')
    .set({
      ...same,
      ...(validFrom === undefined ? {} : { valid_from: validFrom }),
      ...(validTo === undefined ? {} : { valid_to: validTo }),
      ...(codeOld === undefined ? {} : { code_old: codeOld }),
    })
    .where('id', '=', id)
    .execute();
}

/** Rows that one statement takes along: PostgreSQL allows 65,535 values in one. */
const AT_ONCE = 1000;

/** Adds agencies with their facts and each its full name; other names and parents are rows of their own. */
export async function insertDated(
  tx: Tx,
  agencies: readonly { facts: AgencyFacts & { id: string; name: string }; full: DatedName }[],
): Promise<void> {
  for (let at = 0; at < agencies.length; at += AT_ONCE) {
    const some = agencies.slice(at, at + AT_ONCE);
    const rows = some.map(({ facts: { validFrom, validTo, codeOld, ...same } }) => ({
      ...same,
      valid_from: validFrom,
      valid_to: validTo,
      code_old: codeOld,
    }));
    await tx.insertInto('agency').values(rows).execute();
    const names = some.map(({ facts, full }) => ({ ...nameColumns(full), agency_id: facts.id }));
    await tx.insertInto('agency_name').values(names).execute();
  }
}

/** Lets names and parents of one agency overlap until the rest of a change is written, then asks whether they still do. */
export async function settle(tx: Tx, when: 'later' | 'now'): Promise<void> {
  const names = sql`agency_one_full_name, agency_name_once, agency_one_parent`;
  await (when === 'later'
    ? sql`set constraints ${names} deferred`
    : sql`set constraints ${names} immediate`
  ).execute(tx);
}

const nameColumns = ({ id, name, kind, validFrom, validTo }: DatedName) => ({
  id,
  name,
  kind,
  valid_from: validFrom,
  valid_to: validTo,
});

/** Writes a name as it is now, new or changed. */
export async function putName(tx: Tx, agencyId: string, name: DatedName): Promise<void> {
  await tx
    .insertInto('agency_name')
    .values({ ...nameColumns(name), agency_id: agencyId })
    .onConflict((found) => found.columns(['tenant_id', 'id']).doUpdateSet(nameColumns(name)))
    .execute();
}

export async function deleteName(tx: Tx, rowId: string): Promise<void> {
  await tx.deleteFrom('agency_name').where('id', '=', rowId).execute();
}

const linkColumns = ({ id, hierarchy, parentId, validFrom, validTo }: ParentLink) => ({
  id,
  hierarchy,
  parent_id: parentId,
  valid_from: validFrom,
  valid_to: validTo,
});

/** Writes a place below another agency as it is now, new or changed. */
export async function putParent(tx: Tx, link: ParentLink): Promise<void> {
  await tx
    .insertInto('agency_parent')
    .values({ ...linkColumns(link), agency_id: link.agencyId })
    .onConflict((found) => found.columns(['tenant_id', 'id']).doUpdateSet(linkColumns(link)))
    .execute();
}

export async function deleteParent(tx: Tx, rowId: string): Promise<void> {
  await tx.deleteFrom('agency_parent').where('id', '=', rowId).execute();
}
