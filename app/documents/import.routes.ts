import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { insertFile } from '#app/files/index.ts';
import { IntakeRefusal, readFile } from '#app/intake/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mountLong, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { readDocument } from '#libraries/document/index.ts';
import * as contract from './document.contract.ts';
import { mayReviewDocuments } from './document.policy.ts';
import {
  attachFile,
  findByContent,
  findByIdentity,
  insertDocument,
  type NewDocument,
} from './document.store.ts';
import { reviewOf, tidySymbol } from './document.ts';

const LONGEST_PASTE = 10 * 1024 * 1024;
const PASTED = 'van-ban-dan.txt';

type Upload = { bytes: Buffer; file: { name: string; mediaType: string } | null };
type Imported = { id: string; known: boolean };

export function importRoutes(web: Web, house: House): void {
  // Reading a scan may take minutes: the handler opens its own short transactions and no longer one around them.
  mountLong(web, house, contract.importDocument, async ({ request, viewer }) => {
    requirePolicy(mayReviewDocuments, viewer, undefined);
    return importDocument(house, viewer, await receive(request));
  });
}

/** The one file or the pasted text of the form, in memory: nothing is kept before the secrecy gate. */
async function receive(request: FastifyRequest): Promise<Upload> {
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

async function importDocument(house: House, viewer: Viewer, upload: Upload): Promise<Imported> {
  const text = await readUpload(house, viewer, upload);
  const reading = reviewOf(readDocument(text));
  const { symbol, kind, title, issuer, place, date } = reading.document;
  const header = { symbol: tidySymbol(symbol), kind, title, issuer, place, issuedOn: date };
  const stored = upload.file ? await house.files.put(Readable.from([upload.bytes])) : null;
  return inTenant(house.db, viewer.tenantId, async (tx) => {
    const known =
      (await findByIdentity(tx, header)) ?? (stored ? await findByContent(tx, stored.sha256) : undefined);
    if (known) return { id: known, known: true };
    const createdAt = house.now();
    const made: NewDocument = { ...header, text, reading, createdBy: viewer.personId, createdAt };
    const id = await insertDocument(tx, made);
    if (!id) return { id: (await findByIdentity(tx, header))!, known: true };
    if (stored) {
      const by = { uploadedBy: viewer.personId, uploadedAt: createdAt };
      await attachFile(tx, id, await insertFile(tx, { ...stored, ...upload.file!, ...by }));
    }
    const payload = { symbol: header.symbol, issuedOn: date, duties: reading.duties.length };
    await appendEvent(tx, createdAt, {
      subjectKind: 'document',
      subjectId: id,
      kind: 'document.imported',
      actorId: viewer.personId,
      payload,
    });
    return { id, known: false };
  });
}

/** @throws Problem 422 with the sentence of the refusal; a secret document leaves one line in the ledger, without its words */
async function readUpload(house: House, viewer: Viewer, { bytes, file }: Upload): Promise<string> {
  try {
    return (await readFile(bytes, file?.name ?? PASTED)).text;
  } catch (error) {
    if (!(error instanceof IntakeRefusal)) throw error;
    if (error.code === 'secret') {
      await inTenant(house.db, viewer.tenantId, (tx) =>
        appendEvent(tx, house.now(), {
          subjectKind: 'document',
          subjectId: randomUUID(),
          kind: 'document.refused-as-secret',
          actorId: viewer.personId,
          payload: {},
        }),
      );
    }
    throw new Problem(422, error.code, error.message);
  }
}
