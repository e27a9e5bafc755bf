// 20,000 rows of the list as XLSX and CSV: the program against a bare writer (node:http + pg: one statement for the
// same rows and columns, all of them in memory, written with nothing between), in turns within one run. Seconds on the
// clock depend on what else the machine does; those of the processor less so. Memory is that of the server's process:
// what it holds at rest, and the most it held while the file was written; beside them a process that has loaded the
// program and serves nothing.   node bin/run bench/export.ts [--quick]
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { exportPaths } from '#app/duties/views/export.contract.ts';
import { type Cost, costOf, memoryOf } from './cost.ts';
import { median } from './hammer.ts';
import { fillDuties, openProvince } from './province.ts';
import { serve, signIn } from './sides.ts';

const ROWS = 20_000;
const BARS = { csv: 0.5, xlsx: 1.5 };
const MEMORY = 150;
const rounds = process.argv.includes('--quick') ? 2 : 7;

const province = await openProvince();
try {
  await fillDuties(province, ROWS);
  await sql`vacuum analyze duty, assignment, document`.execute(province.owner);
  const ours = await serve('program-server.ts', { url: province.ownerUrl });
  const bare = await serve('bare-export-server.ts', { url: province.ownerUrl, tenantId: province.tenantId });
  const idle = await serve('program-server.ts', { url: province.ownerUrl });
  const cookie = await signIn(ours.origin, await province.entryToken('daumoi@example.vn'));
  for (const format of ['csv', 'xlsx'] as const) {
    const asked = { ours: `${ours.origin}${exportPaths[format]}`, bare: `${bare.origin}/${format}` };
    const costs = { ours: [] as Cost[], bare: [] as Cost[] };
    for (const side of ['ours', 'bare'] as const) await download(asked[side], cookie);
    let bytes = 0;
    for (let round = 0; round < rounds; round++)
      for (const [side, { child }] of [
        ['ours', ours],
        ['bare', bare],
      ] as const)
        costs[side].push(
          await costOf(child, province.owner, async () => {
            const size = await download(asked[side], cookie);
            if (side === 'ours') bytes = size;
          }),
        );
    const of = (side: 'ours' | 'bare', key: keyof Cost) => median(costs[side].map((cost) => cost[key]));
    const say = (side: 'ours' | 'bare') =>
      `${of(side, 'seconds').toFixed(2)} s, of the processor ${of(side, 'cpu').toFixed(2)} s and ${of(side, 'databaseCpu').toFixed(2)} s in the database; memory ${of(side, 'idle').toFixed(0)} MB at rest, ${Math.max(...costs[side].map(({ peak }) => peak)).toFixed(0)} MB at most`;
    const ratio = median(costs.ours.map(({ seconds }, round) => seconds / costs.bare[round]!.seconds));
    const isIn = of('ours', 'seconds') <= BARS[format];
    console.log(
      `${isIn ? ' ok ' : 'MISS'} ${format}, ${ROWS} rows, ${(bytes / 1e6).toFixed(1)} MB, load ${loadavg()[0]!.toFixed(1)}: bar ${BARS[format]} s, ${ratio.toFixed(2)}× the time of the bare writer\n  program  ${say('ours')}\n  bare     ${say('bare')}`,
    );
  }
  const [most, rest] = [memoryOf(ours.child.pid!).VmHWM, memoryOf(idle.child.pid!).VmRSS];
  console.log(
    `${most - rest <= MEMORY ? ' ok ' : 'MISS'} the last files raised the program to ${most.toFixed(0)} MB; one beside it that wrote none holds ${rest.toFixed(0)} MB: ${(most - rest).toFixed(0)} MB for files (bar ${MEMORY} MB)`,
  );
  for (const { child } of [ours, bare, idle]) child.kill();
} finally {
  await province.close();
}

async function download(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}
