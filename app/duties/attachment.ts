import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * Answers with a file that somebody sent in: always saved and never opened by the browser, whatever it claims to be,
 * so that a page or a picture with a script in it cannot act as us.
 */
export function sendAttachment(
  reply: FastifyReply,
  file: { name: string; size: number },
  content: Readable,
): FastifyReply {
  const plain =
    file.name
      .normalize('NFD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_') || 'tep';
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', file.size)
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(content);
}
