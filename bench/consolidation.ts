// A whole province consolidated: 200 agencies × 30 headings (6,000 paragraphs), 27 indicators.
// The pure part, the whole route on a real database, opening a source, DOCX and PDF of it; precision and recall of what
// is found.
//   node bin/run bench/consolidation.ts [--quick]

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fillPeriod, indicatorOf } from '#app/consolidation/filled-period.test-data.ts';
import { findAll } from '#app/consolidation/findings/find.ts';
import { generate } from '#app/consolidation/findings/generated.test-data.ts';
import { score } from '#app/consolidation/findings/score.test-data.ts';
import { tellingsOf } from '#app/consolidation/findings/tellings.ts';
import { foldAlike } from '#app/consolidation/fold-alike.ts';
import { totalOf } from '#app/consolidation/totals/total.ts';
import { openProgram } from '#app/main.ts';
import { inTenant } from '#app/platform/database.ts';
import { listFiledReports } from '#app/reports/index.ts';
import { type Cost, costOf } from './cost.ts';
import { median } from './hammer.ts';
import { openProvince } from './province.ts';

const AGENCIES = 200;
const SLOTS = 30;
const INDICATORS = 27;
const quick = process.argv.includes('--quick');
const seeds = quick ? [201] : [201, 202, 203, 204, 205];

for (const seed of seeds) {
  const made = generate(seed);
  const found = findAll(made.tellings, made.parts, 2026);
  const { precision, recall } = score(made, found);
  console.log(
    `found among 200 put in and 200 that look alike (province ${seed}): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (bar: 0.950)`,
  );
  if (precision < 0.95 || recall < 0.95) process.exitCode = 1;
}

const province = await openProvince();
const { house, tenantId } = province;
const slots = Array.from({ length: SLOTS }, (_, n) => `II.${n + 1}`);
const rules = ['flow', 'stock', 'distinct', 'ratio'] as const;
const indicators = Array.from({ length: INDICATORS }, (_, n) =>
  indicatorOf(`chi-tieu-${n + 1}`, {
    rule: n % 9 === 8 ? 'flow' : rules[n % 4]!,
    isMoney: n % 9 === 8,
    unit: n % 9 === 8 ? 'tỷ đồng' : n % 4 === 3 ? '%' : 'đoàn',
    slot: slots[n]!,
  }),
);
try {
  const { periodId } = await fillPeriod(house, tenantId, {
    name: '6 tháng đầu năm 2026',
    from: '2025-12-15',
    to: '2026-06-14',
    slots,
    indicators,
    agencies: Array.from({ length: AGENCIES }, (_, n) => `Cơ quan thứ ${String(n + 1).padStart(3, '0')}`),
    said: reports(),
  });
  await measurePure(periodId);
  const { id, texts } = await measureRoute(periodId);
  await measureFiles(id, texts);
} finally {
  await province.close();
}
process.exit();

/** What 200 agencies say: paragraphs of the generated provinces, one under each heading, and a figure for each indicator. */
function reports() {
  const texts: string[] = [];
  for (let seed = 1; texts.length < AGENCIES * SLOTS; seed += 1)
    texts.push(
      ...generate(seed)
        .tellings.filter(({ kind }) => kind === 'paragraph')
        .map(({ text }) => text),
    );
  const thing = (n: number) => ({ key: null, name: `Đối tác số ${n}`, on: null, amount: null, record: null });
  return Array.from({ length: AGENCIES }, (_, agency) => ({
    paragraphs: slots.map((slot, n) => ({ slot, text: texts[agency * SLOTS + n]! })),
    values: indicators.map(({ key, rule, isMoney }, n) => ({
      indicator: key,
      amount: 1 + ((agency * 7 + n) % 40),
      ...(rule === 'ratio' ? { whole: 50 } : {}),
      ...(isMoney ? { currency: 'VND' } : {}),
      ...(rule === 'distinct' ? { amount: 2, counted: [thing(agency % 50), thing(n + 100)] } : {}),
    })),
  }));
}

