// 20,000 rows of the list as XLSX and CSV: the program against a bare writer that reads the same rows with one query
// and writes them with nothing between.   node bin/run bench/export.ts [--quick]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { exportPaths } from '#app/duties/views/export.contract.ts';
import { median } from './hammer.ts';
import { fillDuties, openProvince } from './province.ts';

const ROWS = 20_000;
const rounds = process.argv.includes('--quick') ? 2 : 5;

const province = await openProvince();
try {
  await fillDuties(province, ROWS);
  await sql`vacuum analyze duty, assignment, document`.execute(province.owner);
  const ours = await serve('program-server.ts', { url: province.ownerUrl });
  const bare = await serve('bare-export-server.ts', { url: province.ownerUrl, tenantId: province.tenantId });
  const cookie = await signIn(ours.origin, await province.entryToken('daumoi@example.vn'));
  for (const format of ['csv', 'xlsx'] as const) {
    const times = { ours: [] as number[], bare: [] as number[] };
    let bytes = 0;
    await download(`${ours.origin}${exportPaths[format]}`, cookie);
    await download(`${bare.origin}/${format}`, cookie);
    for (let round = 0; round < rounds; round++) {
      const one = await download(`${ours.origin}${exportPaths[format]}`, cookie);
      times.ours.push(one.seconds);
      bytes = one.bytes;
      times.bare.push((await download(`${bare.origin}/${format}`, cookie)).seconds);
    }
    const ratio = median(times.ours.map((seconds, round) => seconds / times.bare[round]!));
    console.log(
      `${format}, ${ROWS} rows, ${(bytes / 1e6).toFixed(1)} MB: program ${median(times.ours).toFixed(2)} s, bare ${median(times.bare).toFixed(2)} s, ${ratio.toFixed(2)}× its time`,
    );
  }
  ours.child.send('memory');
  const [{ peak }] = (await once(ours.child, 'message')) as [{ peak: number }];
  console.log(`program's highest memory: ${(peak / 1024).toFixed(0)} MB`);
  for (const { child } of [ours, bare]) child.kill();
} finally {
  await province.close();
}

async function download(url: string, cookie: string) {
  const before = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const { byteLength: bytes } = await answer.arrayBuffer();
  return { bytes, seconds: (performance.now() - before) / 1000 };
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
