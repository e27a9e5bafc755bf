import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '#app/accounts/account.contract.ts';
import { openProgram } from '#app/main.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import type { House } from './house.ts';
import type { Web } from './http.ts';
import { runDueJobs } from './jobs.ts';

let t: TestHouse;
const lines: string[] = [];
let web: Web;
const opened: Web[] = [];
/** The program with its log in our hands. */
async function openLogged(change: Partial<House> = {}): Promise<Web> {
  const one = await openProgram(
    { ...t.house, ...change },
    { logger: { level: 'info', stream: { write: (line) => void lines.push(line) } } },
  );
  opened.push(one);
  return one;
}
beforeAll(async () => {
  t = await openTestHouse();
  web = await openLogged();
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await t.close();
});

const wrong = { email: 'tran.lan@cantho.gov.vn', password: 'mật khẩu đoán mò 123' };

test('a wrong sign-in, a search and a fault leave no personal data in the log', async () => {
  const from = { remoteAddress: '203.113.7.77' };
  await web.inject({ ...from, method: signIn.method, url: signIn.path, payload: wrong });
  await web.inject({
    ...from,
    url: '/api/duties?text=Nguy%E1%BB%85n+V%C4%83n+A',
    headers: { cookie: '__Host-nhipcau=9b2f.TuyetMat0123456789', authorization: 'Bearer TuyetMat' },
  });
  const person = await t.as('daumoi@example.vn');
  const failing = await openLogged({
    now: () => {
      throw Object.assign(new Error(`row of ${wrong.email} from 203.113.7.77 is "Nguyễn Văn A"`), {
        code: '22P02',
        detail: 'Key (email)=(tran.lan@cantho.gov.vn) exists',
      });
    },
  });
  const broken = await failing.inject({ url: '/api/duties?text=bimat', headers: { cookie: person.cookie } });
  expect(broken.statusCode).toBe(500);
  const told = lines.map((line) => JSON.parse(line));
  expect(told).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/api/sign-in', status: 401 }),
  );
  expect(told).toContainEqual(
    expect.objectContaining({ level: 'error', requestId: broken.json().requestId, msg: 'request failed' }),
  );
  const all = lines.join('');
  for (const private_ of [
    'tran.lan',
    'cantho.gov',
    'đoán',
    '203.113',
    'Nguy',
    'bimat',
    'TuyetMat',
    'cookie',
    'daumoi',
  ])
    expect([private_, all.includes(private_)]).toEqual([private_, false]);
});

test('an id of the request: the proxy’s own where it is sane, answered back, and in a refusal', async () => {
  const asked = async (id?: string) =>
    web.inject({ url: '/api/duties', headers: id === undefined ? {} : { 'x-request-id': id } });
  const given = await asked('proxy-0123456789');
  expect([given.headers['x-request-id'], given.json().requestId]).toEqual([
    'proxy-0123456789',
    'proxy-0123456789',
  ]);
  for (const odd of [undefined, 'ngắn', 'a'.repeat(80), 'x\ty-01234567', 'tran.lan@cantho.gov.vn']) {
    const id = (await asked(odd)).headers['x-request-id'];
    expect(id).toMatch(/^[0-9a-f]{12}$/);
  }
});

test('alive is not yet ready: each thing that lacks is named with 503', async () => {
  expect((await web.inject('/healthz')).json()).toEqual({ ok: true });
  const before = await web.inject('/readyz');
  expect([before.statusCode, before.json()]).toEqual([
    503,
    { ready: false, failing: { jobs: 'Các việc tự chạy đã ngừng.' } },
  ]);
  await runDueJobs(t.house, [{ name: 'test.tick', run: async () => {} }]);
  const after = await web.inject('/readyz');
  expect([after.statusCode, after.json()]).toEqual([200, { ready: true, failing: {} }]);

  const { openDatabase } = await import('./database.ts');
  const noDatabase = openDatabase('postgres://ai:gi@127.0.0.1:1/khong', undefined, 1);
  const poor = await openLogged({
    db: noDatabase,
    files: { ...t.house.files, put: () => Promise.reject(new Error('EROFS')) },
    installation: { ...t.house.installation, dataFolder: '/không/có' },
  });
  const failing = (await poor.inject('/readyz')).json().failing;
  expect(Object.keys(failing).sort()).toEqual(['database', 'disk', 'files', 'migrations']);
  await noDatabase.destroy();
  t.setNow(new Date(Date.now() + 20 * 60_000));
  expect((await web.inject('/readyz')).json().failing).toEqual({ jobs: 'Các việc tự chạy đã ngừng.' });
});

test('a migration this program does not know makes it not ready', async () => {
  const { sql } = await import('kysely');
  await sql`insert into migration (name, hash) values ('9999_newer.sql', 'x')`.execute(t.owner);
  expect((await web.inject('/readyz')).json().failing).toHaveProperty('migrations');
  await sql`delete from migration where name = '9999_newer.sql'`.execute(t.owner);
});

test('figures for Prometheus: by route as declared, never by address', async () => {
  await web.inject('/api/duties/7459a0da-b24b-456a-818e-bd3d664b6ce5?x=1');
  await runDueJobs(t.house, [
    { name: 'test.daily', at: '00:00', run: () => Promise.reject(new Error('no')) },
  ]);
  await web.inject('/metrics');
  const { body, headers } = await web.inject('/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body).toMatch(
    /nhipcau_http_request_duration_seconds_count\{method="GET",route="\/api\/duties\/:id",status="401"\} 1/,
  );
  expect(body).not.toContain('7459a0da');
  for (const figure of [
    /^nhipcau_database_connections\{state="idle"\} \d/m,
    /^nhipcau_job_failed\{job="test\.daily"\} 1/m,
    /^nhipcau_jobs_last_tick_timestamp_seconds \d/m,
    /^nhipcau_mails\{state="waiting"\} 0/m,
    /^nodejs_eventloop_lag_p99_seconds /m,
    /^process_resident_memory_bytes /m,
  ])
    expect(body).toMatch(figure);
});

test('figures are for this machine, not for what a proxy on it passes on; with a token set, for who has it', async () => {
  const status = async (one: Web, remoteAddress: string, headers: Record<string, string> = {}) =>
    (await one.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
  expect(await status(web, '127.0.0.1')).toBe(200);
  expect(await status(web, '::1')).toBe(200);
  expect(await status(web, '10.0.0.7')).toBe(403);
  expect(await status(web, '127.0.0.1', { 'x-forwarded-for': '203.113.7.77' })).toBe(403);
  const metricsToken = 'mã-của-máy-đo-0123456789'.normalize('NFD').replace(/[^\w-]/g, '');
  const guarded = await openLogged({ installation: { ...t.house.installation, metricsToken } });
  expect(await status(guarded, '10.0.0.7', { authorization: `Bearer ${metricsToken}` })).toBe(200);
  expect(await status(guarded, '10.0.0.7', { authorization: 'Bearer đoán' })).toBe(403);
  expect(await status(guarded, '127.0.0.1')).toBe(403);
});
