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
      next_attempt_at: Filled<Date | null>;
      last_fault: Filled<string | null>;
      given_up_at: Filled<Date | null>;
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

const noFault = { failures: 0, next_attempt_at: null, last_fault: null, given_up_at: null };

/** A device belongs to who turned it on last; it is told of what comes, not of what was. */
export async function putDevice(
  tx: Tx,
  device: { personId: string; endpointHash: Buffer; content: Buffer; at: Date },
): Promise<void> {
  const after = sql<number>`(select coalesce(max(seq), 0) from notice)`;
  const values = { person_id: device.personId, content: device.content, made_at: device.at, ...noFault };
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

/** Devices whose turn it is: not given up, not waiting for a further attempt. */
export const listDevices = (tx: Tx, now: Date) =>
  tx
    .selectFrom('push_subscription')
    .select(['id', 'person_id as personId', 'content', 'after_seq as afterSeq', 'failures'])
    .where('given_up_at', 'is', null)
    .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<=', now)]))
    .execute();

export type DeviceFault = { sentence: string; again: Date | null; at: Date };

/** Notes how far a device has been told, and what went wrong; given up where no further attempt is planned. */
export async function noteDevice(
  tx: Tx,
  id: string,
  afterSeq: number,
  fault: (DeviceFault & { failures: number }) | null,
): Promise<void> {
  const told = fault
    ? {
        failures: fault.failures,
        last_fault: fault.sentence,
        next_attempt_at: fault.again,
        given_up_at: fault.again ? null : fault.at,
      }
    : noFault;
  await tx
    .updateTable('push_subscription')
    .set({ after_seq: afterSeq, ...told })
    .where('id', '=', id)
    .execute();
}

/** Devices that could not be told, of everybody or of one person; never the address of a device. */
export const listTroubledDevices = (tx: Tx, personId: string | null) =>
  tx
    .selectFrom('push_subscription as d')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'd.tenant_id').onRef('person.id', '=', 'd.person_id'),
    )
    .select([
      'd.id',
      'd.person_id as personId',
      'person.name as personName',
      'd.made_at as madeAt',
      'd.failures',
      'd.last_fault as lastFault',
      'd.next_attempt_at as nextAttemptAt',
      'd.given_up_at as givenUpAt',
    ])
    .where('d.failures', '>', 0)
    .$if(personId !== null, (query) => query.where('d.person_id', '=', personId!))
    .orderBy('d.made_at', 'desc')
    .limit(100)
    .execute();

export const findDevice = (tx: Tx, id: string) =>
  tx
    .selectFrom('push_subscription')
    .select(['id', 'person_id as personId'])
    .where('id', '=', id)
    .executeTakeFirst();

/** Begins anew with a device that failed. */
export async function reviveDevice(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('push_subscription').set(noFault).where('id', '=', id).execute();
}
