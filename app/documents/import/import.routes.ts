import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { IntakeRefusal, readFile, sniff } from '#app/intake/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { mayReviewDocuments } from '../document.policy.ts';
import { documentPageRoutes } from '../reader/document-page.routes.ts';
import * as contract from './import.contract.ts';
import { dropJob, getJobForUpdate, insertJob, listJobs } from './import-job.store.ts';
import { type ImportJob, type ImportState, isUnfinished } from './import-job.ts';
import { type ImportLoop, openImportLoop } from './import-loop.ts';
import { type Imported, keepDocument, understand } from './keep-document.ts';
import { noteSecretRefusal } from './refuse-secret.ts';

const LONGEST_PASTE = 10 * 1024 * 1024;
const PASTED = 'van-ban-dan.txt';
/** Finished imports stay on the list this long, in milliseconds. */
const SHOWN_FOR = 86_400_000;

type Upload = { bytes: Buffer; file: { name: string; mediaType: string } | null };

export function importRoutes(web: Web, house: House): void {
  documentPageRoutes(web, house);
  const loop = openImportLoop(house);
  web.addHook('onReady', async () => loop.start());
  web.addHook('onClose', () => loop.stop());
  // A form of 50 MB takes its time to arrive: the handler opens its own short transactions.
  mountLong(web, house, contract.importDocument, async ({ request, viewer }) => {
    requirePolicy(mayReviewDocuments, viewer, undefined);
    return importDocument({ house, viewer, loop }, await receive(request));
  });
  mount(web, house, contract.listImports, async ({ viewer, tx }) => {
    requirePolicy(mayReviewDocuments, viewer, undefined);
    const jobs = await listJobs(tx, new Date(house.now().getTime() - SHOWN_FOR));
    return { imports: jobs.map(presentImport) };
  });
  mountLong(web, house, contract.dropImport, async ({ params, viewer }) => {
    requirePolicy(mayReviewDocuments, viewer, undefined);
    await dropImport(house, loop, viewer.tenantId, params.id);
    return params;
  });
}

const presentImport = (job: ImportJob) => ({
  ...job,
  // Cancelled ones are not listed.
  state: job.state as Exclude<ImportState, 'cancelled'>,
  createdAt: job.createdAt.toISOString(),
});

/** The one file or the pasted text of the form, in memory: nothing is kept before the secrecy gate. */
export async function receive(request: FastifyRequest): Promise<Upload> {
  const nothing = invalid('Chưa có tệp hay văn bản nào: hãy chọn một tệp hoặc dán toàn văn rồi gửi lại.');
  if (!request.isMultipart()) throw nothing;
  for await (const part of request.parts({ limits: { fieldSize: LONGEST_PASTE, files: 1 } })) {
    if (part.type === 'file') {
      const name = basename(part.filename || PASTED).slice(0, 250);
      return { bytes: await part.toBuffer(), file: { name, mediaType: part.mimetype } };
    }
    if (part.fieldname === 'text' && typeof part.value === 'string' && part.value.trim())
      return { bytes: Buffer.from(part.value), file: null };
  }
  throw nothing;
}

function importDocument(
  { house, viewer, loop }: { house: House; viewer: Viewer; loop: ImportLoop },
  { bytes, file }: Upload,
): Promise<Imported | { jobId: string }> {
  return orRefuse(house, viewer, async () =>
    file && isForeign(bytes, file.name)
      ? { jobId: await queue(house, viewer, loop, { bytes, file }) }
      : importNow(house, viewer, { bytes, file }),
  );
}

/** The text of a file, whatever its form, while its sender waits. @throws Problem 422 with the sentence of the refusal */
export const readUpload = (house: House, viewer: Viewer, { bytes, file }: Upload): Promise<string> =>
  orRefuse(house, viewer, async () => (await readFile(bytes, file?.name ?? PASTED)).text);

/** A refusal of the intake as an answer; a secret document leaves one line in the ledger, without its words. */
async function orRefuse<T>(house: House, viewer: Viewer, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof IntakeRefusal)) throw error;
    if (error.code === 'secret')
      await inTenant(house.db, viewer.tenantId, (tx) => noteSecretRefusal(tx, viewer.personId, house.now()));
    throw new Problem(422, error.code, error.message);
  }
}

/** Text and Markdown are read in no time; the readers of all other forms take their time. */
function isForeign(bytes: Uint8Array, name: string): boolean {
  const form = sniff(bytes, name);
  return form !== 'text' && form !== 'markdown';
}

async function importNow(house: House, viewer: Viewer, { bytes, file }: Upload): Promise<Imported> {
  const read = understand((await readFile(bytes, file?.name ?? PASTED)).text);
  const stored = file ? { ...(await house.files.put(Readable.from([bytes]))), ...file } : null;
  return inTenant(house.db, viewer.tenantId, (tx) =>
    keepDocument(tx, read, { file: stored, by: viewer.personId, at: house.now() }),
  );
}

/** The copy is there before the row: a row without a copy could not be read. */
async function queue(
  house: House,
  viewer: Viewer,
  loop: ImportLoop,
  { bytes, file }: { bytes: Buffer; file: NonNullable<Upload['file']> },
): Promise<string> {
  const id = randomUUID();
  await house.uploads.put(id, bytes);
  const by = { createdBy: viewer.personId, createdAt: house.now() };
  try {
    await inTenant(house.db, viewer.tenantId, (tx) => insertJob(tx, { id, ...file, ...by }));
  } catch (error) {
    await house.uploads.destroy(id);
    throw error;
  }
  loop.wake();
  return id;
}

async function dropImport(house: House, loop: ImportLoop, tenantId: string, id: string): Promise<void> {
  const wasUnfinished = await inTenant(house.db, tenantId, async (tx) => {
    const job = await getJobForUpdate(tx, id);
    await dropJob(tx, id, house.now());
    return isUnfinished(job);
  });
  if (!wasUnfinished) return;
  loop.cancel(id);
  await house.uploads.destroy(id);
}
