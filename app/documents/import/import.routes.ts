import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dropFile, type HeldFile, receiveForm } from '#app/files/index.ts';
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
import { type Imported, keepDocument, type ReadText, understand } from './keep-document.ts';
import { noteSecretRefusal } from './refuse-secret.ts';

const LONGEST_PASTE = 10 * 1024 * 1024;
const PASTED = 'van-ban-dan.txt';
/** Finished imports stay on the list this long, in milliseconds. */
const SHOWN_FOR = 86_400_000;

type Upload = { text: string; meeting?: Meeting | null } | { file: HeldFile };
/** Conclusions of a meeting, pasted: they carry no heading that says of which meeting and day. */
type Meeting = { name: string; heldOn: string };
/** The bytes of an upload, in memory. */
export type Read = { bytes: Buffer; file: { name: string; mediaType: string } | null };

export function importRoutes(web: Web, house: House): void {
  documentPageRoutes(web, house);
  const loop = openImportLoop(house);
  web.addHook('onReady', async () => loop.start());
  web.addHook('onClose', () => loop.stop());
  // A form of 50 MB takes its time to arrive: the handler opens its own short transactions.
  mountLong(web, house, contract.importDocument, async ({ request, viewer }) => {
    requirePolicy(mayReviewDocuments, viewer, undefined);
    return importDocument({ house, viewer, loop }, await receive(house, request));
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

/** The pasted text of the form, or its one file in the upload hold: nothing is kept before the secrecy gate. */
async function receive(house: House, request: FastifyRequest): Promise<Upload> {
  const nothing = invalid('Chưa có tệp hay văn bản nào: hãy chọn một tệp hoặc dán toàn văn rồi gửi lại.');
  if (!request.isMultipart()) throw nothing;
  const fields = new Map<string, string>();
  for await (const part of receiveForm(request, house, 'document', {
    longestField: LONGEST_PASTE,
    files: 1,
  })) {
    if ('file' in part) return part;
    fields.set(part.field, part.value);
  }
  const text = fields.get('text') ?? '';
  if (text.trim()) return { text, meeting: meetingOf(fields) };
  throw nothing;
}

function meetingOf(fields: Map<string, string>): Meeting | null {
  const heldOn = fields.get('heldOn');
  if (heldOn === undefined) return null;
  const name = fields.get('meeting')?.trim().slice(0, 500) ?? '';
  if (name && z.iso.date().safeParse(heldOn).success) return { name, heldOn };
  throw invalid('Kết luận cuộc họp cần tên cuộc họp và ngày họp: hãy điền cả hai rồi gửi lại.', [
    name ? { path: 'heldOn', message: 'Cần ngày họp.' } : { path: 'meeting', message: 'Cần tên cuộc họp.' },
  ]);
}

/** The same in memory, for those who read it while its sender waits; nothing stays in the hold. */
export async function receiveBytes(house: House, request: FastifyRequest): Promise<Read> {
  const upload = await receive(house, request);
  return 'text' in upload ? asRead(upload.text) : takeFromHold(house, upload.file);
}

const asRead = (text: string): Read => ({ bytes: Buffer.from(text), file: null });

async function takeFromHold(house: House, file: HeldFile): Promise<Read> {
  try {
    const bytes = await house.uploads.read(file.id);
    return { bytes: bytes ?? Buffer.alloc(0), file: { name: file.name, mediaType: file.mediaType } };
  } finally {
    await dropFile(house, file);
  }
}

function importDocument(
  { house, viewer, loop }: { house: House; viewer: Viewer; loop: ImportLoop },
  upload: Upload,
): Promise<Imported | { jobId: string }> {
  return orRefuse(house, viewer, async () => {
    if ('text' in upload) return importNow(house, viewer, asRead(upload.text), upload.meeting);
    const { file } = upload;
    try {
      if (isForeign(file.head, file.name)) return { jobId: await queue(house, viewer, loop, file) };
    } catch (error) {
      await dropFile(house, file);
      throw error;
    }
    return importNow(house, viewer, await takeFromHold(house, file));
  });
}

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

async function importNow(
  house: House,
  viewer: Viewer,
  { bytes, file }: Read,
  meeting: Meeting | null = null,
): Promise<Imported> {
  const understood = understand((await readFile(bytes, file?.name ?? PASTED)).text);
  const read = meeting ? ofMeeting(understood, meeting) : understood;
  const stored = file ? { ...(await house.files.put(Readable.from([bytes]))), ...file } : null;
  return inTenant(house.db, viewer.tenantId, (tx) =>
    keepDocument(tx, read, { file: stored, by: viewer.personId, at: house.now() }),
  );
}

/** What the text itself says of its kind, title and day goes before what was typed beside it. */
function ofMeeting(read: ReadText, { name, heldOn }: Meeting): ReadText {
  const { kind, title, issuedOn } = read.header;
  const typed = {
    kind: kind ?? 'Thông báo',
    title: title ?? `Kết luận: ${name}`,
    issuedOn: issuedOn ?? heldOn,
  };
  return { ...read, header: { ...read.header, ...typed } };
}

/** The copy is in the hold before the row: a row without a copy could not be read. */
async function queue(
  house: House,
  viewer: Viewer,
  loop: ImportLoop,
  { id, name, mediaType }: HeldFile,
): Promise<string> {
  const by = { createdBy: viewer.personId, createdAt: house.now() };
  await inTenant(house.db, viewer.tenantId, (tx) => insertJob(tx, { id, name, mediaType, ...by }));
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
