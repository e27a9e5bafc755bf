import { sql } from 'kysely';
import type { Database, Filled } from '#app/platform/database.ts';
import type { Archive, Step } from './make-archive.ts';
import type { Run, RunKind, RunReason } from './run.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    backup_run: {
      id: Filled<string>;
      kind: RunKind;
      reason: RunReason;
      state: Filled<Run['state']>;
      started_at: Date;
      seen_at: Date;
      finished_at: Date | null;
      step: Step;
      done: Filled<number>;
      total: Filled<number>;
      failure: string | null;
      archive: string | null;
      place: string | null;
      size: number | null;
      sha256: string | null;
      row_count: number | null;
      file_count: number | null;
      file_bytes: number | null;
      unusable: number | null;
    };
  }
}

const columns = [
  'id',
  'kind',
  'reason',
  'state',
  'started_at as startedAt',
  'seen_at as seenAt',
  'finished_at as finishedAt',
  'step',
  'done',
  'total',
  'failure',
  'archive',
  'place',
  'size',
  'sha256',
  'row_count as rows',
  'file_count as files',
  'file_bytes as fileBytes',
  'unusable',
] as const;

export async function insertRun(
  db: Database,
  run: { kind: RunKind; reason: RunReason; at: Date },
): Promise<string> {
  const { id } = await db
    .insertInto('backup_run')
    .values({
      kind: run.kind,
      reason: run.reason,
      started_at: run.at,
      seen_at: run.at,
      finished_at: null,
      step: run.kind === 'backup' ? 'rows' : 'checking',
      failure: null,
      archive: null,
      place: null,
      size: null,
      sha256: null,
      row_count: null,
      file_count: null,
      file_bytes: null,
      unusable: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export const isRecorded = async (db: Database, id: string): Promise<boolean> =>
  (await db.selectFrom('backup_run').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/** A sign of life, with how far the run is. */
export async function noteProgress(
  db: Database,
  id: string,
  at: Date,
  { step, done, total }: { step: Step; done: number; total: number },
): Promise<void> {
  await db.updateTable('backup_run').set({ seen_at: at, step, done, total }).where('id', '=', id).execute();
}

export async function finishRun(
  db: Database,
  id: string,
  at: Date,
  result: { archive: Partial<Archive> } | { failure: string },
): Promise<void> {
  const { name, place, size, sha256, rows, files, fileBytes, unusable } =
    'archive' in result ? result.archive : ({} as Partial<Archive>);
  await db
    .updateTable('backup_run')
    .set({
      state: 'failure' in result ? 'failed' : 'done',
      failure: 'failure' in result ? result.failure : null,
      finished_at: at,
      seen_at: at,
      archive: name ?? null,
      place: place ?? null,
      size: size ?? null,
      sha256: sha256 ?? null,
      row_count: rows ?? null,
      file_count: files ?? null,
      file_bytes: fileBytes ?? null,
      unusable: unusable ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Newest first. */
export const listRuns = (db: Database, limit: number): Promise<Run[]> =>
  db.selectFrom('backup_run').select(columns).orderBy('started_at', 'desc').limit(limit).execute();

export const findLastRun = (
  db: Database,
  kind: RunKind,
  wanted: { state?: Run['state']; reason?: RunReason } = {},
): Promise<Run | undefined> => {
  let query = db.selectFrom('backup_run').select(columns).where('kind', '=', kind);
  if (wanted.state) query = query.where('state', '=', wanted.state);
  if (wanted.reason) query = query.where('reason', '=', wanted.reason);
  return query.orderBy('started_at', 'desc').limit(1).executeTakeFirst();
};

/** When the first province was made: before that there was nothing to keep. */
export async function findBirth(db: Database): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(created_at) as at from tenant`.execute(db);
  return rows[0]?.at ?? null;
}
