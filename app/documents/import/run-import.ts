import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { insertFile } from '#app/files/index.ts';
import {
  type IntakePage,
  type IntakeProgress,
  IntakeRefusal,
  limits,
  type PagePicture,
  picturePages,
  readFile,
} from '#app/intake/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { StoredFile } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { insertPages } from '../reader/document-page.store.ts';
import { type DocumentPage, toPageWord } from '../reader/document-page.ts';
import { endJob, noteProgress, putBack } from './import-job.store.ts';
import { type ImportJob, importSentences } from './import-job.ts';
import { findKnown, keepDocument, understand } from './keep-document.ts';
import { noteSecretRefusal } from './refuse-secret.ts';

/** Rows are written at most this often, in milliseconds: pages with letters are done in no time. */
const PROGRESS_EVERY = 400;

export type Claimed = { tenantId: string; job: ImportJob };

/**
 * Reads the file of a claimed job and ends the job: with a document, with a sentence, or back in the row when
 * `controller` was aborted. Nothing of the file is stored before the secrecy gate has let it pass; the temporary
 * copy is destroyed whenever the job has ended.
 */
export async function runImport(
  house: House,
  { tenantId, job }: Claimed,
  controller: AbortController,
): Promise<void> {
  const { id } = job;
  const end = (state: 'refused' | 'failed', problem: string) =>
    inTenant(house.db, tenantId, (tx) => endJob(tx, id, state, house.now(), { problem }));
  try {
    const bytes = await house.uploads.read(id);
    // The program died over it as often as it may: it is not read once more.
    if (job.attempts > limits.importAttempts) await end('failed', importSentences.failed);
    else if (!bytes) await end('failed', importSentences.lost);
    else await readAndKeep(house, { tenantId, job }, bytes, controller);
  } catch (error) {
    if (controller.signal.aborted) {
      // Stopping the program is not the file's fault; a job that was cancelled is no longer running and stays so.
      await inTenant(house.db, tenantId, (tx) => putBack(tx, id, { uncounted: true }));
      return;
    }
    if (error instanceof IntakeRefusal) await refuse(house, { tenantId, job }, error);
    else if (job.attempts >= limits.importAttempts) await end('failed', importSentences.failed);
    else return inTenant(house.db, tenantId, (tx) => putBack(tx, id, { uncounted: false }));
  }
  await house.uploads.destroy(id);
}

/** The copy goes first: should the program die in between, the job is left without a copy and ends as lost. */
async function refuse(house: House, { tenantId, job }: Claimed, refusal: IntakeRefusal): Promise<void> {
  await house.uploads.destroy(job.id);
  const isSecret = refusal.code === 'secret';
  await inTenant(house.db, tenantId, async (tx) => {
    const ending = { problem: refusal.message, ...(isSecret ? { name: '' } : {}) };
    await endJob(tx, job.id, 'refused', house.now(), ending);
    if (isSecret) await noteSecretRefusal(tx, job.createdBy, house.now());
  });
}

async function readAndKeep(
  house: House,
  { tenantId, job }: Claimed,
  bytes: Buffer,
  controller: AbortController,
): Promise<void> {
  const { signal } = controller;
  const tell = progressWriter(house, { tenantId, job }, controller);
  const { text, pages = [] } = await readFile(bytes, job.name, { onProgress: tell.note, signal });
  await tell.settled();
  const read = understand(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await inTenant(house.db, tenantId, (tx) => findKnown(tx, read.header, sha256));
  const pictures = known
    ? new Map<number, StoredFile>()
    : await storePictures(house, bytes, job, pages, signal);
  const stored = known ? { sha256, size: bytes.length } : await house.files.put(Readable.from([bytes]));
  const by = job.createdBy;
  await inTenant(house.db, tenantId, async (tx) => {
    const at = house.now();
    const file = { ...stored, name: job.name, mediaType: job.mediaType };
    const kept = await keepDocument(tx, read, { file, by, at });
    // Ends nothing when a person cancelled meanwhile: then nothing is kept either.
    const ended = await endJob(tx, job.id, 'done', at, { documentId: kept.id, known: kept.known });
    if (!ended) throw new Error('the import was cancelled');
    if (kept.known) return;
    const described: DocumentPage[] = [];
    for (const [index, page] of pages.entries()) {
      const number = index + 1;
      const picture = pictures.get(number);
      const about = { name: `trang-${number}.jpg`, mediaType: 'image/jpeg', uploadedBy: by, uploadedAt: at };
      const fileId = picture ? await insertFile(tx, { ...picture, ...about }) : null;
      const words = (page.words ?? []).map(toPageWord);
      described.push({ number, span: [page.begin, page.end], scanned: page.scanned, fileId, words });
    }
    await insertPages(tx, kept.id, described);
  });
}

/** Pictures of the scanned pages, by number; drawn only now that the gate has been passed. */
async function storePictures(
  house: House,
  bytes: Buffer,
  job: ImportJob,
  pages: IntakePage[],
  signal: AbortSignal,
): Promise<Map<number, StoredFile>> {
  const scanned = pages.flatMap((page, index) => (page.scanned ? [index + 1] : []));
  const stored = new Map<number, StoredFile>();
  if (!scanned.length) return stored;
  const storing: Promise<void>[] = [];
  const store = async ({ page, jpeg }: PagePicture) => {
    stored.set(page, await house.files.put(Readable.from([Buffer.from(jpeg)])));
  };
  const onPicture = (picture: PagePicture) => void storing.push(store(picture));
  await picturePages(bytes, job.name, scanned, { onPicture, signal });
  await Promise.all(storing);
  return stored;
}

/** Writes progress one row at a time, not too often; aborts the reading once the job is no longer running. */
function progressWriter(house: House, { tenantId, job }: Claimed, controller: AbortController) {
  let writing: Promise<unknown> = Promise.resolve();
  let last = 0;
  const write = async (progress: IntakeProgress) => {
    const goesOn = await inTenant(house.db, tenantId, (tx) => noteProgress(tx, job.id, progress));
    if (!goesOn) controller.abort(new Error('the import was cancelled'));
  };
  return {
    note: (progress: IntakeProgress) => {
      if (performance.now() - last < PROGRESS_EVERY && progress.page < progress.pages) return;
      last = performance.now();
      // Progress that could not be written is no reason to stop reading.
      writing = writing.then(() => write(progress)).catch(() => {});
    },
    settled: () => writing,
  };
}
