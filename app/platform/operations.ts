import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { House } from './house.ts';
import type { Web } from './http.ts';
import { type Figure, openMetrics } from './metrics.ts';
import { Problem } from './problem.ts';
import { openReadiness } from './readiness.ts';

/** What those who run the program look at: alive, ready, figures. Call before the routes whose times shall count. */
export function operationRoutes(web: Web, house: House, figures: readonly Figure[]): void {
  const readiness = openReadiness(house);
  const metrics = openMetrics(web, house, figures);
  const schema = { hide: true };
  web.get('/healthz', { schema }, () => ({ ok: true }));
  web.get('/readyz', { schema }, async (_, reply) => {
    const found = await readiness();
    const failing = Object.entries(found).filter(([, sentence]) => sentence !== null);
    return reply
      .code(failing.length ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ ready: !failing.length, failing: Object.fromEntries(failing) });
  });
  web.get('/metrics', { schema }, async (request, reply) => {
    if (!mayRead(request, house.installation.metricsToken))
      throw new Problem(
        403,
        'forbidden',
        'Số liệu vận hành chỉ đọc được ngay trên máy chủ, hoặc với mã NHIPCAU_METRICS_TOKEN.',
      );
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** With a token set, only who has it; else only this very machine, and not through a proxy that stands on it. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token) return isSame(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', token);
  const { headers, socket } = request;
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => headers[name]);
  return !isForwarded && /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

const hash = (text: string) => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));
