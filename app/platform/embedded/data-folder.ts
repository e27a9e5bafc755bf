import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../stop.ts';

/** Less free space than this and PostgreSQL may stop in the middle of its work. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/**
 * Makes the data folder and checks that it can be written and has room, before anything is touched in it.
 * @throws Stop saying which of the two fails
 */
export function prepareDataFolder(folder: string, freeBytes: (folder: string) => number = freeBytesOf): void {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    writeFileSync(probe, Buffer.alloc(4096));
    rmSync(probe);
  } catch (error) {
    removeQuietly(probe);
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw full(folder);
    throw new Stop(
      `Không ghi được vào thư mục dữ liệu ${folder} (${code}): cấp quyền ghi cho người chạy chương trình, hoặc đặt NHIPCAU_DATA tới thư mục khác.`,
    );
  }
  if (freeBytes(folder) < LEAST_FREE_BYTES) throw full(folder);
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** A full disk lets a file be made and not written; where not even that was possible there is nothing to remove. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

const full = (folder: string) =>
  new Stop(
    `Ổ đĩa của thư mục dữ liệu ${folder} đã đầy (cần ít nhất 200 MB trống): giải phóng chỗ hoặc đặt NHIPCAU_DATA tới ổ khác.`,
  );
