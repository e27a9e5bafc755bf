// Searching 200,000 duties under row-level security, whole requests as the search box sends them, with and without
// diacritics. Beside the time on the clock, which grows with what else the machine does, what one search takes of the
// processor, in the program and in the database. Beside both a bare question in turns: the signed-in person is asked
// for who they are (GET /api/me), which is what any request of the program takes on this machine now.
// node bin/run bench/search.ts [--quick]
import { Agent, get } from 'node:http';
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { inTenant } from '#app/platform/database.ts';
import { rebuildEntries } from '#app/search/index.ts';
import { costOf } from './cost.ts';
import { openProvince, type Province } from './province.ts';
import { type Served, serve, signIn } from './sides.ts';

const DUTIES = 200_000;
const BAR = 20;
const rounds = process.argv.includes('--quick') ? 10 : 60;

/** What is asked: everything matches, some matches, one matches, none matches, and words still being typed. */
const questions = (n: number): string[] => [
  'đối ngoại nhân dân',
  'nhiệm vụ',
  'chủ trì phối hợp',
  `nhiệm vụ đối ngoại nhân dân số ${1 + (n % 100)} theo`,
  `${1 + ((n * 37) % 2000)}/KH-UBND`,
  `${1 + ((n * 91) % 2000)}/kh`,
  `kế hoạch thử số ${1 + ((n * 53) % 2000)}`,
  `III.${1 + (n % 100)} ${1 + ((n * 17) % 2000)}/KH`,
  'Sở Thông tin và Truyền thông',
  'sở tt&tt',
  'đối ngo',
  'nhân d',
  'đ',
  'nh',
  'số 1',
  'không có nơi nào',
  'triển khai chuyển đổi số',
  'hội nhập quốc tế nông thôn mới',
  'kiều bào',
  `di sản văn hóa ${1 + ((n * 71) % 2000)}/KH`,
  'cơ quan liên quan triển khai',
];
const withoutDiacritics = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Words of plans, one or two in each duty: each stands in thousands of them. */
const themes = [
  'chuyển đổi số',
  'cải cách hành chính',
  'bảo vệ môi trường',
  'an toàn giao thông',
  'phòng cháy chữa cháy',
  'đối ngoại nhân dân',
  'hữu nghị Việt Nam - Campuchia',
  'xúc tiến đầu tư',
  'du lịch sinh thái',
  'giảm nghèo bền vững',
  'nông thôn mới',
  'giáo dục nghề nghiệp',
  'y tế cơ sở',
  'di sản văn hóa',
  'kiều bào ở nước ngoài',
  'thông tin đối ngoại',
  'phi chính phủ nước ngoài',
  'hội nhập quốc tế',
  'biến đổi khí hậu',
  'hạ tầng thủy lợi',
];

const province = await openProvince();
try {
  const started = performance.now();
  await fill(province);
  console.log(
    `${DUTIES} duties, filled and indexed in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  const program = await serve('program-server.ts', { url: province.ownerUrl });
  const cookie = await signIn(program.origin, await province.entryToken('daumoi@example.vn'));
  for (const connections of [1, 4])
    for (const [name, spell] of [
      ['with diacritics', (text: string) => text],
      ['without', withoutDiacritics],
    ] as const)
      await measure(program, { cookie }, connections, name, spell);
  program.child.kill();
} finally {
  await province.close();
}

/** Entries are written at once at the end, as after a restore: row by row the triggers would take minutes here. */
async function fill({ owner, house, tenantId }: Province): Promise<void> {
  const triggers = [
    ['search_duty', 'duty'],
    ['search_document', 'document'],
  ] as const;
  for (const [trigger, table] of triggers)
    await sql.raw(`alter table ${table} disable trigger ${trigger}`).execute(owner);
  await inTenant(house.db, tenantId, async (tx) => {
    await sql`insert into document (symbol, kind, title, issuer, issued_on, text, reading, state, created_by, created_at, published_at)
      select n || '/KH-UBND', 'Kế hoạch', 'Kế hoạch thử số ' || n, 'Ủy ban nhân dân tỉnh Thử', date '2026-01-01' + n, 'Văn bản thử', '{}', 'published',
        (select id from person limit 1), now(), timestamptz '2026-01-01' + n * interval '1 hour' from generate_series(1, ${DUTIES / 100}) n`.execute(
      tx,
    );
    await sql`insert into duty (document_id, position, path, text, text_begin, text_end, is_request, task_groups, created_at)
      select d.id, n, 'III.' || n, 'Chủ trì, phối hợp với các cơ quan liên quan triển khai nhiệm vụ số ' || n || ' về ' ||
        (${themes}::text[])[1 + n * 7 % 20] || ' và ' || (${themes}::text[])[1 + (n / 20 + length(d.symbol) + extract(doy from d.issued_on)::int) % 20] || ' theo ' || d.symbol,
        0, 10, false, '{}', now()
      from document d, generate_series(1, 100) n where d.title like 'Kế hoạch thử%'`.execute(tx);
  });
  for (const [trigger, table] of triggers)
    await sql.raw(`alter table ${table} enable trigger ${trigger}`).execute(owner);
  await sql`drop index search_entry_words`.execute(owner);
  await rebuildEntries(house);
  await sql`create index search_entry_words on search_entry using gin (words) with (fastupdate = off)`.execute(
    owner,
  );
  await sql`vacuum analyze search_entry, duty, document`.execute(owner);
}

async function measure(
  { child, origin }: Served,
  headers: Record<string, string>,
  connections: number,
  name: string,
  spell: (text: string) => string,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const addressOf = (text: string) => `${origin}/api/search?${new URLSearchParams({ q: spell(text) })}`;
  const asked = Array.from({ length: rounds }, (_, n) => questions(n)).flat();
  for (const one of questions(0)) await ask(addressOf(one), headers, agent);
  const times: { text: string; ms: number; bare: number }[] = [];
  const next = asked.values();
  const timed = async (url: string) => {
    const before = performance.now();
    await ask(url, headers, agent);
    return performance.now() - before;
  };
  const one = async () => {
    for (const text of next)
      times.push({ text, bare: await timed(`${origin}/api/me`), ms: await timed(addressOf(text)) });
  };
  const cost = await costOf(child, province.owner, () =>
    Promise.all(Array.from({ length: connections }, one)),
  );
  agent.destroy();
  const bare = times.map((time) => time.bare).sort((a, b) => a - b);
  times.sort((a, b) => a.ms - b.ms);
  const place = (share: number) => Math.min(times.length - 1, Math.floor(times.length * share));
  const p99 = times[place(0.99)]!.ms;
  const slowest = times.slice(-3).map(({ text, ms }) => `${spell(text)} ${ms.toFixed(0)} ms`);
  const each = (seconds: number) => `${((seconds * 1000) / times.length).toFixed(1)} ms`;
  console.log(
    `${p99 <= BAR ? ' ok ' : 'MISS'} search ${name}, ${connections} connection(s), load ${loadavg()[0]!.toFixed(1)}: p50 ${times[place(0.5)]!.ms.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (bar ${BAR}) of ${times.length}; slowest: ${slowest.join(', ')}\n  a bare question beside each: p50 ${bare[place(0.5)]!.toFixed(1)} ms, p99 ${bare[place(0.99)]!.toFixed(1)} ms; both together took ${each(cost.cpu)} of the processor in the program, ${each(cost.databaseCpu)} in the database`,
  );
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((done, fail) => {
    get(url, { headers, agent }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`'${url}' answered ${answer.statusCode}`));
      answer.resume();
      answer.on('end', done);
    }).on('error', fail);
  });
}
