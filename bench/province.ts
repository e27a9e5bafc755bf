import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { makeEntryLinkFor } from '#app/accounts/index.ts';
import { loadExample } from '#app/example.ts';
import { type Database, inTenant, openDatabase } from '#app/platform/database.ts';
import { startEmbedded } from '#app/platform/embedded/server.ts';
import { diskFileStore } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { migrate } from '#app/platform/migrate.ts';
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

/** `count` published duties over the province's agencies: one leading holder and one coordinator each, states and due dates mixed. */
export async function fillDuties({ house, tenantId }: Province, count: number): Promise<void> {
  await inTenant(house.db, tenantId, async (tx) => {
    await sql`insert into document (symbol, kind, title, issuer, issued_on, text, reading, state, created_by, created_at, published_at)
      select n || '/KH-UBND', 'Kế hoạch', 'Kế hoạch thử số ' || n, 'Ủy ban nhân dân tỉnh Thử', date '2026-01-01' + n, 'Văn bản thử', '{}', 'published',
        (select id from person limit 1), now(), now() from generate_series(1, ${count / 100}) n`.execute(tx);
    await sql`insert into duty (document_id, position, path, text, text_begin, text_end, is_request, deadline_words, deadline_kind, due_on, first_due_on, task_groups, created_at)
      select d.id, n, 'III.' || n, 'Chủ trì, phối hợp với các cơ quan liên quan triển khai nhiệm vụ đối ngoại nhân dân số ' || n || ' theo ' || d.symbol, 0, 10, n % 17 = 0,
        case when n % 3 > 0 then 'trước ngày 15/12/2026' end, case when n % 3 > 0 then 'date' end,
        case when n % 3 > 0 then date '2026-06-01' + (n * 7 % 300) end, case when n % 3 > 0 then date '2026-06-01' + (n * 7 % 300) end,
        array['II.' || (1 + n % 6)], now()
      from document d, generate_series(1, 100) n where d.title like 'Kế hoạch thử%'`.execute(tx);
    await sql`with a as (select array_agg(id order by id) as ids, count(*)::int as many from agency),
      d as (select id, due_on, row_number() over (order by id)::int as n from duty)
      insert into assignment (duty_id, agency_id, printed_name, role, leads, state, due_on, completed_at, changed_at)
      select d.id, a.ids[1 + (d.n * part.step + part.offs) % a.many], 'Cơ quan thử', part.role, part.role = 'holder',
        (array['assigned', 'received', 'in-progress', 'awaiting-confirmation', 'completed'])[1 + (d.n * 3 + part.offs) % 5], d.due_on,
        case when (d.n * 3 + part.offs) % 5 >= 3 then timestamptz '2026-07-01' + d.n % 200 * interval '1 day' end, now()
      from d, a, (values (1, 0, 'holder'), (1, 7, 'coordinator')) part(step, offs, role)`.execute(tx);
  });
  await sql`analyze`.execute(house.db).catch(() => undefined);
}
