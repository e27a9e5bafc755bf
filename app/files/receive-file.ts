import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { StoredFile } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { Problem } from '#app/platform/problem.ts';
import { type FileKind, HEAD, kindOfBytes, mediaTypeOf, refusalOf } from './file-kind.ts';
import { tidyName } from './file-name.ts';
import { largestBytes, tooLarge, type UploadPurpose } from './upload-rule.ts';

/** A file that was sent in and waits in the upload hold, by its id there: measured, looked at, scanned, not yet kept. */
export type HeldFile = {
  id: string;
  name: string;
  kind: FileKind;
  mediaType: string;
  size: number;
  /** Its first bytes. */
  head: Buffer;
};

/** What a form field or a file of a form is, in the order sent. */
export type FormPart = { field: string; value: string } | { field: string; file: HeldFile };

/**
 * The parts of a multipart form; each file is streamed into the upload hold, its size held to the limit of
 * `purpose`, its kind told by its bytes, and looked at by the virus scanner where there is one. Whoever reads the
 * form calls `keepFile` or `dropFile` for each file.
 * @throws Problem 413, 422 or 503 with one sentence; the file that caused it is gone from the hold
 */
export async function* receiveForm(
  request: FastifyRequest,
  house: House,
  purpose: UploadPurpose,
  { longestField = 1024 * 1024, files = 20 } = {},
): AsyncGenerator<FormPart> {
  const limits = { fileSize: largestBytes(purpose), fieldSize: longestField, files };
  // Its types do not name this option: the stream is cut at the limit, and we say so ourselves.
  const options = { limits, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') yield { field: part.fieldname, value: String(part.value ?? '') };
    else {
      const file = await hold(house, part, purpose);
      // A browser sends an empty, nameless file for a field nobody filled in.
      if (part.filename || file.size) yield { field: part.fieldname, file };
      else await dropFile(house, file);
    }
  }
}

async function hold(house: House, part: MultipartFile, purpose: UploadPurpose): Promise<HeldFile> {
  const id = randomUUID();
  const name = tidyName(part.filename);
  const seen = { size: 0, head: Buffer.alloc(0), tail: Buffer.alloc(0) };
  try {
    const content = Readable.from(watched(part.file, seen), { objectMode: false });
    // A document waits in the hold for its reader; all else is in the file store before the answer.
    await house.uploads.put(id, content, { passing: purpose !== 'document' });
    if (part.file.truncated) throw new Problem(413, 'too-large', tooLarge(name, purpose));
    const kind = kindOfBytes(seen.head, seen.tail);
    // Documents have their own gate, which reads every form it can and names what it cannot.
    const refusal = purpose === 'document' ? null : refusalOf(name, kind);
    if (refusal)
      throw new Problem(422, 'wrong-type', refusal, { errors: [{ path: 'file', message: refusal }] });
    await scan(house, id, name);
    const { head, size } = seen;
    return { id, name, kind, mediaType: mediaTypeOf(kind), size, head };
  } catch (error) {
    await house.uploads.destroy(id);
    throw error;
  }
}

/** Notes the length, the first and the last bytes of what passes through. */
async function* watched(
  content: AsyncIterable<Buffer>,
  seen: { size: number; head: Buffer; tail: Buffer },
): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    if (seen.head.length < HEAD) seen.head = Buffer.concat([seen.head, chunk]);
    seen.tail = Buffer.concat([seen.tail, chunk]).subarray(-HEAD);
    seen.size += chunk.length;
    yield chunk;
  }
}

async function scan(house: House, id: string, name: string): Promise<void> {
  const found = await house.scan?.(house.uploads.stream(id));
  if (!found) return;
  const sentence = `Tệp ${name} có mã độc (${found}) nên không được nhận: hãy quét vi-rút máy của bạn rồi gửi tệp sạch.`;
  house.log?.warn({ found }, 'an upload with a virus was refused');
  throw new Problem(422, 'virus', sentence, { errors: [{ path: 'file', message: sentence }] });
}

/** Moves a held file into the file store. Its name is noted by `insertFile` in the transaction that uses it. */
export async function keepFile(
  house: House,
  { id, name, mediaType }: HeldFile,
): Promise<StoredFile & { name: string; mediaType: string }> {
  const stored = await house.files.put(house.uploads.stream(id));
  await house.uploads.destroy(id);
  return { ...stored, name, mediaType };
}

export const dropFile = (house: House, file: HeldFile): Promise<void> => house.uploads.destroy(file.id);
