import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { ImportJob, ImportState } from './import-job.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    import_job: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      name: string;
      media_type: string;
      state: Filled<ImportState>;
      attempts: Filled<number>;
      page: number | null;
      pages: number | null;
      recognised: Filled<boolean>;
      problem: string | null;
      document_id: string | null;
      known: boolean | null;
      created_by: string;
      created_at: Date;
      finished_at: Date | null;
    };
  }
}

const columns = [
  'id',
  'name',
  'media_type as mediaType',
  'state',
  'attempts',
  'page',
  'pages',
  'recognised',
  'problem',
  'document_id as documentId',
  'known',
  'created_by as createdBy',
  'created_at as createdAt',
  'finished_at as finishedAt',
] as const;

/** Whose jobs may have to be taken up; names of provinces are public, so any connection may ask. */
export async function listTenants(db: { selectFrom: Tx['selectFrom'] }): Promise<string[]> {
  return (await db.selectFrom('tenant').select('id').execute()).map(({ id }) => id);
}

export async function insertJob(
  tx: Tx,
  job: Pick<ImportJob, 'id' | 'name' | 'mediaType' | 'createdBy' | 'createdAt'>,
): Promise<void> {
  await tx
    .insertInto('import_job')
    .values({
      id: job.id,
      name: job.name,
      media_type: job.mediaType,
      created_by: job.createdBy,
      created_at: job.createdAt,
    })
    .execute();
}

/** Unfinished ones oldest first, then those finished since `since`, newest first. */
export async function listJobs(tx: Tx, since: Date): Promise<ImportJob[]> {
  const unfinished = await tx
    .selectFrom('import_job')
    .select(columns)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('created_at')
    .execute();
  const finished = await tx
    .selectFrom('import_job')
    .select(columns)
    .where('state', 'in', ['done', 'refused', 'failed'])
    .where('finished_at', '>', since)
    .orderBy('finished_at', 'desc')
    .limit(20)
    .execute();
  return [...unfinished, ...finished];
}

/** @throws Problem 404 */
export async function getJobForUpdate(tx: Tx, id: string): Promise<ImportJob> {
  const job = await tx
    .selectFrom('import_job')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!job) throw notFound('lần nhập này');
  return job;
}

/**
 * The oldest unfinished job among `ids` (those whose temporary copies lie on this machine), noted as begun once
 * more. A job that another program holds at this moment is passed over.
 */
export async function claimJob(tx: Tx, ids: string[]): Promise<ImportJob | undefined> {
  if (!ids.length) return undefined;
  const next = await tx
    .selectFrom('import_job')
    .select('id')
    .where('id', 'in', ids)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!next) return undefined;
  return tx
    .updateTable('import_job')
    .set((update) => ({
      state: 'running',
      attempts: update('attempts', '+', 1) as never,
      page: null,
      pages: null,
    }))
    .where('id', '=', next.id)
    .returning(columns)
    .executeTakeFirst();
}

/** Of `ids`, those of jobs that are not finished. */
export async function unfinishedAmong(tx: Tx, ids: string[]): Promise<string[]> {
  if (!ids.length) return [];
  const rows = await tx
    .selectFrom('import_job')
    .select('id')
    .where('id', 'in', ids)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Ends unfinished jobs begun before `before` that are not among `ids`: no machine has a copy of their file. */
export async function endLostJobs(
  tx: Tx,
  before: Date,
  ids: string[],
  problem: string,
  at: Date,
): Promise<void> {
  let query = tx
    .updateTable('import_job')
    .set({ state: 'failed', problem, finished_at: at })
    .where('state', 'in', ['waiting', 'running'])
    .where('created_at', '<', before);
  if (ids.length) query = query.where('id', 'not in', ids);
  await query.execute();
}

/** False when the job is no longer running: a person cancelled it. */
export async function noteProgress(
  tx: Tx,
  id: string,
  { page, pages, recognised }: { page: number; pages: number; recognised: boolean },
): Promise<boolean> {
  const row = await tx
    .updateTable('import_job')
    .set({ page, pages, recognised })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type Ending = Partial<Pick<ImportJob, 'name' | 'problem' | 'documentId' | 'known'>>;

/** Ends a running job. False when it was no longer running. */
export async function endJob(
  tx: Tx,
  id: string,
  state: ImportState,
  at: Date | null,
  { name, problem, documentId, known }: Ending = {},
): Promise<boolean> {
  const row = await tx
    .updateTable('import_job')
    .set({
      state,
      finished_at: at,
      ...(name === undefined ? {} : { name }),
      ...(problem === undefined ? {} : { problem }),
      ...(documentId === undefined ? {} : { document_id: documentId }),
      ...(known === undefined ? {} : { known }),
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts a job whose reading was interrupted back in the row. `uncounted`: the interruption was not its fault. */
export async function putBack(tx: Tx, id: string, { uncounted }: { uncounted: boolean }): Promise<void> {
  await tx
    .updateTable('import_job')
    .set((update) => ({
      state: 'waiting',
      page: null,
      pages: null,
      ...(uncounted ? { attempts: update('attempts', '-', 1) as never } : {}),
    }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** Cancels an unfinished job, or takes a finished one off the list. */
export async function dropJob(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('import_job')
    .set({ state: 'cancelled', name: '', finished_at: at })
    .where('id', '=', id)
    .execute();
}
