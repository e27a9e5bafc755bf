import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { Seal, SealedHead } from './seal-of-day.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    ledger_seal: {
      tenant_id: Filled<string>;
      day: string;
      sealed_at: Date;
      chains: number;
      lines: number;
      root: Buffer;
      previous_hash: Buffer | null;
      hash: Buffer;
      signature: Buffer;
    };
    ledger_seal_head: {
      tenant_id: Filled<string>;
      day: string;
      position: number;
      subject_kind: string;
      subject_id: string;
      since: number;
      seq: number;
      hash: Buffer;
    };
  }
}

const columns = [
  'day',
  'sealed_at as sealedAt',
  'chains',
  'lines',
  'root',
  'previous_hash as previousHash',
  'hash',
  'signature',
] as const;
const headColumns = [
  'position',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'since',
  'seq',
  'hash',
] as const;

/** One at a time seals a province: held until the transaction ends. */
export const holdSealing = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('ledger.seal' || current_tenant()::text, 0))`.execute(tx);

export const findLastSeal = (tx: Tx): Promise<Seal | undefined> =>
  tx.selectFrom('ledger_seal').select(columns).orderBy('day', 'desc').limit(1).executeTakeFirst();

export const findSeal = (tx: Tx, day: string): Promise<Seal | undefined> =>
  tx.selectFrom('ledger_seal').select(columns).where('day', '=', day).executeTakeFirst();

/** Seals, newest first. */
export const listSeals = (tx: Tx, limit: number): Promise<Seal[]> =>
  tx.selectFrom('ledger_seal').select(columns).orderBy('day', 'desc').limit(limit).execute();

/** Seals after a day, oldest first: a page of the chain of seals. */
export const listSealsAfter = (tx: Tx, day: string, limit: number): Promise<Seal[]> =>
  tx.selectFrom('ledger_seal').select(columns).where('day', '>', day).orderBy('day').limit(limit).execute();

export async function insertSeal(tx: Tx, seal: Seal): Promise<void> {
  await tx
    .insertInto('ledger_seal')
    .values({
      day: seal.day,
      sealed_at: seal.sealedAt,
      chains: seal.chains,
      lines: seal.lines,
      root: seal.root,
      previous_hash: seal.previousHash,
      hash: seal.hash,
      signature: seal.signature,
    })
    .execute();
}

/**
 * Writes the heads of all chains that grew before `end` and no seal has closed, and returns how many chains and new
 * lines they are. It looks at every chain: what was committed late, or with an earlier time, is not missed.
 */
export async function insertHeads(
  tx: Tx,
  day: string,
  end: Date,
): Promise<{ chains: number; lines: number }> {
  const { rows } = await sql<{ chains: number; lines: number }>`
    with grown as (
      select subject_kind, subject_id, max(seq) as seq from event where at < ${end} group by subject_kind, subject_id),
    closed as (
      select subject_kind, subject_id, max(seq) as seq from ledger_seal_head group by subject_kind, subject_id),
    written as (
      insert into ledger_seal_head (day, position, subject_kind, subject_id, since, seq, hash)
      select ${day}::date, row_number() over (order by g.subject_kind, g.subject_id) - 1,
        g.subject_kind, g.subject_id, coalesce(c.seq, 0), g.seq, e.hash
      from grown g
      join event e on e.tenant_id = current_tenant() and e.subject_kind = g.subject_kind
        and e.subject_id = g.subject_id and e.seq = g.seq
      left join closed c on c.subject_kind = g.subject_kind and c.subject_id = g.subject_id
      where c.seq is null or c.seq < g.seq
      returning seq - since as lines)
    select count(*)::int as chains, coalesce(sum(lines), 0)::bigint as lines from written`.execute(tx);
  return rows[0]!;
}

/** Heads of a day's seal from a position on, in the order of the tree. */
export const listHeads = (tx: Tx, day: string, from: number, limit: number): Promise<SealedHead[]> =>
  tx
    .selectFrom('ledger_seal_head')
    .select(headColumns)
    .where('day', '=', day)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute();

/** As `listHeads`, each with the hash that the line has now; null where the line is gone. */
export async function listHeadsWithLines(
  tx: Tx,
  day: string,
  from: number,
  limit: number,
): Promise<(SealedHead & { hashNow: Buffer | null })[]> {
  return tx
    .selectFrom('ledger_seal_head as h')
    .leftJoin('event as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 'h.tenant_id')
        .onRef('e.subject_kind', '=', 'h.subject_kind')
        .onRef('e.subject_id', '=', 'h.subject_id')
        .onRef('e.seq', '=', 'h.seq'),
    )
    .select([
      'h.position',
      'h.subject_kind as subjectKind',
      'h.subject_id as subjectId',
      'h.since',
      'h.seq',
      'h.hash',
      'e.hash as hashNow',
    ])
    .where('h.day', '=', day)
    .where('h.position', '>=', from)
    .orderBy('h.position')
    .limit(limit)
    .execute();
}

/** A day that has heads but no seal over them: the seal was taken away. */
export async function findDayWithoutSeal(tx: Tx): Promise<string | undefined> {
  const row = await tx
    .selectFrom('ledger_seal_head as h')
    .leftJoin('ledger_seal as s', (join) =>
      join.onRef('s.tenant_id', '=', 'h.tenant_id').onRef('s.day', '=', 'h.day'),
    )
    .select('h.day')
    .where('s.day', 'is', null)
    .orderBy('h.day')
    .limit(1)
    .executeTakeFirst();
  return row?.day;
}

/** The newest sealed head of a chain, with the day of its seal. */
export const findHead = (
  tx: Tx,
  subjectKind: string,
  subjectId: string,
): Promise<(SealedHead & { day: string }) | undefined> =>
  tx
    .selectFrom('ledger_seal_head')
    .select(['day', ...headColumns])
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
