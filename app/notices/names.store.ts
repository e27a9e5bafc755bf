import type { Tx } from '#app/platform/database.ts';

/** Names by id. */
export async function listNames(
  tx: Tx,
): Promise<{ people: ReadonlyMap<string, string>; agencies: ReadonlyMap<string, string> }> {
  const people = await tx.selectFrom('person').select(['id', 'name']).execute();
  const agencies = await tx.selectFrom('agency').select(['id', 'name']).execute();
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    agencies: new Map(agencies.map(({ id, name }) => [id, name])),
  };
}
