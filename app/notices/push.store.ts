import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    push_key: { tenant_id: Filled<string>; public_key: string; private_key: Buffer; made_at: Date };
    push_subscription: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      person_id: string;
      endpoint_hash: Buffer;
      content: Buffer;
      after_seq: number;
      failures: Filled<number>;
      made_at: Date;
    };
  }
}

export const findPushKey = (tx: Tx) =>
  tx
    .selectFrom('push_key')
    .select(['public_key as publicKey', 'private_key as privateKey'])
    .executeTakeFirst();

/** Of two made at once the first holds. */
export async function insertPushKey(tx: Tx, publicKey: string, privateKey: Buffer, at: Date): Promise<void> {
  await tx
    .insertInto('push_key')
    .values({ public_key: publicKey, private_key: privateKey, made_at: at })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** A device belongs to who turned it on last; it is told of what comes, not of what was. */
export async function putDevice(
  tx: Tx,
  device: { personId: string; endpointHash: Buffer; content: Buffer; at: Date },
): Promise<void> {
  const after = sql<number>`(select coalesce(max(seq), 0) from notice)`;
  const values = { person_id: device.personId, content: device.content, made_at: device.at, failures: 0 };
  await tx
    .insertInto('push_subscription')
    .values({ ...values, endpoint_hash: device.endpointHash, after_seq: after })
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'endpoint_hash']).doUpdateSet({ ...values, after_seq: after }),
    )
    .execute();
}

export async function dropDevices(tx: Tx, personId: string, endpointHash?: Buffer): Promise<void> {
  await tx
    .deleteFrom('push_subscription')
    .where('person_id', '=', personId)
    .$if(endpointHash !== undefined, (query) => query.where('endpoint_hash', '=', endpointHash!))
    .execute();
}

export async function dropDevice(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('push_subscription').where('id', '=', id).execute();
}

export async function countDevices(tx: Tx, personId: string): Promise<number> {
  const { many } = await tx
    .selectFrom('push_subscription')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(many);
}

export const listDevices = (tx: Tx) =>
  tx
    .selectFrom('push_subscription')
    .select(['id', 'person_id as personId', 'content', 'after_seq as afterSeq', 'failures'])
    .execute();

export async function noteDevice(tx: Tx, id: string, afterSeq: number, failures: number): Promise<void> {
  await tx
    .updateTable('push_subscription')
    .set({ after_seq: afterSeq, failures })
    .where('id', '=', id)
    .execute();
}
