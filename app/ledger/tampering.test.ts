import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ledgerBooks, programJobs } from '#app/main.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { sealWith } from '#app/platform/seal.ts';
import { compareSeal, verifyAll } from '#app/verify-command.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { checkLedger } from './check-ledger.ts';
import { hashEvent } from './event.ts';
import { appendEvent, listEvents } from './ledger.store.ts';
import { toSealFile } from './proof.ts';
import { findSeal } from './seal.store.ts';

const so = '11111111-1111-4111-8111-111111111111';
const kept = '22222222-2222-4222-8222-222222222222';
const noon = (day: string) => new Date(`${day}T12:00:00+07:00`);
const job = programJobs.filter(({ name }) => name === 'ledger.seal-heads');

let t: TestHouse;
const asOwner = <T>(work: (tx: Tx) => Promise<T>) => inTenant(t.owner, t.tenantId, work);
const check = () => checkLedger(t.house, t.tenantId, ledgerBooks);
const first = async () => (await check()).findings[0];

async function note(subjectId: string, day: string, name: string) {
  const event = {
    subjectKind: 'agency',
    subjectId,
    kind: 'agency.name-added',
    actorId: null,
    payload: { name },
  };
  await inTenant(t.house.db, t.tenantId, (tx) => appendEvent(tx, noon(day), event));
}

async function sealOn(day: string) {
  t.setNow(new Date(`${day}T00:11:00+07:00`));
  await runDueJobs(t.house, job);
}

/** Does something behind the program's back, looks, and puts everything back. */
async function tampered<T>(work: (tx: Tx) => Promise<unknown>, look: () => Promise<T>): Promise<T> {
  const tables = ['event', 'ledger_seal', 'ledger_seal_head'];
  await asOwner(async (tx) => {
    for (const table of tables)
      await sql`create table ${sql.table(`kept_${table}`)} as select * from ${sql.table(table)}`.execute(tx);
  });
  try {
    await asOwner(work);
    return await look();
  } finally {
    await asOwner(async (tx) => {
      await sql`delete from ledger_seal_head`.execute(tx);
      await sql`delete from ledger_seal`.execute(tx);
      await sql`delete from event`.execute(tx);
      await sql`insert into ledger_seal select * from kept_ledger_seal`.execute(tx);
      await sql`insert into ledger_seal_head select * from kept_ledger_seal_head`.execute(tx);
      await sql`insert into event (tenant_id, id, subject_kind, subject_id, seq, kind, actor_id, at, payload, previous_hash, hash)
        overriding system value
        select tenant_id, id, subject_kind, subject_id, seq, kind, actor_id, at, payload, previous_hash, hash from kept_event`.execute(
        tx,
      );
      for (const table of tables) await sql`drop table ${sql.table(`kept_${table}`)}`.execute(tx);
    });
  }
}

beforeAll(async () => {
  t = await openTestHouse({ example: false });
  for (const name of ['Sở Thông tin', 'STTTT', 'Sở TT&TT']) await note(so, '2026-11-01', name);
  await note(kept, '2026-11-01', 'Sở Nội vụ');
  await sealOn('2026-11-02');
  for (const name of ['Sở TTTT', 'Sở Thông tin và Truyền thông']) await note(so, '2026-11-02', name);
  await sealOn('2026-11-03');
});
afterAll(() => t.close());
beforeEach(async () => expect((await check()).findings).toEqual([]));

test('the clean ledger passes, and the command says how far it is sealed', async () => {
  expect(await check()).toMatchObject({ lines: 6, chains: 2, seals: 2, lastSealedDay: '2026-11-02' });
  const said: string[] = [];
  await verifyAll(t.house, (line) => void said.push(line));
  expect(said[0]).toContain('2 dấu niêm phong, đến hết ngày 02/11/2026');
});

test('a day without work and days that the program slept through are sealed when it is back', async () => {
  await sealOn('2026-11-06');
  const seals = await asOwner((tx) =>
    sql<{ day: string; chains: number }>`select day, chains from ledger_seal order by day`.execute(tx),
  );
  expect(seals.rows.map(({ day, chains }) => `${day} ${chains}`)).toEqual([
    '2026-11-01 2',
    '2026-11-02 1',
    '2026-11-03 0',
    '2026-11-04 0',
    '2026-11-05 0',
  ]);
});

test('an edited line is named, with what it says now and when', async () => {
  const found = await tampered(
    (tx) =>
      sql`update event set payload = '{"name": "Sở Giả"}' where subject_id = ${so} and seq = 2`.execute(tx),
    first,
  );
  expect(found).toMatchObject({ what: 'line', subjectId: so, seq: 2, reason: 'edited' });
  expect(found!.said.vi).toContain('dòng 2 đã bị sửa');
  expect(found!.said.vi).toContain('Chương trình thêm tên gọi “Sở Giả”');
});

test('a line deleted in the middle, at the tail, and a whole chain', async () => {
  const without = (where: ReturnType<typeof sql>) =>
    tampered((tx) => sql`delete from event where ${where}`.execute(tx), first);
  expect(await without(sql`subject_id = ${so} and seq = 2`)).toMatchObject({ seq: 2, reason: 'missing' });
  const tail = await without(sql`subject_id = ${so} and seq = 5`);
  expect(tail).toMatchObject({ subjectId: so, seq: 5, reason: 'cut' });
  expect(tail!.said.vi).toContain('dòng 5: các dòng cuối đã bị xóa');
  const chain = await without(sql`subject_id = ${kept}`);
  expect(chain).toMatchObject({ subjectId: kept, reason: 'cut' });
  expect(chain!.said.vi).toContain('cả chuỗi 1 dòng đã bị xóa');
});

