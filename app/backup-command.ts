import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  beginRun,
  findLastRun,
  identityFile,
  type Report,
  readIdentity,
  restoreArchive,
} from '#app/backup/index.ts';
import { readSettings, type Settings } from '#app/platform/settings.ts';
import { Stop } from '#app/platform/stop.ts';
import { WrongUsage } from '#app/platform/wrong-usage.ts';
import { openEmptyGround, openHouse } from './open-house.ts';
import { verifyAll } from './verify-command.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `bin/nhipcau backup`: also beside a running program. */
export async function backupCommand(): Promise<number> {
  const { house, close } = await openHouse(readSettings(process.env), { beside: true });
  try {
    const { ended } = await beginRun(house, 'backup', 'command');
    const failure = await ended;
    if (failure) throw new Stop(failure);
    const made = await findLastRun(house.db, 'backup', { state: 'done' });
    print(join(made?.place ?? '', made?.archive ?? ''));
    print(`${made?.rows} dòng, ${made?.files} tệp, ${made?.size} byte, sha256 ${made?.sha256}`);
    if (made?.unusable)
      print(
        `${made.unusable} tệp có tên trong CSDL nhưng đã mất hoặc hỏng trong kho tệp: xem trang Sao lưu.`,
      );
    return 0;
  } finally {
    await close();
  }
}

/** `bin/nhipcau restore FILE [--identity FILE]`: into an empty database and data folder. */
export async function restoreCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { identity: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (!file || more.length) throw new WrongUsage();
  const settings = readSettings(process.env);
  const { header, manifest } = await restoreInto(settings, resolve(file), values.identity);
  const rows = manifest.rows.reduce((sum, one) => sum + one.rows, 0);
  print(
    `Đã khôi phục bản sao lưu lúc ${showMoment(header.madeAt)}: ${rows} dòng, ${manifest.files.length} tệp, đúng từng bảng.`,
  );
  if (manifest.unusable.length)
    print(`${manifest.unusable.length} tệp đã mất hoặc hỏng từ trước lúc sao lưu nên không có.`);
  // The restored installation, opened as the program opens it.
  const { house, close } = await openHouse(settings);
  try {
    await verifyAll(house);
  } finally {
    await close();
  }
  print('Khởi động bằng  npm start .');
  return 0;
}

async function restoreInto(settings: Settings, path: string, identity: string | undefined) {
  const key = sealKeyOf(settings);
  let ground: Awaited<ReturnType<typeof openEmptyGround>> | undefined;
  try {
    return await restoreArchive({
      path,
      keys: keysAtHand(settings, identity),
      ownerUrl: async () => {
        ground = await openEmptyGround(settings);
        return ground.ownerUrl;
      },
      keep: (content) => ground!.files.put(content),
      beforeCommit: ({ header }) => key.replace(header.sealKey),
      report: toTerminal(),
    });
  } catch (error) {
    key.putBack();
    throw error;
  } finally {
    await ground?.close();
  }
}

/** Never made here: a new key opens no old archive. */
function keysAtHand({ dataFolder, backup }: Settings, given: string | undefined) {
  const file = given ?? identityFile(dataFolder);
  if (!backup.passphrase && !existsSync(file))
    throw new Stop(
      given
        ? `Không có tệp khóa ${given}: kiểm tra lại đường dẫn.`
        : 'Cần khóa để mở bản sao lưu: thêm --identity TỆP, hoặc đặt NHIPCAU_BACKUP_PASSPHRASE.',
    );
  const identities = existsSync(file) ? [readIdentity(file)] : [];
  return { recipients: [], identities, passphrase: backup.passphrase };
}

/** The key of the sealed columns in the data folder, replaced with the archive's, and put back when that fails. */
function sealKeyOf({ dataFolder, sealKey }: Settings) {
  const file = join(dataFolder, 'seal.key');
  let before: string | null | undefined;
  return {
    replace(archived: string) {
      if (sealKey && sealKey !== archived)
        throw new Stop(
          'NHIPCAU_KEY khác khóa của bản sao lưu nên dữ liệu nhạy cảm sẽ không mở được: bỏ NHIPCAU_KEY hoặc đặt đúng khóa cũ.',
        );
      if (sealKey) return;
      before = existsSync(file) ? readFileSync(file, 'utf8') : null;
      writeFileSync(file, archived, { mode: 0o600 });
    },
    putBack() {
      if (before === null) rmSync(file, { force: true });
      else if (before !== undefined) writeFileSync(file, before, { mode: 0o600 });
    },
  };
}

const stepNames: Partial<Record<Parameters<Report>[0], string>> = {
  checking: 'Đang kiểm tra bản sao lưu…',
  loading: 'Đang nạp…',
  comparing: 'Đang so với bản sao lưu…',
};

/** One line a step, on standard error. */
function toTerminal(): Report {
  let last = '';
  return (step) => {
    if (step !== last) process.stderr.write(`${stepNames[step] ?? step}\n`);
    last = step;
  };
}

/** '2026-11-22T19:00:00Z' as '23/11/2026 02:00' in Vietnam. */
function showMoment(instant: string): string {
  const local = new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString();
  return `${local.slice(0, 10).split('-').reverse().join('/')} ${local.slice(11, 16)}`;
}
