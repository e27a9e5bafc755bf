import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { findPerson } from '#app/accounts/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, requireViewer, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import { mayEditConsolidations, mayReadConsolidations } from '../consolidation.policy.ts';
import { getConsolidation } from '../consolidation.store.ts';
import { announce } from './announce.store.ts';
import { openStream } from './stream.ts';
import * as contract from './together.contract.ts';

/** Proxies cut what is silent for a minute. */
const BEAT = 25_000;
/** A browser comes back after this and shows again who it is. */
const LIFE = 10 * 60_000;
const asked = z.object({ id: z.uuid() });

/** Several people in one report: each hears of changes, and who is in which sentence. */
export function togetherRoutes(web: Web, house: House): void {
  mount(web, house, contract.sayWhere, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayEditConsolidations, viewer, undefined);
    const { id } = await getConsolidation(tx, params.id);
    const name = (await findPerson(tx, viewer.personId))?.name ?? '';
    await announce(tx, { kind: 'presence', id, personId: viewer.personId, name, ...body });
    return { ok: true as const };
  });
  const stream = openStream(house);
  const open = new Set<ServerResponse>();
  web.addHook('preClose', async () => {
    stream.close();
    for (const answer of open) answer.end();
  });
  web.get('/api/consolidations/:id/events', { schema: { hide: true } }, async (request, reply) => {
    const viewer = requireViewer(request);
    const { success, data } = asked.safeParse(request.params);
    if (!success) throw notFound('báo cáo tổng hợp này');
    await inTenant(house.db, viewer.tenantId, async (tx) => {
      requirePolicy(mayReadConsolidations, viewer, undefined);
      await getConsolidation(tx, data.id);
    });
    reply.hijack();
    const answer = reply.raw;
    answer.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    answer.write('retry: 2000\n: \n\n');
    if ((request.query as { wait?: string }).wait === 'no') return answer.end();
    open.add(answer);
    const leave = stream.listen({
      tenantId: viewer.tenantId,
      id: data.id,
      tell: (event, told) =>
        answer.writable && answer.write(`event: ${event}\ndata: ${JSON.stringify(told)}\n\n`),
    });
    const beat = setInterval(() => answer.writable && answer.write(': \n\n'), BEAT);
    const life = setTimeout(() => answer.end(), LIFE);
    answer.on('close', () => {
      clearInterval(beat);
      clearTimeout(life);
      leave();
      open.delete(answer);
    });
  });
}
