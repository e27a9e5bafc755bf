import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { Role } from '#app/platform/viewer.ts';
import { type HeldRole, rolesOn } from './absence.store.ts';
import type { Method } from './session.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    session: {
      tenant_id: Filled<string>;
      token_hash: Buffer;
      person_id: string;
      created_at: Date;
      seen_at: Date;
      id: Filled<string>;
      method: Method;
      device: string;
      address: string;
    };
    sign_in_ticket: {
      tenant_id: Filled<string>;
      token_hash: Buffer;
      person_id: string;
      method: Method;
      expires_at: Date;
    };
  }
}

export async function insertSession(
  tx: Tx,
  session: {
    tokenHash: Buffer;
    personId: string;
    now: Date;
    method: Method;
    device: string;
    address: string;
  },
): Promise<void> {
  const { tokenHash, personId, now, ...rest } = session;
  await tx
    .insertInto('session')
    .values({ ...rest, token_hash: tokenHash, person_id: personId, created_at: now, seen_at: now })
    .execute();
  await tx.updateTable('person').set({ last_entered_at: now }).where('id', '=', personId).execute();
}

/** A session with all that is asked of its owner at every request, in one row. */
export type FoundSession = {
  sessionId: string;
  personId: string;
  createdAt: Date;
  seenAt: Date;
  method: Method;
  name: string;
  email: string;
  hasPassword: boolean;
  passwordSetAt: Date | null;
  hasTwoSteps: boolean;
  askedAt: Date | null;
  endedOn: string | null;
  erasedAt: Date | null;
  tenantName: string;
  rules: null | {
    idleMinutes: number;
    absoluteHours: number;
    idleAccountDays: number | null;
    twoStepRoles: Role[];
    twoStepGraceDays: number | null;
  };
  /** Held or stood in for on the day asked. */
  roles: HeldRole[];
};

export async function findSession(tx: Tx, tokenHash: Buffer, day: string): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundSession>`
    select session.id as "sessionId", session.person_id as "personId", session.created_at as "createdAt",
      session.seen_at as "seenAt", session.method, person.name, person.email,
      person.password_hash is not null as "hasPassword",
      person.password_set_at as "passwordSetAt", totp.confirmed_at is not null as "hasTwoSteps",
      person.two_step_asked_at as "askedAt", person.ended_on as "endedOn", person.erased_at as "erasedAt",
      tenant.name as "tenantName",
      case when rules.tenant_id is not null then json_build_object('idleMinutes', rules.idle_minutes,
        'absoluteHours', rules.absolute_hours, 'idleAccountDays', rules.idle_account_days,
        'twoStepRoles', rules.two_step_roles, 'twoStepGraceDays', rules.two_step_grace_days) end as rules,
      ${rolesOn(sql`session.person_id`, day)} as roles
    from session
    join person on person.tenant_id = session.tenant_id and person.id = session.person_id
    join tenant on tenant.id = session.tenant_id
    left join sign_in_rules rules on rules.tenant_id = session.tenant_id
    left join person_totp totp on totp.tenant_id = session.tenant_id and totp.person_id = session.person_id
    where session.token_hash = ${tokenHash}`.execute(tx);
  return rows[0];
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Ends one session of its owner. False when it is not theirs or ended before. */
export async function deleteSessionOf(tx: Tx, personId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Ends what is open, one session apart; half-open sign-ins too. Returns how many sessions ended. */
export async function deleteOtherSessions(tx: Tx, personId: string, keep: string | null): Promise<number> {
  let query = tx.deleteFrom('session').where('person_id', '=', personId);
  if (keep) query = query.where('id', '!=', keep);
  const gone = await query.returning('id').execute();
  await tx.deleteFrom('sign_in_ticket').where('person_id', '=', personId).execute();
  return gone.length;
}

export type OwnSession = {
  id: string;
  method: Method;
  device: string;
  address: string;
  createdAt: Date;
  seenAt: Date;
};

export const listSessions = (tx: Tx, personId: string): Promise<OwnSession[]> =>
  tx
    .selectFrom('session')
    .select(['id', 'method', 'device', 'address', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .execute();

export async function insertTicket(
  tx: Tx,
  ticket: { tokenHash: Buffer; personId: string; method: Method; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('sign_in_ticket')
    .values({
      token_hash: ticket.tokenHash,
      person_id: ticket.personId,
      method: ticket.method,
      expires_at: ticket.expiresAt,
    })
    .execute();
}

export const findTicket = (
  tx: Tx,
  tokenHash: Buffer,
  now: Date,
): Promise<{ personId: string; email: string; method: Method } | undefined> =>
  tx
    .selectFrom('sign_in_ticket')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'sign_in_ticket.tenant_id')
        .onRef('person.id', '=', 'sign_in_ticket.person_id'),
    )
    .select(['sign_in_ticket.person_id as personId', 'person.email', 'sign_in_ticket.method'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** Uses a ticket up; false for the second of two that come at once. */
export async function spendTicket(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const used = await tx
    .deleteFrom('sign_in_ticket')
    .where('token_hash', '=', tokenHash)
    .returning('person_id')
    .executeTakeFirst();
  return used !== undefined;
}

/** What has ended by itself needs no row. */
export async function deleteEnded(tx: Tx, now: Date, sessionsBefore: Date): Promise<void> {
  await tx.deleteFrom('session').where('created_at', '<', sessionsBefore).execute();
  await tx.deleteFrom('sign_in_ticket').where('expires_at', '<', now).execute();
}
