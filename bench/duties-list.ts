// The list of duties over 20,000 duties: the program against a bare node:http + pg program that runs the very
// same SQL, in turns within one run.   node bin/run bench/duties-list.ts [--quick]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { queryDuties } from '#app/duties/duty-lines.store.ts';
import type { Tables } from '#app/platform/database.ts';
import { hammer, type Load, median } from './hammer.ts';
import { fillDuties, openProvince, type Province } from './province.ts';

const DUTIES = 20_000;
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const seconds = quick ? 1 : 3;

const province = await openProvince();
try {
  await fillDuties(province, DUTIES);
  await sql`vacuum analyze duty, assignment, document`.execute(province.owner);
  const statement = await captureSql(province);
  const bare = await serve('bare-server.ts', {
    url: province.ownerUrl,
    tenantId: province.tenantId,
    ...statement,
  });
  const ours = await serve('program-server.ts', { url: province.ownerUrl });
  const cookie = await signIn(ours.origin, await province.entryToken('daumoi@example.vn'));
  const sides = {
    ours: { url: `${ours.origin}/api/duties?whose=all`, headers: { cookie } },
    bare: { url: bare.origin, headers: {} },
  };
  for (const side of Object.values(sides)) await hammer(side.url, side.headers, 4, 1);
  for (const connections of [1, 16]) {
    const loads: Record<'ours' | 'bare', Load[]> = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      for (const name of ['ours', 'bare'] as const)
        loads[name].push(await hammer(sides[name].url, sides[name].headers, connections, seconds));
    }
    report(connections, loads);
  }
  for (const child of [bare.child, ours.child]) child.kill();
} finally {
  await province.close();
}

/** The statement as the program sends it for the first page of everything. */
async function captureSql({ ownerUrl, tenantId }: Province): Promise<{ text: string; values: unknown[] }> {
  let captured = { text: '', values: [] as unknown[] };
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    options: `-c role=nhipcau_app -c app.tenant=${tenantId}`,
  });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      if (query.sql.includes('matching')) captured = { text: query.sql, values: [...query.parameters] };
    },
  });
  const today = new Date().toISOString().slice(0, 10);
  await db
    .transaction()
    .execute((tx) => queryDuties(tx, {}, { sort: 'position', down: false }, { page: 1, size: 50, today }));
  await db.destroy();
  return captured;
}

async function serve(file: string, given: object) {
  const child = fork(join(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(given);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, origin: `http://127.0.0.1:${port}` };
}

async function signIn(origin: string, token: string): Promise<string> {
  const answer = await fetch(`${origin}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

function report(connections: number, loads: Record<'ours' | 'bare', Load[]>): void {
  const of = (name: 'ours' | 'bare', key: keyof Load) => median(loads[name].map((load) => load[key]));
  const ratio = median(loads.ours.map((load, i) => load.perSecond / loads.bare[i]!.perSecond));
  const row = (name: 'ours' | 'bare') =>
    `${of(name, 'perSecond').toFixed(0).padStart(6)}/s  p50 ${of(name, 'p50').toFixed(1)} ms  p99 ${of(name, 'p99').toFixed(1)} ms`;
  console.log(
    `duties list, ${DUTIES} duties, ${connections} connection(s)\n  program  ${row('ours')}\n  bare     ${row('bare')}\n  ratio    ${ratio.toFixed(2)}×`,
  );
}
