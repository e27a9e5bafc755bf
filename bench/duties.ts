// Bars of duties over 200,000 of them in 200 agencies: lists and one duty against a bare node:http + pg program that
// runs the very same SQL prepared and gives the same JSON, in turns within one run; the cost of a list from 20,000 to
// 200,000; progress written with its ledger line.   node bin/run bench/duties.ts [--quick]
import { isDeepStrictEqual } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { whoAmI } from '#app/accounts/account.contract.ts';
import { logProgress } from '#app/duties/assignment.contract.ts';
import { listDuties, showDuty } from '#app/duties/duty.contract.ts';
import { getDutyRecord } from '#app/duties/duty.store.ts';
import { queryDuties } from '#app/duties/duty-lines.store.ts';
import { addressOf } from '#app/platform/contract.ts';
import { inTenant, type Tables, type Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { listsAsked, type OneList } from './duty-lists.ts';
import { type Asked, hammer, median } from './hammer.ts';
import { fillAgencies, fillDuties, openProvince } from './province.ts';
import { compare, serve, signIn } from './sides.ts';

type Question = { text: string; values: unknown[]; kind: 'list' | 'duty'; cell?: string };

const FEW = 20_000;
const MANY = 200_000;
const quick = process.argv.includes('--quick');
const how = { rounds: quick ? 1 : 5, seconds: quick ? 1 : 3 };
const today = officeDay(new Date());

const province = await openProvince();
const children: { kill: () => void }[] = [];
try {
  await fillAgencies(province, 200);
  await fillDuties(province, FEW);
  const ours = await serve('program-server.ts', { url: province.ownerUrl });
  children.push(ours.child);
  const headers = { cookie: await signIn(ours.origin, await province.entryToken('ngoaivu@example.vn')) };
  const lists = await inTenant(province.house.db, province.tenantId, listsAsked);
  const listed = lists.map(({ query }) => ({ url: ours.origin + addressOf(listDuties, { query }), headers }));
  const few = await timesOf(listed);
  await fillDuties(province, MANY - FEW);
  const many = await timesOf(listed);
  for (const [at, { name }] of lists.entries())
    console.log(
      `list ${name}: ${few[at]!.toFixed(1)} ms of ${FEW}, ${many[at]!.toFixed(1)} ms of ${MANY}, ${(many[at]! / few[at]!).toFixed(2)}× (bar 1.3×)`,
    );
  const duties = await someDuties();
  const shown = duties.map(({ id }) => ({
    url: ours.origin + addressOf(showDuty, { params: { id } }),
    headers,
  }));
  const questions: Question[] = [];
  // One after the other: each opens a connection of its own.
  for (const one of lists)
    questions.push({
      ...(await captureSql(askList(one))),
      kind: 'list',
      ...(one.filter.cell ? { cell: one.filter.cell } : {}),
    });
  for (const { id } of duties)
    questions.push({ ...(await captureSql((tx) => getDutyRecord(tx, id, null))), kind: 'duty' });
  const { viewer } = (await (await fetch(ours.origin + whoAmI.path, { headers })).json()) as {
    viewer: object;
  };
  const { ownerUrl: url, tenantId } = province;
  const bare = await serve('bare-server.ts', { url, tenantId, today, viewer, questions });
  children.push(bare.child);
  const barely = questions.map((_, at) => ({ url: `${bare.origin}/${at}` }));
  await requireSame([...listed, ...shown], barely);
  const sides = { ours: listed, bare: barely.slice(0, lists.length) };
  for (const connections of [1, 16])
    await compare(`list of 50 of ${MANY}, filtered and sorted`, sides, { ...how, connections, bar: 0.8 });
  for (const connections of [1, 16])
    await compare(
      'one duty',
      { ours: shown, bare: barely.slice(lists.length) },
      { ...how, connections, bar: 0.7 },
    );
  await measureProgress(ours.origin, headers);
} catch (error) {
  // Told before the province is closed: that ends connections, and their last words would hide it.
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const child of children) child.kill();
  await province.close();
}

