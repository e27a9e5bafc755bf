import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Web } from './http.ts';
import { notFound } from './problem.ts';

/** Serves the built browser bundle; every address that is neither a file nor below /api opens the one page. */
export async function servePages(web: Web, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  await web.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    // File names carry the hash of their content.
    immutable: true,
    maxAge: '365d',
  });
  web.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      throw notFound('địa chỉ này');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
