import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Installation } from '#app/platform/installation.ts';
import { conflict } from '#app/platform/problem.ts';
import { Stop } from '#app/platform/stop.ts';
import { momentOfArchive } from './archive-name.ts';
import { drill } from './drill.ts';
import { type Archive, makeArchive, type Report } from './make-archive.ts';
import { toRemove } from './retention.ts';
import { findLastRun, finishRun, insertRun, isRecorded, noteProgress } from './run.store.ts';
import type { RunKind, RunReason } from './run.ts';
import { alone } from './snapshot.store.ts';

type Current = { id: string; ended: Promise<string | null>; controller: AbortController };

/** What of this installation is running in this process. */
const current = new Map<Installation, Current>();
const beginning = new WeakMap<Installation, Promise<unknown>>();

const SIGN_OF_LIFE = 1_000;

/**
 * Begins a backup or a drill and returns its run at once; `ended` gives null or the sentence of its failure.
 * `record` may write more in the transaction of the run's row; a run whose row is not kept is not carried out.
 * @throws Problem 409 while another runs in this process
 */
export async function beginRun(
  house: House,
  kind: RunKind,
  reason: RunReason,
  record: (insert: (db: Database) => Promise<string>) => Promise<string> = (insert) => insert(house.db),
): Promise<{ id: string; ended: Promise<string | null> }> {
  const { installation } = house;
  // One beginning after the other: two clicks must not begin two runs.
  const turn = (beginning.get(installation) ?? Promise.resolve()).then(() =>
    begin(house, kind, reason, record),
  );
  beginning.set(
    installation,
    turn.catch(() => {}),
  );
  const { id, ended } = await turn;
  return { id, ended };
}

async function begin(
  house: House,
  kind: RunKind,
  reason: RunReason,
  record: (insert: (db: Database) => Promise<string>) => Promise<string>,
): Promise<Current> {
  const { installation } = house;
  if (current.has(installation))
    throw conflict('Đang có một lần sao lưu hoặc diễn tập chạy: chờ xong rồi bấm lại.');
  const id = await record((db) => insertRun(db, { kind, reason, at: house.now() }));
  const run: Current = { id, ended: Promise.resolve(null), controller: new AbortController() };
  if (!(await isRecorded(house.db, id))) return run;
  current.set(installation, run);
  run.ended = carryOut(house, kind, run).finally(() => current.delete(installation));
  return run;
}

/** Ends what is running; it counts as failed. */
export async function stopRuns(installation: Installation): Promise<void> {
  const running = current.get(installation);
  running?.controller.abort(new Stop('Chương trình dừng giữa chừng: hãy chạy lại.'));
  await running?.ended;
}

async function carryOut(house: House, kind: RunKind, { id, controller }: Current): Promise<string | null> {
  const progress = keepProgress(house, id);
  try {
    const archive = await alone(house.installation.ownerUrl, () =>
      kind === 'backup'
        ? backUp(house, progress.report, controller.signal)
        : rehearse(house, guarded(progress.report, controller.signal)),
    );
    await progress.stop();
    await finishRun(house.db, id, house.now(), { archive });
    return null;
  } catch (error) {
    await progress.stop();
    const failure = sentenceOf(error);
    house.log?.error({ err: error, run: kind }, 'backup or drill failed');
    await finishRun(house.db, id, house.now(), { failure }).catch(() => {});
    return failure;
  }
}

async function backUp(house: House, report: Report, signal: AbortSignal): Promise<Archive> {
  const { installation, files } = house;
  const archive = await makeArchive({ installation, files, now: house.now(), report, signal });
  tidy(installation);
  return archive;
}

async function rehearse(house: House, report: Report): Promise<Partial<Archive>> {
  const last = await findLastRun(house.db, 'backup', { state: 'done' });
  if (!last?.archive || !last.place)
    throw new Stop('Chưa có bản sao lưu nào để diễn tập: hãy sao lưu trước.');
  if (!existsSync(join(last.place, last.archive)))
    throw new Stop(`Tệp ${last.archive} không còn ở ${last.place}: hãy sao lưu lại, rồi diễn tập.`);
  return drill(house, { name: last.archive, place: last.place }, report);
}

/** A drill stops between two steps of its progress. */
const guarded =
  (report: Report, signal: AbortSignal): Report =>
  (...given) => {
    signal.throwIfAborted();
    report(...given);
  };

/** Old archives of ours go; anything else in the folder is left alone. */
function tidy({ backup }: Installation): void {
  const archives = readdirSync(backup.folder).flatMap((name) => {
    const at = momentOfArchive(name);
    return at ? [{ name, at }] : [];
  });
  for (const name of toRemove(archives, backup.keep)) rmSync(join(backup.folder, name), { force: true });
}

/** Writes how far a run is, at most once a second, and a sign of life even when nothing moves. */
function keepProgress(house: House, id: string) {
  let latest: Parameters<Report> = ['rows', 0, 0];
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    const [step, done, total] = latest;
    writing = writing
      .then(() => noteProgress(house.db, id, house.now(), { step, done, total }))
      .catch(() => {});
  };
  const timer = setInterval(write, SIGN_OF_LIFE);
  return {
    report: ((...given) => {
      if (given[0] !== latest[0]) setImmediate(write);
      latest = given;
    }) as Report,
    stop: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}

const diskFaults: Record<string, string> = {
  ENOSPC: 'Ổ đĩa đã đầy giữa chừng: giải phóng chỗ rồi chạy lại.',
  EACCES: 'Không được phép ghi vào thư mục sao lưu: kiểm tra quyền, hoặc đổi NHIPCAU_BACKUP_FOLDER.',
  ECONNREFUSED: 'Không kết nối được CSDL: kiểm tra máy chủ CSDL rồi chạy lại.',
};

/** What a person is told; anything unforeseen is in the log of the program. */
function sentenceOf(error: unknown): string {
  if (error instanceof Stop) return error.message;
  return (
    diskFaults[(error as NodeJS.ErrnoException).code ?? ''] ??
    'Gặp lỗi ngoài dự kiến: xem nhật ký vận hành của chương trình rồi chạy lại.'
  );
}