test('two lines that changed places', async () => {
  const found = await tampered(async (tx) => {
    await sql`update event set seq = 99 where subject_id = ${so} and seq = 1`.execute(tx);
    await sql`update event set seq = 1 where subject_id = ${so} and seq = 2`.execute(tx);
    await sql`update event set seq = 2 where subject_id = ${so} and seq = 99`.execute(tx);
  }, first);
  expect(found).toMatchObject({ subjectId: so, seq: 1, reason: 'edited' });
});

test('a forged line at the end of a chain, without the right hash', async () => {
  const found = await tampered(
    (tx) =>
      sql`insert into event (subject_kind, subject_id, seq, kind, at, payload, previous_hash, hash)
      select subject_kind, subject_id, 6, kind, at, payload, hash, sha256('giả'::bytea) from event
      where subject_id = ${so} and seq = 5`.execute(tx),
    first,
  );
  expect(found).toMatchObject({ subjectId: so, seq: 6, reason: 'edited' });
});

test('a chain rewritten with hashes that fit each other does not fit its seal', async () => {
  const found = await tampered(async (tx) => {
    const chain = await listEvents(tx, 'agency', so);
    let previousHash: Buffer | null = null;
    for (const line of chain) {
      const payload = line.seq === 4 ? { name: 'Sở Khác' } : line.payload;
      const hash: Buffer = hashEvent(t.tenantId, { ...line, payload, previousHash });
      await sql`update event set payload = ${JSON.stringify(payload)}, previous_hash = ${previousHash}, hash = ${hash}
        where id = ${line.id}`.execute(tx);
      previousHash = hash;
    }
  }, first);
  expect(found).toMatchObject({ subjectId: so, seq: 4, reason: 'rewritten' });
});

test('a seal changed, taken away, made anew without the key, or with a list that lacks a chain', async () => {
  const after = (statement: ReturnType<typeof sql>) => tampered((tx) => statement.execute(tx), first);
  expect(await after(sql`update ledger_seal set chains = 9 where day = '2026-11-01'`)).toMatchObject({
    what: 'seal',
    day: '2026-11-01',
    reason: 'altered',
  });
  expect(
    await after(sql`with gone as (delete from ledger_seal_head where day = '2026-11-01')
      delete from ledger_seal where day = '2026-11-01'`),
  ).toMatchObject({ what: 'seal', reason: 'altered' });
  expect(
    await after(sql`with gone as (delete from ledger_seal_head where subject_id = ${kept})
      delete from event where subject_id = ${kept}`),
  ).toMatchObject({ what: 'seal', day: '2026-11-01', reason: 'heads' });
  const stranger = { ...t.house, seal: sealWith('khóa của kẻ khác, cũng dài hơn ba mươi hai ký tự') };
  expect((await checkLedger(stranger, t.tenantId, ledgerBooks)).findings[0]).toMatchObject({
    what: 'seal',
    day: '2026-11-01',
    reason: 'unsigned',
  });
});

test('the newest day wiped out with its seal is found by the seal that was printed', async () => {
  const seal = (await asOwner((tx) => findSeal(tx, '2026-11-02')))!;
  const file = toSealFile({ id: t.tenantId, name: 'Thành phố Cần Thơ' }, seal);
  const said: string[] = [];
  await compareSeal(t.house, file, (line) => void said.push(line));
  expect(said[0]).toContain('đúng như bản đã in');
  await tampered(
    async (tx) => {
      await sql`delete from event where at > ${noon('2026-11-01')}`.execute(tx);
      await sql`delete from ledger_seal_head where day >= '2026-11-02'`.execute(tx);
      await sql`delete from ledger_seal where day >= '2026-11-02'`.execute(tx);
    },
    async () => {
      expect((await check()).findings).toEqual([]);
      await expect(compareSeal(t.house, file)).rejects.toThrow('không còn dấu niêm phong ngày 02/11/2026');
    },
  );
  await expect(compareSeal(t.house, { ...file, chains: 7 })).rejects.toThrow('đã bị sửa');
});

test('the command stops with the first broken line in words', async () => {
  await tampered(
    (tx) => sql`delete from event where subject_id = ${so} and seq = 3`.execute(tx),
    () =>
      expect(verifyAll(t.house)).rejects.toThrow(
        /Thành phố Cần Thơ: nhật ký hỏng\. Cơ quan “.*”, dòng 3 đã bị xóa/,
      ),
  );
});

test('the program itself may neither change nor delete a line or a seal', async () => {
  for (const table of ['event', 'ledger_seal', 'ledger_seal_head']) {
    const asProgram = (statement: ReturnType<typeof sql>) =>
      inTenant(t.house.db, t.tenantId, (tx) => statement.execute(tx));
    await expect(asProgram(sql`delete from ${sql.table(table)}`)).rejects.toThrow('permission denied');
    await expect(asProgram(sql`update ${sql.table(table)} set hash = ''`)).rejects.toThrow(
      'permission denied',
    );
  }
});
