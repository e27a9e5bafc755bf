import { insertMembership, insertPerson } from '#app/accounts/index.ts';
import { insertAgency } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Role } from '#app/platform/viewer.ts';
import example from '#data/example/example.json' with { type: 'json' };

export const exampleTenantName = example.tenant;

/** Loads the agencies of Plan 217 and sample people into an empty province, in one transaction. Nobody gets a password. */
export function loadExample(house: House, tenantId: string): Promise<void> {
  return inTenant(house.db, tenantId, async (tx) => {
    const agencies = await loadAgencies(tx, house.now());
    for (const person of example.people) {
      const personId = await insertPerson(tx, {
        name: person.name,
        email: person.email,
        title: person.title,
      });
      await insertMembership(tx, {
        personId,
        agencyId: agencies.get(person.agency)!,
        role: person.role as Role,
      });
      const payload = { name: person.name, role: person.role };
      await appendEvent(tx, house.now(), {
        subjectKind: 'person',
        subjectId: personId,
        kind: 'person.created',
        actorId: null,
        payload,
      });
    }
  });
}

async function loadAgencies(tx: Tx, at: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const agency of example.agencies) {
    const parentId = 'parent' in agency ? (ids.get(agency.parent as string) ?? null) : null;
    const id = await insertAgency(tx, { ...agency, parentId });
    ids.set(agency.key, id);
    await appendEvent(tx, at, {
      subjectKind: 'agency',
      subjectId: id,
      kind: 'agency.created',
      actorId: null,
      payload: { name: agency.name },
    });
  }
  return ids;
}
