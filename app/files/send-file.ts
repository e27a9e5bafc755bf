import type { FastifyReply, FastifyRequest } from 'fastify';
import { missingFile } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { readRange } from './byte-range.ts';
import { mediaTypeOf, shownAs } from './file-kind.ts';
import { contentDisposition } from './file-name.ts';
import { kindOfStored } from './kind-of-stored.ts';

/**
 * Answers with a stored file, whole or the part asked for (RFC 9110 §14). It is saved and never opened by the
 * browser, whatever it claims to be; with `inline`, pictures, PDF and plain text are handed to our own page to
 * show. Nothing in it can act as us: no type is guessed, and what is opened by itself stands in a sandbox.
 */
export async function sendFile(
  call: { request: FastifyRequest; reply: FastifyReply; house: House },
  file: { sha256: string; name: string },
  { inline = false } = {},
): Promise<FastifyReply> {
  const { request, reply, house } = call;
  const size = await house.files.size(file.sha256);
  if (size === null) throw missingFile();
  const kind = inline ? await kindOfStored(house, file.sha256, size) : 'other';
  const isShown = ['pdf', 'image', 'text'].includes(shownAs(kind));
  const etag = `"${file.sha256}"`;
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    // Kept by the reader's browser, who asks each time: the right to read may have ended.
    'cache-control': 'private, no-cache',
    'content-disposition': contentDisposition(isShown ? 'inline' : 'attachment', file.name),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'content-type': isShown ? typeOf(mediaTypeOf(kind)) : 'application/octet-stream',
  });
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  const sameAsBefore = !request.headers['if-range'] || request.headers['if-range'] === etag;
  const range = sameAsBefore ? readRange(request.headers.range, size) : null;
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${size}`).header('content-length', 0).send('');
  if (!range) return reply.header('content-length', size).send(house.files.read(file.sha256));
  return reply
    .code(206)
    .header('content-range', `bytes ${range.from}-${range.to}/${size}`)
    .header('content-length', range.to - range.from + 1)
    .send(house.files.read(file.sha256, range));
}

const typeOf = (mediaType: string) =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
