import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { makeEntryLinkFor } from '#app/accounts/index.ts';
import { foldTallies } from '#app/duties/duty-lines.store.ts';
import { loadExample } from '#app/example.ts';
import { type Database, inTenant, openDatabase } from '#app/platform/database.ts';
import { startEmbedded } from '#app/platform/embedded/server.ts';
import { diskFileStore } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { migrate } from '#app/platform/migrate.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { sealWith } from '#app/platform/seal.ts';
import { diskUploadHold } from '#app/platform/upload-hold.ts';
import { installationIn } from '#test/installation.ts';

export type Province = {
  ownerUrl: string;
  tenantId: string;
  owner: Database;
  house: House;
  entryToken: (email: string) => Promise<string>;
  close: () => Promise<void>;
};

const sealKey = 'khóa của phép đo, không dùng ở nơi nào khác';

/** A province of its own for a benchmark: the example's agencies and people, on a fresh embedded database. */
export async function openProvince(): Promise<Province> {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder);
  await migrate(server.url);
  const owner = openDatabase(server.url, undefined, 2);
  const db = openDatabase(server.url, 'nhipcau_app', 4);
  const { id: tenantId } = await owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh thử', host: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  const house: House = {
    db,
    files: diskFileStore(join(folder, 'files')),
    uploads: diskUploadHold(join(folder, 'uploads')),
    seal: sealWith(sealKey),
    installation: installationIn(folder, server.url, sealKey),
    now: () => new Date(),
    origin: 'http://127.0.0.1',
  };
  await loadExample(house, tenantId);
  return {
    ownerUrl: server.url,
    tenantId,
    owner,
    house,
    entryToken: async (email) => (await makeEntryLinkFor(house, tenantId, email))!.split('#')[1]!,
    close: async () => {
      await Promise.all([db.destroy(), owner.destroy()]);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Adds agencies until the province has `count`. */
export async function fillAgencies({ house, tenantId }: Province, count: number): Promise<void> {
  await inTenant(house.db, tenantId, (tx) =>
    sql`insert into agency (name, kind) select 'Ủy ban nhân dân xã Thử ' || n, 'xa'
      from generate_series(1, ${count} - (select count(*)::int from agency)) n`.execute(tx),
  );
}

/** Row by row these would take minutes; the words of duties and the past of their parts are not measured here. */
const slow = [
  ['search_duty', 'duty'],
  ['keep_assignment_version', 'assignment'],
];

/**
 * `count` more published duties over the province's agencies: one leading holder and one coordinator each, states and
 * due dates mixed; the lists read from them are kept by their triggers.
 */
export async function fillDuties({ house, tenantId, owner }: Province, count: number): Promise<void> {
  for (const [trigger, table] of slow)
    await sql.raw(`alter table ${table} disable trigger ${trigger}`).execute(owner);
  await inTenant(house.db, tenantId, async (tx) => {
    await sql`insert into document (symbol, kind, title, issuer, issued_on, text, reading, state, created_by, created_at, published_at)
      select n || '/KH-UBND', 'Kế hoạch', 'Kế hoạch thử số ' || n, 'Ủy ban nhân dân tỉnh Thử', date '2026-01-01' + n % 300, 'Văn bản thử', '{}', 'published',
        (select id from person limit 1), now(), now() - n * interval '1 hour' from (select t + (select count(*)::int from document) as n from generate_series(1, ${count / 100}) t) x`.execute(
      tx,
    );
    await sql`insert into duty (document_id, position, path, text, text_begin, text_end, is_request, deadline_words, deadline_kind, due_on, first_due_on, task_groups, created_at,
        state, completed_on)
      select d.id, n, 'III.' || n, 'Chủ trì, phối hợp với các cơ quan liên quan triển khai nhiệm vụ đối ngoại nhân dân số ' || n || ' theo ' || d.symbol, 0, 10, n % 17 = 0,
        case when n % 3 > 0 then 'trước ngày 15/12/2026' end, case when n % 3 > 0 then 'date' end, due, due, array['II.' || (1 + n % 6)], now(),
        ${stateOf(0)}, case when n * 3 % 5 >= 3 then date '2026-07-01' + (n * 31 + d.many) % 200 end
      from (select *, row_number() over (order by id)::int as many from document where created_at = now()) d, generate_series(1, 100) n,
        lateral (select case when n % 3 > 0 then date '2026-06-01' + ((n * 7 + d.many) % 300) end as due) x`.execute(
      tx,
    );
    await sql`with a as (select array_agg(id order by id) as ids, count(*)::int as agencies from agency),
      d as (select id, position as n, due_on, completed_on, row_number() over (order by id)::int as nth from duty where created_at = now())
      insert into assignment (duty_id, agency_id, printed_name, role, leads, state, due_on, completed_at, changed_at)
      select d.id, a.ids[1 + (d.nth + part.offs) % a.agencies], 'Cơ quan thử', part.role, part.role = 'holder', part.state, d.due_on,
        case when part.done then coalesce(d.completed_on, date '2026-07-01') + interval '10 hours' end, now()
      from d, a, lateral (values (0, 'holder', ${stateOf(0)}, n * 3 % 5 >= 3), (7, 'coordinator', ${stateOf(7)}, (n * 3 + 7) % 5 >= 3)) part(offs, role, state, done)`.execute(
      tx,
    );
  });
  for (const [trigger, table] of slow)
    await sql.raw(`alter table ${table} enable trigger ${trigger}`).execute(owner);
  await inTenant(house.db, tenantId, (tx) => foldTallies(tx, officeDay(house.now()), 1));
  await sql`vacuum analyze duty, assignment, document, agency, duty_line, duty_tally`.execute(owner);
}

const stateOf = (offset: number) =>
  sql`(array['assigned', 'received', 'in-progress', 'awaiting-confirmation', 'completed'])[1 + (n * 3 + ${sql.lit(offset)}) % 5]`;
