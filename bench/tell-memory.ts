import { rmSync } from 'node:fs';

/** Tells the parent where this server listens; asked for it, how much memory it holds and held at most, in bytes. */
export function tellMemory(folder: string, port: number): void {
  let most = 0;
  setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20).unref();
  process.on('message', () => {
    process.send?.({ rss: process.memoryUsage.rss(), most });
    most = 0;
  });
  process.on('disconnect', () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  });
  process.send?.({ port });
}
