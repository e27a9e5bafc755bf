// A register of 100,000 rows: its list against a bare node:http + pg program that runs the very same SQL, in turns
// within one run; 10,000 rows brought from Excel; 50,000 rows out to Excel.   node bin/run bench/registers.ts [--quick]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { inTenant, type Tables } from '#app/platform/database.ts';
import { xlsxStream } from '#app/platform/xlsx-stream.ts';
import { getRegister } from '#app/registers/find-register.ts';
import { listRows } from '#app/registers/list-rows.store.ts';
import { hammer, type Load, median } from './hammer.ts';
import { openProvince, type Province } from './province.ts';

const ROWS = 100_000;
const register = getRegister('foreign-ngo');
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const seconds = quick ? 1 : 3;
const base = '/api/registers/foreign-ngo';

const province = await openProvince();
try {
  await fillRows(province, ROWS);
  await measureList(province);
  await measureExport(province);
  await measureImport(province);
} finally {
  await province.close();
}

/** Half of them of Laos, so that 50,000 are asked for by one filter. */
async function fillRows({ house, tenantId, owner }: Province, count: number): Promise<void> {
  await inTenant(house.db, tenantId, (tx) =>
    sql`insert into foreign_ngo (agency_id, state, state_on, created_at, changed_at, words, name, english_name, country, works,
        certificate_kind, certificate, issued_on, expires_on, representative, phone, local_staff)
      select (select id from agency order by name offset n % 30 limit 1), 'active', date '2026-01-01', now(), now() - n * interval '1 second',
        'to chuc thu ' || n || ' lao giao duc', 'Tổ chức thử ' || n, 'Organisation ' || n, case n % 2 when 0 then 'LA' else 'US' end,
        array['education'], 'activity', n || '/UB-HĐ', date '2024-01-01' + n % 700, date '2026-01-01' + n % 900, 'Nguyễn Văn A', '0292 3 821 777', n % 40
      from generate_series(1, ${count}) n`.execute(tx),
  );
  await sql`vacuum analyze foreign_ngo, agency`.execute(owner);
}

async function measureList(given: Province): Promise<void> {
  const statement = await captureSql(given);
  const bare = await serve('bare-register-server.ts', {
    url: given.ownerUrl,
    tenantId: given.tenantId,
    ...statement,
  });
  const ours = await serve('program-server.ts', { url: given.ownerUrl });
  const cookie = await signIn(ours.origin, await given.entryToken('daumoi@example.vn'));
  const sides = {
    ours: { url: `${ours.origin}${base}/rows`, headers: { cookie } },
    bare: { url: bare.origin, headers: {} },
  };
  for (const side of Object.values(sides)) await hammer([side], 4, 1);
  for (const connections of [1, 16]) {
    const loads: Record<'ours' | 'bare', Load[]> = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round++)
      for (const name of ['ours', 'bare'] as const)
        loads[name].push(await hammer([sides[name]], connections, seconds));
    report(connections, loads);
  }
  for (const { child } of [bare, ours]) child.kill();
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
      if (query.sql.includes('rowsCounted')) captured = { text: query.sql, values: [...query.parameters] };
    },
  });
  const asked = { conditions: [], reach: 'all' as const, sort: register.sort };
  await db.transaction().execute((tx) => listRows(tx, register, asked, { page: 1, size: 50 }));
  await db.destroy();
  return captured;
}

async function measureExport(given: Province): Promise<void> {
  const ours = await serve('program-server.ts', { url: given.ownerUrl });
  const cookie = await signIn(ours.origin, await given.entryToken('daumoi@example.vn'));
  const times: number[] = [];
  const before = await peakOf(ours.child);
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const answer = await fetch(`${ours.origin}${base}/rows.xlsx?filter=country:LA`, { headers: { cookie } });
    bytes = (await answer.arrayBuffer()).byteLength;
    times.push((performance.now() - began) / 1000);
  }
  const peak = await peakOf(ours.child);
  console.log(
    `export of ${ROWS / 2} rows, ${(bytes / 1e6).toFixed(1)} MB: ${median(times).toFixed(2)} s, highest memory ${peak.toFixed(0)} MB, ${(peak - before).toFixed(0)} MB above the idle program`,
  );
  ours.child.kill();
}

/** Highest memory of a program so far, in MB. */
async function peakOf(child: ChildProcess): Promise<number> {
  child.send('memory');
  const [{ peak }] = (await once(child, 'message')) as [{ peak: number }];
  return peak / 1024;
}

async function measureImport(given: Province): Promise<void> {
  const ours = await serve('program-server.ts', { url: given.ownerUrl });
  const cookie = await signIn(ours.origin, await given.entryToken('daumoi@example.vn'));
  const file = await bookOf(10_000);
  const send = async (path: string, digest: string) => {
    const form = new FormData();
    if (digest) form.set('digest', digest);
    form.set('file', new Blob([new Uint8Array(file)]), 'so.xlsx');
    const before = performance.now();
    const answer = await fetch(`${ours.origin}${path}`, { method: 'POST', headers: { cookie }, body: form });
    return { seconds: (performance.now() - before) / 1000, body: await answer.json() };
  };
  const tried = await send(`${base}/book/try`, '');
  const written = await send(`${base}/book`, tried.body.digest);
  console.log(
    `import of 10,000 rows beside ${ROWS}, ${(file.length / 1e6).toFixed(1)} MB: looked at in ${tried.seconds.toFixed(2)} s (${tried.body.fresh} new, ${tried.body.errorCount} errors), written in ${written.seconds.toFixed(2)} s (${JSON.stringify(written.body)})`,
  );
  ours.child.kill();
}

async function bookOf(count: number): Promise<Buffer> {
  const headings = [
    'Tên tiếng Việt',
    'Nước',
    'Lĩnh vực',
    'Loại giấy',
    'Số Giấy đăng ký',
    'Ngày cấp',
    'Ngày hết hạn',
    'Điện thoại',
    'Nhân sự Việt Nam',
    'Cơ quan',
  ];
  const rows = Array.from({ length: count }, (_, n) => [
    `Tổ chức mới ${n}`,
    'Nhật Bản',
    'y tế; giáo dục',
    'Giấy đăng ký hoạt động',
    `${n}/UB-HĐ`,
    '5/2/2025',
    new Date('2027-02-05'),
    '0292 3 821 777',
    '1.060',
    'Sở Ngoại vụ',
  ]);
  const pieces: Buffer[] = [];
  const columns = headings.map((heading) => ({ heading, width: 20 }));
  for await (const piece of xlsxStream([{ name: 'Sổ', columns, rows: [rows] }])) pieces.push(piece);
  return Buffer.concat(pieces);
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
    `list of a register, ${ROWS} rows, ${connections} connection(s)\n  program  ${row('ours')}\n  bare     ${row('bare')}\n  ratio    ${ratio.toFixed(2)}×`,
  );
}
