import { existsSync, statfsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { House } from './house.ts';
import { listMigrations } from './migrate.ts';

/** What the program needs to serve people; `null` is well, else one sentence for its operator. */
export type Readiness = Record<'database' | 'migrations' | 'files' | 'disk' | 'jobs', string | null>;

const LEAST_FREE_BYTES = 200 * 1024 * 1024;
/** Jobs tick each half minute; one long job may hold them up for a while. */
const SILENCE = 15 * 60_000;
const PATIENCE = 3_000;
/** A probe that went well counts for so long: readiness is asked every few seconds. */
const FILES_ANEW = 30_000;

export function openReadiness(house: House): () => Promise<Readiness> {
  let filesGoodUntil = 0;
  const files = async () => {
    if (performance.now() < filesGoodUntil) return;
    // The same few bytes each time: the store keeps them once.
    await house.files.put(Readable.from([Buffer.from('nhipcau')]));
    filesGoodUntil = performance.now() + FILES_ANEW;
  };
  return async () => ({
    database: await within(() => sql`select 1`.execute(house.db), 'Không kết nối được CSDL.'),
    migrations: await within(() => requireCurrent(house), 'CSDL không ở đúng phiên bản của chương trình.'),
    files: await within(files, 'Không ghi được vào kho tệp.'),
    disk: await within(() => requireRoom(house), 'Ổ đĩa của thư mục dữ liệu còn dưới 200 MB.'),
    jobs: await within(() => requirePulse(house), 'Các việc tự chạy đã ngừng.'),
  });
}

async function within(check: () => unknown, sentence: string): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error('late')), PATIENCE);
  });
  try {
    await Promise.race([(async () => check())(), late]);
    return null;
  } catch {
    return sentence;
  } finally {
    clearTimeout(timer);
  }
}

async function requireCurrent({ db }: House): Promise<void> {
  const { rows } = await sql<{ hash: string }>`select hash from migration`.execute(db);
  const applied = new Set(rows.map(({ hash }) => hash));
  const ours = listMigrations();
  if (applied.size !== ours.length || ours.some(({ hash }) => !applied.has(hash))) throw new Error('other');
}

function requireRoom({ installation: { dataFolder } }: House): void {
  if (!existsSync(dataFolder)) throw new Error('gone');
  const { bavail, bsize } = statfsSync(dataFolder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw new Error('full');
}

function requirePulse({ installation: { pulse }, now }: House): void {
  if (!pulse.at || now().getTime() - pulse.at.getTime() > SILENCE) throw new Error('silent');
}
