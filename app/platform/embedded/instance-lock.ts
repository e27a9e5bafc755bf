import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../stop.ts';

/**
 * Takes the data folder for this process; returns the function that gives it back. The lock of a process
 * that died without giving it back is taken over.
 * @throws Stop when another running program holds the folder
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'nhipcau.lock');
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const fd = openSync(file, 'wx', 0o600);
      writeSync(fd, mine);
      closeSync(fd);
      return () => {
        if (readOrNothing(file) === mine) rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = parseHolder(readOrNothing(file));
      if (holder && isLocked(folder)) {
        throw new Stop(
          `Nhịp Cầu đang chạy trên thư mục dữ liệu ${folder} (tiến trình ${holder.pid}): dùng bản đang chạy, hoặc dừng nó rồi khởi động lại.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new Stop(`Thư mục dữ liệu ${folder} đang được chương trình khác mở: thử lại sau giây lát.`);
}

/** Does a running program hold the folder now? */
export function isLocked(folder: string): boolean {
  const holder = parseHolder(readOrNothing(join(folder, 'nhipcau.lock')));
  return holder !== null && isAlive(holder.pid) && startOf(holder.pid) === holder.started;
}

/** Is there a running process of this number, ours or not? */
export function isAlive(pid: number): boolean {
  // A killed process whose new parent does not collect it (PID 1 of many containers) keeps its number as a zombie.
  if (statOf(pid)?.[0] === 'Z') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, where the system tells: a number reused by another process is told apart by it. */
const startOf = (pid: number): string | null => statOf(pid)?.[19] ?? null;

/** Fields of proc(5) stat from the third (state) on; the second, the name in parentheses, may itself hold spaces. */
function statOf(pid: number): string[] | null {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readOrNothing(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parseHolder(text: string | null): { pid: number; started: string | null } | null {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
