import type { Filled, Tx } from '#app/platform/database.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    sso_provider: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      label: string;
      issuer: string;
      client_id: string;
      client_secret: Buffer;
      links_verified_email: boolean;
      enabled: boolean;
      changed_at: Date;
    };
    sso_identity: {
      tenant_id: Filled<string>;
      provider_id: string;
      subject: string;
      person_id: string;
      shown_as: string | null;
      linked_at: Date;
    };
    sso_attempt: {
      tenant_id: Filled<string>;
      token_hash: Buffer;
      provider_id: string;
      checks: Buffer;
      linking_person_id: string | null;
      entry_link_hash: Buffer | null;
      return_to: string | null;
      expires_at: Date;
    };
  }
}

export type StoredProvider = {
  id: string;
  label: string;
  issuer: string;
  clientId: string;
  clientSecret: Buffer;
  linksVerifiedEmail: boolean;
  enabled: boolean;
  changedAt: Date;
};

const providerColumns = [
  'id',
  'label',
  'issuer',
  'client_id as clientId',
  'client_secret as clientSecret',
  'links_verified_email as linksVerifiedEmail',
  'enabled',
  'changed_at as changedAt',
] as const;

export const listProviders = (tx: Tx): Promise<StoredProvider[]> =>
  tx.selectFrom('sso_provider').select(providerColumns).orderBy('label').execute();

export const findProvider = (tx: Tx, id: string): Promise<StoredProvider | undefined> =>
  tx.selectFrom('sso_provider').select(providerColumns).where('id', '=', id).executeTakeFirst();

export async function saveProvider(tx: Tx, provider: StoredProvider): Promise<void> {
  const row = {
    label: provider.label,
    issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret: provider.clientSecret,
    links_verified_email: provider.linksVerifiedEmail,
    enabled: provider.enabled,
    changed_at: provider.changedAt,
  };
  await tx
    .insertInto('sso_provider')
    .values({ ...row, id: provider.id })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(row))
    .execute();
}

export async function deleteProvider(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('sso_provider').where('id', '=', id).execute();
}

export const listIdentities = (
  tx: Tx,
  personId: string,
): Promise<{ providerId: string; shownAs: string | null; linkedAt: Date }[]> =>
  tx
    .selectFrom('sso_identity')
    .select(['provider_id as providerId', 'shown_as as shownAs', 'linked_at as linkedAt'])
    .where('person_id', '=', personId)
    .execute();

export const findIdentity = (
  tx: Tx,
  providerId: string,
  subject: string,
): Promise<{ personId: string } | undefined> =>
  tx
    .selectFrom('sso_identity')
    .select('person_id as personId')
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst();

/** False when the account is another's, or the person has another account of this provider. */
export async function insertIdentity(
  tx: Tx,
  identity: { providerId: string; subject: string; personId: string; shownAs: string | null; now: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto('sso_identity')
    .values({
      provider_id: identity.providerId,
      subject: identity.subject,
      person_id: identity.personId,
      shown_as: identity.shownAs,
      linked_at: identity.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function deleteIdentity(tx: Tx, providerId: string, personId: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('sso_identity')
    .where('provider_id', '=', providerId)
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst();
  return gone !== undefined;
}

export type StoredAttempt = {
  providerId: string;
  checks: Buffer;
  linkingPersonId: string | null;
  entryLinkHash: Buffer | null;
  returnTo: string | null;
};

export async function insertSsoAttempt(
  tx: Tx,
  attempt: StoredAttempt & { tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('sso_attempt')
    .values({
      token_hash: attempt.tokenHash,
      provider_id: attempt.providerId,
      checks: attempt.checks,
      linking_person_id: attempt.linkingPersonId,
      entry_link_hash: attempt.entryLinkHash,
      return_to: attempt.returnTo,
      expires_at: attempt.expiresAt,
    })
    .execute();
}

/** Takes an attempt off its way: an answer of the provider is believed once. */
export const takeSsoAttempt = (tx: Tx, tokenHash: Buffer, now: Date): Promise<StoredAttempt | undefined> =>
  tx
    .deleteFrom('sso_attempt')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning([
      'provider_id as providerId',
      'checks',
      'linking_person_id as linkingPersonId',
      'entry_link_hash as entryLinkHash',
      'return_to as returnTo',
    ])
    .executeTakeFirst();

export async function deleteOldSsoAttempts(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('sso_attempt').where('expires_at', '<', now).execute();
}