/** The bare program gives the same JSON, but for what a contract leaves out. */
async function requireSame(ours: Asked[], bare: Asked[]): Promise<void> {
  for (const [at, { url, headers = {} }] of ours.entries()) {
    const [own, other] = await Promise.all([
      fetch(url, { headers }).then((answer) => answer.json()),
      fetch(bare[at]!.url).then((answer) => answer.json()),
    ]);
    if (!isDeepStrictEqual(own, shapedAs(own, other)))
      throw new Error(`${url}: the bare program answers otherwise`);
  }
}

/** `other` without the fields that `own` does not have. */
function shapedAs(own: unknown, other: unknown): unknown {
  if (Array.isArray(own) && Array.isArray(other))
    return other.map((one, at) => shapedAs(own[Math.min(at, own.length - 1)], one));
  if (!own || typeof own !== 'object' || !other || typeof other !== 'object') return other;
  return Object.fromEntries(
    Object.entries(other)
      .filter(([key]) => key in own)
      .map(([key, value]) => [key, shapedAs((own as Record<string, unknown>)[key], value)]),
  );
}

/** Median of each, asked one after the other; in milliseconds. */
async function timesOf(asked: Asked[]): Promise<number[]> {
  const times: number[] = [];
  for (const one of asked) {
    await hammer([one], 1, 0.5);
    const rounds: number[] = [];
    for (let round = 0; round < how.rounds; round++) rounds.push((await hammer([one], 1, 0.5)).p50);
    times.push(median(rounds));
  }
  return times;
}

function askList({ filter, order, page }: OneList) {
  return (tx: Tx) => queryDuties(tx, filter, order, { page, size: 50, today });
}

/** The statement as the program sends it. */
async function captureSql(ask: (tx: Tx) => Promise<unknown>) {
  const captured: { text: string; values: unknown[] }[] = [];
  const { ownerUrl: connectionString, tenantId } = province;
  const options = `-c role=nhipcau_app -c app.tenant=${tenantId}`;
  const pool = new pg.Pool({ connectionString, max: 1, options });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      captured.push({ text: query.sql, values: [...query.parameters] });
    },
  });
  await ask(db as Tx);
  await db.destroy();
  return captured[0]!;
}

/** Duties of the agency of the person who asks, at work: here and there in the list. */
function someDuties() {
  return inTenant(province.house.db, province.tenantId, (tx) =>
    tx
      .selectFrom('assignment')
      .innerJoin('duty', 'duty.id', 'assignment.duty_id')
      .innerJoin('agency', 'agency.id', 'assignment.agency_id')
      .select(['duty.id', 'assignment.id as partId'])
      .where('agency.name', '=', 'Sở Ngoại vụ')
      .where('assignment.state', 'in', ['received', 'in-progress'])
      .orderBy('duty.id')
      .limit(200)
      .execute(),
  );
}

/** Notes of progress a second, each with its line of the ledger, by 16 connections. */
async function measureProgress(origin: string, headers: Record<string, string>): Promise<void> {
  const boundary = 'phep-do';
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="note"\r\n\r\nĐã làm thêm một việc.\r\n--${boundary}--\r\n`;
  const asked = (await someDuties()).map(({ partId }) => ({
    url: origin + addressOf(logProgress, { params: { id: partId } }),
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
  }));
  // A server that has answered for days runs compiled code, and all of these are at work already.
  await hammer(asked, 16, 5);
  const loads = [];
  for (let round = 0; round < how.rounds; round++) loads.push(await hammer(asked, 16, how.seconds));
  console.log(
    `progress with its ledger line, 16 connection(s): ${median(loads.map((load) => load.perSecond)).toFixed(0)}/s (bar 300/s), p99 ${median(loads.map((load) => load.p99)).toFixed(0)} ms`,
  );
}
