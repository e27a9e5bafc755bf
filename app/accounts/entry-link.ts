import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { findPersonByEmail } from './account.store.ts';
import { hashSecret, newSecret } from './credentials.ts';
import { insertEntryLink } from './entry-link.store.ts';
import { LINK_LIFE } from './session.ts';

/** Makes a one-time link for a person, for the operator to hand over; only its hash is kept, so it cannot be shown again. */
export async function makeEntryLink(house: House, tenantId: string, personId: string): Promise<string> {
  const secret = newSecret();
  const now = house.now();
  await inTenant(house.db, tenantId, (tx) =>
    insertEntryLink(tx, {
      tokenHash: hashSecret(secret),
      personId,
      expiresAt: new Date(now.getTime() + LINK_LIFE),
      purpose: 'operator',
      by: null,
      now,
    }),
  );
  // Behind the '#', so that the secret stays out of server logs and of what link previews fetch.
  return `${house.origin}/enter#${tenantId}.${secret}`;
}

/** A link for the person of that e-mail address; undefined when there is none. */
export async function makeEntryLinkFor(
  house: House,
  tenantId: string,
  email: string,
): Promise<string | undefined> {
  const person = await inTenant(house.db, tenantId, (tx) => findPersonByEmail(tx, email));
  return person && makeEntryLink(house, tenantId, person.id);
}
