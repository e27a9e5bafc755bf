import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { requireViewer, type Web } from '#app/platform/http.ts';
import { listNotices } from './notice.store.ts';
import { openNoticeStream } from './notice-stream.ts';

/** Proxies cut what is silent for a minute. */
const BEAT = 25_000;
/** A browser comes back after this and shows again who it is: who was signed out hears no more. */
const LIFE = 10 * 60_000;

/**
 * GET /api/notice-events: notices of the signed-in person as server-sent events. A browser that comes back says the
 * last it had (Last-Event-ID) and is told what it missed. `?wait=no` tells only that and ends.
 */
export function noticeEventRoutes(web: Web, house: House): void {
  const stream = openNoticeStream(house);
  const open = new Set<ServerResponse>();
  web.addHook('preClose', async () => {
    stream.close();
    for (const answer of open) answer.end();
  });
  web.get(
    '/api/notice-events',
    { schema: { hide: true }, onRequest: async (request) => void requireViewer(request) },
    async (request, reply) => {
      const { tenantId, personId } = requireViewer(request);
      const answer = begin(reply);
      open.add(answer);
      const write = (text: string) => answer.writable && answer.write(text);
      let end = () => {};
      let last = lastOf(request);
      // Listens before it looks back, so that nothing falls between.
      const tell = (seq: number | undefined) => {
        if (seq === undefined) return write('event: changed\ndata: {}\n\n');
        if (seq <= last) return;
        last = seq;
        write(`id: ${seq}\nevent: notice\ndata: {"seq":${seq}}\n\n`);
      };
      const isWaiting = (request.query as { wait?: string }).wait !== 'no';
      const leave = isWaiting
        ? stream.listen({ tenantId, personId, tell: (heard) => tell(heard?.seq) })
        : () => {};
      const beat = setInterval(() => write(': \n\n'), BEAT);
      const life = setTimeout(() => end(), LIFE);
      end = () => {
        clearInterval(beat);
        clearTimeout(life);
        leave();
        open.delete(answer);
        answer.end();
      };
      answer.on('close', () => end());
      write('retry: 2000\n: \n\n');
      if (last) for (const seq of await missed(house, { tenantId, personId, after: last })) tell(seq);
      if (!isWaiting) end();
    },
  );
}

function begin(reply: FastifyReply): ServerResponse {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy in front that gathers answers would hold every event back.
    'x-accel-buffering': 'no',
  });
  return reply.raw;
}

const lastOf = ({ headers }: FastifyRequest): number => {
  const given = Number(headers['last-event-id']);
  return Number.isSafeInteger(given) && given > 0 ? given : 0;
};

/** The newest a browser missed, oldest first; more than a screen of them it reads from the page. */
const missed = (
  house: House,
  { tenantId, personId, after }: { tenantId: string; personId: string; after: number },
): Promise<number[]> =>
  inTenant(house.db, tenantId, async (tx) =>
    (await listNotices(tx, { personId, unread: true, after }, { limit: 50 }))
      .map(({ seq }) => Number(seq))
      .reverse(),
  );