async function measurePure(periodId: string): Promise<void> {
  const filed = await inTenant(house.db, tenantId, (tx) => listFiledReports(tx, periodId));
  const paragraphs = filed.flatMap((report) => report.paragraphs);
  const told = filed.flatMap(({ agencyReportId, agencyId, agencyName: agency, values }) =>
    values.map((value) => ({ agencyReportId, agencyId, agency, value })),
  );
  const runs = Array.from({ length: quick ? 1 : 5 }, () => ({
    fold: timed(() => {
      for (const of of Map.groupBy(paragraphs, ({ slot }) => slot).values())
        foldAlike(of, ({ text }) => text);
    }),
    totals: timed(() => indicators.map((one) => totalOf(one, told, [], () => null))),
    find: timed(() => findAll(tellingsOf(filed, indicators), [], 2026)),
  }));
  const of = (key: 'fold' | 'totals' | 'find') => median(runs.map((run) => run[key]));
  console.log(
    `pure part over ${paragraphs.length} paragraphs, ${INDICATORS} indicators: fold ${of('fold').toFixed(0)} ms, totals ${of('totals').toFixed(0)} ms, contradictions and double counts ${of('find').toFixed(0)} ms`,
  );
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** POST /api/consolidations and what the pages ask, through the program on a real database, without the network. */
async function measureRoute(periodId: string): Promise<{ id: string; texts: string[] }> {
  const web = await openProgram(house);
  const entered = await web.inject({
    method: 'POST',
    url: '/api/enter',
    payload: { token: await province.entryToken('daumoi@example.vn') },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const start = performance.now();
    const answer = await web.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
    const ms = performance.now() - start;
    if (answer.statusCode !== 200) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return { ms, body: answer.json() };
  };
  const times: number[] = [];
  const work: number[] = [];
  let id = '';
  for (let run = 0; run < (quick ? 2 : 4); run += 1) {
    if (id)
      await inTenant(house.db, tenantId, (tx) =>
        tx.deleteFrom('consolidation').where('id', '=', id).execute(),
      );
    const before = process.cpuUsage();
    const made = await ask('POST', '/api/consolidations', { periodId });
    const { user, system } = process.cpuUsage(before);
    id = made.body.id;
    times.push(made.ms);
    work.push((user + system) / 1000);
  }
  const made = Math.min(...times);
  console.log(
    `consolidating ${AGENCIES * SLOTS} paragraphs, whole route: best ${made.toFixed(0)} ms, each ${times.map((ms) => ms.toFixed(0)).join(', ')} ms (bar: 1000 ms); work of the program alone ${Math.min(...work).toFixed(0)} ms; load of the machine ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores`,
  );
  if (made > 1000) process.exitCode = 1;
  const shown = await ask('GET', `/api/consolidations/${id}`);
  const { sentences, places, undecided } = shown.body;
  const bare = sentences.filter(
    (one: { sources: unknown[]; isEditorial: boolean }) => !one.sources.length && !one.isEditorial,
  );
  console.log(
    `  ${places.all} paragraphs: ${places.used} used, ${places.merged} merged, ${places.aside} aside, ${places.waiting} without a place; ${sentences.length} sentences, ${bare.length} of them with neither source nor mark; ${undecided} to decide`,
  );
  if (bare.length || places.waiting) process.exitCode = 1;
  const opened: number[] = [];
  for (let n = 0; n < (quick ? 5 : 20); n += 1)
    opened.push((await ask('GET', `/api/consolidations/${id}/sentences/${sentences[n * 37].id}/sources`)).ms);
  const source = median(opened);
  const total = await ask('GET', `/api/consolidations/${id}/totals/${indicators[0]!.key}`);
  const matrix = await ask('GET', `/api/consolidations/${id}/matrix`);
  const figures = await ask('GET', `/api/consolidations/${id}/totals`);
  console.log(
    `  opening a source ${source.toFixed(1)} ms (bar: 100 ms), the source of a total ${total.ms.toFixed(0)} ms; draft ${shown.ms.toFixed(0)} ms, matrix ${matrix.ms.toFixed(0)} ms, table of figures ${figures.ms.toFixed(0)} ms`,
  );
  if (source > 100) process.exitCode = 1;
  await web.close();
  return { id, texts: sentences.map(({ text }: { text: string }) => text) };
}

/** The draft as DOCX and PDF/A, over the network from a program of its own, beside what the DOCX package costs alone. */
async function measureFiles(id: string, texts: readonly string[]): Promise<void> {
  const bare = await bareDocx(texts);
  const child = fork(join(import.meta.dirname, 'program-server.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send({ url: province.ownerUrl });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const origin = `http://127.0.0.1:${port}`;
  const entered = await fetch(`${origin}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: await province.entryToken('daumoi@example.vn') }),
  });
  const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!;
  const get = async (path: string) => {
    const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.arrayBuffer()).byteLength;
  };
  await get('/api/consolidations');
  for (const name of ['document.docx', 'document.pdf']) {
    const runs: Cost[] = [];
    let bytes = 0;
    for (let run = 0; run < (quick ? 2 : 4); run += 1)
      runs.push(
        await costOf(child, province.owner, async () => {
          bytes = await get(`/api/consolidations/${id}/${name}`);
        }),
      );
    const best = Math.min(...runs.map(({ seconds }) => seconds));
    const over = Math.max(...runs.map(({ peak, idle }) => peak - idle));
    console.log(
      `  ${name}, ${(bytes / 1e6).toFixed(1)} MB: best ${best.toFixed(2)} s, each ${runs.map(({ seconds }) => seconds.toFixed(2)).join(', ')} s (bar of DOCX: 2 s), work of the program ${Math.min(...runs.map(({ cpu }) => cpu)).toFixed(2)} s; at most ${over.toFixed(0)} MB over what it held before (bar of DOCX: 300 MB); load ${loadavg()[0]!.toFixed(1)}`,
    );
    if (name !== 'document.docx') continue;
    console.log(
      `    the package alone, bare paragraphs: ${bare.seconds.toFixed(2)} s, ${bare.over.toFixed(0)} MB; ${(best / bare.seconds).toFixed(1)} times as long`,
    );
    if (best > 2 || over > 300) process.exitCode = 1;
  }
  child.kill();
}

async function bareDocx(texts: readonly string[]): Promise<{ seconds: number; over: number }> {
  const child = fork(join(import.meta.dirname, 'bare-docx.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  child.send([...texts]);
  const [made] = (await once(child, 'message')) as [{ seconds: number; over: number }];
  child.kill();
  return made;
}
