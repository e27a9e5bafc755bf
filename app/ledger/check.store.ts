import { sql } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import type { CheckResult, Progress, ToldFinding } from './check-ledger.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    ledger_check: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      asked_by: string | null;
      started_at: Date;
      seen_at: Date;
      finished_at: Date | null;
      lines: Filled<number>;
      of_lines: Filled<number>;
      chains: Filled<number>;
      seals: Filled<number>;
      findings: Json<ToldFinding[]> | null;
    };
  }
}

export type LedgerCheck = Progress & {
  id: string;
  askedBy: string | null;
  startedAt: Date;
  seenAt: Date;
  finishedAt: Date | null;
  seals: number;
  findings: ToldFinding[] | null;
};

const columns = [
  'id',
  'asked_by as askedBy',
  'started_at as startedAt',
  'seen_at as seenAt',
  'finished_at as finishedAt',
  'lines',
  'of_lines as ofLines',
  'chains',
  'seals',
  'findings',
] as const;

export const findLastCheck = (tx: Tx): Promise<LedgerCheck | undefined> =>
  tx.selectFrom('ledger_check').select(columns).orderBy('started_at', 'desc').limit(1).executeTakeFirst();

/** The newest check that found all as it was written. */
export const findLastGoodCheck = (tx: Tx): Promise<LedgerCheck | undefined> =>
  tx
    .selectFrom('ledger_check')
    .select(columns)
    .where('finished_at', 'is not', null)
    .where(sql<boolean>`findings = '[]'`)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();

export async function insertCheck(tx: Tx, askedBy: string | null, at: Date): Promise<string> {
  const { id } = await tx
    .insertInto('ledger_check')
    .values({ asked_by: askedBy, started_at: at, seen_at: at, finished_at: null, findings: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function noteProgress(tx: Tx, id: string, progress: Progress, at: Date): Promise<void> {
  await tx
    .updateTable('ledger_check')
    .set({ lines: progress.lines, of_lines: progress.ofLines, chains: progress.chains, seen_at: at })
    .where('id', '=', id)
    .execute();
}

export async function finishCheck(tx: Tx, id: string, result: CheckResult, at: Date): Promise<void> {
  await tx
    .updateTable('ledger_check')
    .set({
      lines: result.lines,
      of_lines: result.lines,
      chains: result.chains,
      seals: result.seals,
      findings: JSON.stringify(result.findings),
      seen_at: at,
      finished_at: at,
    })
    .where('id', '=', id)
    .execute();
}
