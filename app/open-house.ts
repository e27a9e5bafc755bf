import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '#app/platform/database.ts';
import { prepareDataFolder } from '#app/platform/embedded/data-folder.ts';
import { isLocked, lockFolder } from '#app/platform/embedded/instance-lock.ts';
import { runningEmbedded, startEmbedded } from '#app/platform/embedded/server.ts';
import { diskFileStore, type FileStore } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { migrate, requireMigrated } from '#app/platform/migrate.ts';
import { readSealKey, sealWith } from '#app/platform/seal.ts';
import type { Settings } from '#app/platform/settings.ts';
import { Stop } from '#app/platform/stop.ts';
import { diskUploadHold } from '#app/platform/upload-hold.ts';
import { clamdScanner } from '#app/platform/virus-scanner.ts';

export type OpenHouse = {
  house: House;
  /** Makes a province in an empty database; returns its id, or null where there is one already. */
  makeTenant: (name: string) => Promise<string | null>;
  close: () => Promise<void>;
};

/**
 * Opens data folder, database and files, in this order, and takes each back when a later one fails. `beside`: where
 * the program runs already, its database is used as it is; else this is as good as any other command.
 * @throws Stop with one sentence
 */
export async function openHouse(settings: Settings, { beside = false } = {}): Promise<OpenHouse> {
  const { closers, close } = inOrder();
  try {
    const running = beside && isLocked(settings.dataFolder);
    const ownerUrl = running ? await reachRunning(settings) : await openGround(settings, closers);
    if (!running) await reach(() => migrate(ownerUrl));
    const db = settings.databaseAppUrl
      ? openDatabase(settings.databaseAppUrl)
      : openDatabase(ownerUrl, 'nhipcau_app');
    closers.push(() => db.destroy());
    const files = await openFiles(settings, closers);
    const sealKey = readSealKey(settings.dataFolder, settings.sealKey);
    const house: House = {
      db,
      files,
      uploads: diskUploadHold(join(settings.dataFolder, 'uploads')),
      seal: sealWith(sealKey),
      ...(settings.mail ? { mail: settings.mail } : {}),
      ...(settings.allowPrivateHooks ? { allowPrivateHooks: true } : {}),
      ...(settings.clamd ? { scan: clamdScanner(settings.clamd) } : {}),
      installation: {
        ownerUrl,
        dataFolder: settings.dataFolder,
        sealKey,
        backup: settings.backup,
        metricsToken: settings.metricsToken,
        pulse: { at: null },
      },
      now: () => new Date(),
      origin: settings.origin,
    };
    return { house, makeTenant: (name) => makeTenant(ownerUrl, name), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Database server and files of a stopped program, the database as it lies there: what a restore begins with. */
export async function openEmptyGround(settings: Settings) {
  const { closers, close } = inOrder();
  try {
    const ownerUrl = await openGround(settings, closers);
    return { ownerUrl, files: await openFiles(settings, closers), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What was opened is closed in the opposite order. */
function inOrder() {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  return { closers, close };
}

/** Takes the data folder and starts the embedded database where no other is set; returns the owner's address. */
async function openGround(settings: Settings, closers: (() => unknown)[]): Promise<string> {
  prepareDataFolder(settings.dataFolder);
  closers.push(lockFolder(settings.dataFolder));
  return settings.databaseUrl ?? (await embedded(settings.dataFolder, closers));
}

/** @throws Stop when the running program is still starting or is of another version */
async function reachRunning(settings: Settings): Promise<string> {
  const url = settings.databaseUrl ?? runningEmbedded(settings.dataFolder);
  if (!url) throw new Stop('Nhịp Cầu đang khởi động trên thư mục dữ liệu này: thử lại sau giây lát.');
  await reach(() => requireMigrated(url));
  return url;
}

/** The files of the data folder, whatever the settings say. */
export function filesOnDisk({ dataFolder }: Settings): FileStore {
  const folder = join(dataFolder, 'files');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return diskFileStore(folder);
}

/** Where files are kept: on disk, or in the S3 store that the settings name. @throws Stop when that is out of reach */
async function openFiles(settings: Settings, closers: (() => unknown)[]): Promise<FileStore> {
  if (!settings.s3) return filesOnDisk(settings);
  // Loaded only here: the SDK takes longer to load than all the rest of the program.
  const { s3FileStore } = await import('#app/platform/file-store/s3.ts');
  const files = s3FileStore(settings.s3, join(settings.dataFolder, 'spool'));
  await files.check();
  closers.push(files.close);
  return files;
}

async function embedded(dataFolder: string, closers: (() => unknown)[]): Promise<string> {
  const server = await startEmbedded(dataFolder);
  closers.push(server.stop);
  return server.url;
}

/** Connects and does something. @throws Stop telling which part of the address is wrong */
async function reach(connect: () => Promise<unknown>): Promise<void> {
  try {
    await connect();
  } catch (error) {
    if (error instanceof Stop) throw error;
    const sentence = connectionFaults[(error as NodeJS.ErrnoException).code ?? ''];
    if (sentence) throw new Stop(sentence);
    throw error;
  }
}

const connectionFaults: Record<string, string> = {
  ECONNREFUSED:
    'Không có máy chủ PostgreSQL ở địa chỉ trong DATABASE_URL: kiểm tra máy chủ đã chạy chưa và đúng cổng không.',
  ENOTFOUND: 'Không tìm thấy tên máy chủ trong DATABASE_URL: kiểm tra lại tên máy.',
  EAI_AGAIN: 'Không tìm thấy tên máy chủ trong DATABASE_URL: kiểm tra lại tên máy và mạng.',
  ETIMEDOUT: 'Máy chủ trong DATABASE_URL không trả lời: kiểm tra mạng và tường lửa.',
  ERR_INVALID_URL: 'DATABASE_URL không đúng dạng postgres://tên:mật-khẩu@máy:5432/csdl: hãy sửa lại.',
  '28P01': 'Tên hoặc mật khẩu trong DATABASE_URL không đúng: hãy sửa lại.',
  '28000':
    'Máy chủ PostgreSQL không cho tài khoản trong DATABASE_URL vào: kiểm tra tài khoản và pg_hba.conf.',
  '3D000': 'Máy chủ PostgreSQL không có cơ sở dữ liệu ghi trong DATABASE_URL: hãy tạo trước bằng createdb.',
  '42501':
    'Tài khoản trong DATABASE_URL chưa đủ quyền tạo bảng và vai trò: cấp quyền chủ CSDL và CREATEROLE.',
};

async function makeTenant(ownerUrl: string, name: string): Promise<string | null> {
  const owner: Database = openDatabase(ownerUrl, undefined, 1);
  try {
    const existing = await owner.selectFrom('tenant').select('id').limit(1).executeTakeFirst();
    if (existing) return null;
    const made = await owner
      .insertInto('tenant')
      .values({ name, host: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  } finally {
    await owner.destroy();
  }
}
