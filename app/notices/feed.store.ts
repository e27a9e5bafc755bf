import type { Filled, Tx } from '#app/platform/database.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    calendar_feed: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      token_hash: Buffer;
      person_id: string;
      agency_id: string | null;
      created_at: Date;
      fetched_at: Filled<Date | null>;
      revoked_at: Filled<Date | null>;
    };
  }
}

const feeds = (tx: Tx) =>
  tx
    .selectFrom('calendar_feed')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'calendar_feed.tenant_id')
        .onRef('person.id', '=', 'calendar_feed.person_id'),
    )
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'calendar_feed.tenant_id')
        .onRef('agency.id', '=', 'calendar_feed.agency_id'),
    )
    .select([
      'calendar_feed.id',
      'calendar_feed.person_id as personId',
      'person.name as madeBy',
      'calendar_feed.agency_id as agencyId',
      'agency.name as agencyName',
      'calendar_feed.created_at as createdAt',
      'calendar_feed.fetched_at as fetchedAt',
    ])
    .where('calendar_feed.revoked_at', 'is', null);

/** A person's own feeds, and those of these agencies. */
export const listFeedsOf = (tx: Tx, personId: string, agencyIds: readonly string[]) =>
  feeds(tx)
    .where((eb) =>
      eb.or([
        eb('calendar_feed.person_id', '=', personId),
        ...(agencyIds.length ? [eb('calendar_feed.agency_id', 'in', [...agencyIds])] : []),
      ]),
    )
    .orderBy('calendar_feed.created_at')
    .execute();

export const findFeed = (tx: Tx, id: string) =>
  feeds(tx).where('calendar_feed.id', '=', id).executeTakeFirst();

/** The feed behind a secret, while it is not revoked. */
export const findFeedBySecret = (tx: Tx, tokenHash: Buffer) =>
  feeds(tx).where('calendar_feed.token_hash', '=', tokenHash).executeTakeFirst();

export async function insertFeed(
  tx: Tx,
  feed: { tokenHash: Buffer; personId: string; agencyId: string | null; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('calendar_feed')
    .values({
      token_hash: feed.tokenHash,
      person_id: feed.personId,
      agency_id: feed.agencyId,
      created_at: feed.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function endFeed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('calendar_feed').set({ revoked_at: at }).where('id', '=', id).execute();
}

/** Programs ask every few minutes: noted at most once an hour. */
export async function noteFetched(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('calendar_feed')
    .set({ fetched_at: at })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('fetched_at', 'is', null), eb('fetched_at', '<', new Date(at.getTime() - 3_600_000))]),
    )
    .execute();
}
