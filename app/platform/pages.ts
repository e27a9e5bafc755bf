import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { Web } from './http.ts';
import { notFound } from './problem.ts';

/** Serves the built browser bundle; every address that is neither a file nor below /api opens the one page. */
export async function servePages(web: Web, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const worker = readFileSync(join(folder, 'worker.js'), 'utf8');
  await web.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    // File names carry the hash of their content.
    immutable: true,
    maxAge: '365d',
  });
  await web.register(fastifyStatic, {
    root: dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))),
    prefix: '/pdfjs/',
    decorateReply: false,
    // What the reader of PDF asks for beside its script: letters of fonts that a file does not bring along.
    allowedPath: (path) => /^\/?(cmaps|standard_fonts|wasm\/(openjpeg|jbig2|qcms))/.test(path),
    maxAge: '1d',
  });
  // Asked for with every visit: a new build takes over where an old one is kept.
  web.get('/worker.js', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
  );
  web.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      throw notFound('địa chỉ này');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
