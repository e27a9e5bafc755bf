// A register of 100,000 rows: its lists against a bare node:http + pg program that runs the very same statements and
// gives the same JSON (bare-register-server.ts), in turns within one run, both warm; 50,000 rows out to Excel; 10,000
// rows brought from Excel. What the program does beside the bare one: it finds out who asks (once a second for a
// session), checks what is asked and what is answered against the contract, and says its headers. Seconds on
// the clock depend on what else the machine does; those of the processor less so.
//   node bin/run bench/registers.ts [--quick] [--books: without the lists]
import { loadavg } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import readXlsxFile from 'read-excel-file/node';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { xlsxStream } from '#app/platform/xlsx-stream.ts';
import { listRows } from '#app/registers/register.contract.ts';
import type { Cell } from '#libraries/register/index.ts';
import { type Cost, costOf, memoryOf } from './cost.ts';
import { type Asked, hammer, type Load, median } from './hammer.ts';
import { openProvince, type Province } from './province.ts';
import { lists, statementsOf } from './register-lists.ts';
import { type Served, serve, signIn } from './sides.ts';

const ROWS = 100_000;
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const seconds = quick ? 2 : 4;
const params = { register: 'foreign-ngo' };
const base = '/api/registers/foreign-ngo';

const province = await openProvince();
try {
  await fillRows(province, ROWS);
  if (!process.argv.includes('--books')) await measureLists(province);
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
        'to chuc thu ' || n || case n % 2 when 0 then ' lao' else ' hoa ky' end || ' giao duc', 'Tổ chức thử ' || n, 'Organisation ' || n,
        case n % 2 when 0 then 'LA' else 'US' end,
        array['education'], 'activity', n || '/UB-HĐ', date '2024-01-01' + n % 700, date '2026-01-01' + n % 900, 'Nguyễn Văn A', '0292 3 821 777', n % 40
      from generate_series(1, ${count}) n`.execute(tx),
  );
  await sql`vacuum analyze foreign_ngo, agency`.execute(owner);
}

type Side = { served: Served; asked: Asked };
type Measured = Load & Pick<Cost, 'cpu' | 'databaseCpu'>;

async function measureLists(given: Province): Promise<void> {
  const statements = await statementsOf(given);
  const { ownerUrl: url, tenantId } = given;
  const bare = await serve('bare-register-server.ts', { url, tenantId, statements });
  const ours = await serve('program-server.ts', { url });
  const headers = { cookie: await signIn(ours.origin, await given.entryToken('daumoi@example.vn')) };
  for (const [at, { name, asked, page }] of lists.entries()) {
    const address = addressOf(listRows, { params, query: { ...asked, page } });
    const sides = {
      ours: { served: ours, asked: { url: ours.origin + address, headers } },
      bare: { served: bare, asked: { url: `${bare.origin}/${at}` } },
    };
    await requireSame(sides.ours.asked, sides.bare.asked);
    for (const { asked: one } of Object.values(sides)) await warm(one, at ? 50 : 2000);
    for (const connections of at ? [16] : [1, 16]) await compareList(given, name, sides, connections);
  }
  for (const { child } of [bare, ours]) child.kill();
}

async function requireSame(...sides: Asked[]): Promise<void> {
  const [one, other] = await Promise.all(
    sides.map(async ({ url, headers = {} }) => (await fetch(url, { headers })).json()),
  );
  if (!isDeepStrictEqual(one, other)) throw new Error(`${sides[0]!.url}: the bare program answers otherwise`);
}

/** A server that has answered for days runs compiled code; so does one that has answered a few thousand times. */
async function warm(asked: Asked, times: number): Promise<void> {
  for (let done = 0; done < times; ) done += (await hammer([asked], 16, 0.5)).perSecond / 2;
}

async function compareList(
  { owner }: Province,
  name: string,
  sides: Record<'ours' | 'bare', Side>,
  connections: number,
): Promise<void> {
  const measured: Record<'ours' | 'bare', Measured[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++)
    for (const side of ['ours', 'bare'] as const) {
      const { served, asked } = sides[side];
      let load: Load | undefined;
      const cost = await costOf(served.child, owner, async () => {
        load = await hammer([asked], connections, seconds);
      });
      const each = 1000 / (load!.perSecond * cost.seconds);
      measured[side].push({ ...load!, cpu: cost.cpu * each, databaseCpu: cost.databaseCpu * each });
    }
  const of = (side: 'ours' | 'bare', key: keyof Measured) => median(measured[side].map((one) => one[key]));
  const ratio = median(measured.ours.map((one, i) => one.perSecond / measured.bare[i]!.perSecond));
  const say = (side: 'ours' | 'bare') =>
    `${of(side, 'perSecond').toFixed(0).padStart(6)}/s  p50 ${of(side, 'p50').toFixed(1)} ms  p99 ${of(side, 'p99').toFixed(1)} ms; of the processor ${of(side, 'cpu').toFixed(2)} ms and ${of(side, 'databaseCpu').toFixed(2)} ms in the database`;
  console.log(
    `list of ${ROWS} rows, ${name}, ${connections} connection(s), load ${loadavg()[0]!.toFixed(1)}\n  program  ${say('ours')}\n  bare     ${say('bare')}\n  ratio    ${ratio.toFixed(2)}× (bar 0.7×, p99 40 ms)`,
  );
}

function sayCost({ seconds: took, cpu, databaseCpu }: Cost): string {
  return `${took.toFixed(2)} s, of the processor ${cpu.toFixed(2)} s and ${databaseCpu.toFixed(2)} s in the database`;
}

async function measureExport(given: Province): Promise<void> {
  const ours = await serve('program-server.ts', { url: given.ownerUrl });
  const idle = await serve('program-server.ts', { url: given.ownerUrl });
  const cookie = await signIn(ours.origin, await given.entryToken('daumoi@example.vn'));
  const costs: Cost[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++)
    costs.push(
      await costOf(ours.child, given.owner, async () => {
        const answer = await fetch(`${ours.origin}${base}/rows.xlsx?filter=country:LA`, {
          headers: { cookie },
        });
        bytes = (await answer.arrayBuffer()).byteLength;
      }),
    );
  const one = costs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(rounds / 2)]!;
  const [most, rest] = [Math.max(...costs.map(({ peak }) => peak)), memoryOf(idle.child.pid!).VmRSS];
  console.log(
    `export of ${ROWS / 2} rows, ${(bytes / 1e6).toFixed(1)} MB, load ${loadavg()[0]!.toFixed(1)}: ${sayCost(one)}; memory ${most.toFixed(0)} MB at most, ${(most - rest).toFixed(0)} MB more than a program beside it that serves nothing (bar 5 s, 200 MB)`,
  );
  for (const { child } of [ours, idle]) child.kill();
}

async function measureImport(given: Province): Promise<void> {
  const ours = await serve('program-server.ts', { url: given.ownerUrl });
  const cookie = await signIn(ours.origin, await given.entryToken('daumoi@example.vn'));
  const send = async (path: string, file: Buffer, digest = '') => {
    const form = new FormData();
    if (digest) form.set('digest', digest);
    form.set('file', new Blob([new Uint8Array(file)]), 'so.xlsx');
    return (await fetch(`${ours.origin}${path}`, { method: 'POST', headers: { cookie }, body: form })).json();
  };
  const measure = async (name: string, file: Buffer) => {
    let [tried, written]: [Record<string, string>, unknown] = [{}, null];
    const looking = await costOf(ours.child, given.owner, async () => {
      tried = await send(`${base}/book/try`, file);
    });
    const writing = await costOf(ours.child, given.owner, async () => {
      written = await send(`${base}/book`, file, tried.digest);
    });
    console.log(
      `${name} beside ${ROWS}, ${(file.length / 1e6).toFixed(1)} MB, load ${loadavg()[0]!.toFixed(1)} (bar 10 s)\n  looked at  ${sayCost(looking)} (${tried.fresh} new, ${tried.changed} changed, ${tried.errorCount} errors)\n  written    ${sayCost(writing)} (${JSON.stringify(written)})`,
    );
  };
  await measure('import of 10,000 rows', await bookOf(10_000));
  const out = await fetch(`${ours.origin}${base}/rows.xlsx?filter=country:JP`, { headers: { cookie } });
  await measure('the same come back changed,', await changedBook(Buffer.from(await out.arrayBuffer())));
  ours.child.kill();
}

/** A book as it went out, with one more of the staff in each row. */
async function changedBook(file: Buffer): Promise<Buffer> {
  const [sheet] = await readXlsxFile(file);
  const [head, ...rows] = sheet!.data as Cell[][];
  const at = head!.indexOf('Nhân sự Việt Nam');
  const changed = rows.map((row) => row.with(at, Number(row[at]) + 1));
  return writtenBook(
    head!.map((heading) => String(heading)),
    changed,
  );
}

async function bookOf(count: number): Promise<Buffer> {
  const row = {
    'Tên tiếng Việt': (n: number) => `Tổ chức mới ${n}`,
    'Quốc tịch': () => 'Nhật Bản',
    'Lĩnh vực': () => 'y tế; giáo dục',
    'Loại giấy': () => 'Giấy đăng ký hoạt động',
    'Số Giấy đăng ký': (n: number) => `${n}/UB-HĐ`,
    'Ngày cấp': () => '5/2/2025',
    'Ngày hết hạn': () => new Date('2027-02-05'),
    'Điện thoại': () => '0292 3 821 777',
    'Nhân sự Việt Nam': () => '1.060',
    'Cơ quan': () => 'Sở Ngoại vụ',
  };
  const rows = Array.from({ length: count }, (_, n) => Object.values(row).map((cell) => cell(n)));
  return writtenBook(Object.keys(row), rows);
}

async function writtenBook(headings: readonly string[], rows: Cell[][]): Promise<Buffer> {
  const columns = headings.map((heading) => ({ heading, width: 20 }));
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxStream([{ name: 'Sổ', columns, rows: [rows] }])) pieces.push(piece);
  return Buffer.concat(pieces);
}
