import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Nothing inline runs: every script is a file of ours. Said in words, because it is the same for every answer. */
const contentSecurity = [
  "default-src 'self'",
  "script-src 'self'",
  "script-src-attr 'none'",
  // Mantine sets sizes and colours through style elements and attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

/** What no page of ours asks a browser for. */
const permissions = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

const YEAR = 365 * 24 * 3600;

/**
 * Headers of every answer, page or not. `isHttps`: the program is reached by https, and browsers are told to come
 * back by nothing else; told over plain http they would not listen, and a trial on one machine has no certificate.
 */
export async function strictHeaders(web: FastifyInstance, isHttps: boolean): Promise<void> {
  await web.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: YEAR, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  web.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurity);
  });
  web.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', permissions);
    // Answers hold what one person may see: neither the browser nor anything between keeps them.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
}
