import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { poolOf } from './database.ts';
import type { House } from './house.ts';
import type { Web } from './http.ts';
import { listLastRuns } from './jobs.ts';
import { routeOf } from './request-log.ts';

/** A figure that a concept brings, read when somebody asks. */
export type Figure = {
  /** Without the prefix `nhipcau_`, in Prometheus' manner: `mails_waiting`, `backup_age_seconds`. */
  name: string;
  help: string;
  labels?: string[];
  read: (house: House) => Promise<{ labels?: Record<string, string>; value: number }[]>;
};

/** Figures of this program in Prometheus' text form. */
export type Metrics = { text: () => Promise<string>; contentType: string };

export function openMetrics(web: Web, house: House, figures: readonly Figure[]): Metrics {
  const registry = new Registry();
  timeRequests(web, registry);
  for (const { name, help, labels = [], read } of [...ownFigures, ...figures]) {
    new Gauge({
      name: `nhipcau_${name}`,
      help,
      labelNames: labels,
      registers: [registry],
      async collect() {
        this.reset();
        for (const one of await read(house)) this.set(one.labels ?? {}, one.value);
      },
    });
  }
  let begun = false;
  return {
    contentType: registry.contentType,
    text: () => {
      // Watching the event loop costs a timer: only where somebody asks.
      if (!begun) collectDefaultMetrics({ register: registry });
      begun = true;
      return registry.metrics();
    },
  };
}

function timeRequests(web: Web, registry: Registry): void {
  const seconds = new Histogram({
    name: 'nhipcau_http_request_duration_seconds',
    help: 'Time to answer, by route as declared and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  web.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: routeOf(request), status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
}

const ownFigures: Figure[] = [
  {
    name: 'database_connections',
    help: 'Connections of the pool by what they do.',
    labels: ['state'],
    read: async ({ db }) => {
      const pool = poolOf(db);
      if (!pool) return [];
      return [
        { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
        { labels: { state: 'idle' }, value: pool.idleCount },
        { labels: { state: 'awaited' }, value: pool.waitingCount },
      ];
    },
  },
  {
    name: 'job_last_finished_timestamp_seconds',
    help: 'When a daily job last ended.',
    labels: ['job'],
    read: async ({ db }) =>
      (await listLastRuns(db)).flatMap(({ name, finishedAt }) =>
        finishedAt ? [{ labels: { job: name }, value: finishedAt.getTime() / 1000 }] : [],
      ),
  },
  {
    name: 'job_failed',
    help: '1 where the last run of a daily job failed.',
    labels: ['job'],
    read: async ({ db }) =>
      (await listLastRuns(db)).map(({ name, failed }) => ({ labels: { job: name }, value: failed ? 1 : 0 })),
  },
  {
    name: 'jobs_last_tick_timestamp_seconds',
    help: 'When the program last looked for work of its own.',
    read: async ({ installation: { pulse } }) => (pulse.at ? [{ value: pulse.at.getTime() / 1000 }] : []),
  },
];
