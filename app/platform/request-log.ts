import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Web } from './http.ts';

/** A person waits; longer than this and somebody should know. In milliseconds. */
const SLOW = 1_000;

/** The route as declared: an address holds ids and what people searched for. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? '(không có)';

/** Gives each request an id that its answer carries, and tells of each in one line. */
export function logRequests(web: Web): void {
  web.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  web.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const ms = Math.round(reply.elapsedTime);
    const line = { method: request.method, route: routeOf(request), status: reply.statusCode, ms };
    if (ms > SLOW) request.log.warn(line, 'slow request');
    else request.log.info(line, 'request');
  });
}
