// Sessions resolved a second: GET /api/me with a live session, against a bare node:http + pg program that looks the
// same session up with one prepared statement, in turns within one run.   node bin/run bench/sessions.ts [--quick]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { hammer, type Load, median } from './hammer.ts';
import { openProvince } from './province.ts';

const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const seconds = quick ? 1 : 3;

const province = await openProvince();
try {
  const ours = await serve('program-server.ts', { url: province.ownerUrl });
  const bare = await serve('bare-sessions.ts', { url: province.ownerUrl, tenantId: province.tenantId });
  const cookie = await signIn(ours.origin, await province.entryToken('daumoi@example.vn'));
  const sides = { ours: `${ours.origin}/api/me`, bare: bare.origin };
  for (const url of Object.values(sides)) await hammer(url, { cookie }, 4, 1);
  for (const connections of [1, 16]) {
    const loads: Record<'ours' | 'bare', Load[]> = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round++)
      for (const name of ['ours', 'bare'] as const)
        loads[name].push(await hammer(sides[name], { cookie }, connections, seconds));
    report(connections, loads);
  }
  for (const child of [bare.child, ours.child]) child.kill();
} finally {
  await province.close();
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
    `sessions, ${connections} connection(s)\n  program  ${row('ours')}\n  bare     ${row('bare')}\n  ratio    ${ratio.toFixed(2)}×`,
  );
}
