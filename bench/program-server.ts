import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProgram } from '#app/main.ts';
import { openDatabase } from '#app/platform/database.ts';
import { diskFileStore } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { sealWith } from '#app/platform/seal.ts';
import { diskUploadHold } from '#app/platform/upload-hold.ts';
import { installationIn } from '#test/installation.ts';
import { tellCost } from './cost.ts';

const sealKey = 'khóa của phép đo, không dùng ở nơi nào khác';
const [{ url, pages }] = (await once(process, 'message')) as [{ url: string; pages?: string }];
const house: House = {
  db: openDatabase(url, 'nhipcau_app'),
  files: diskFileStore(tmpdir()),
  uploads: diskUploadHold(join(tmpdir(), 'nhipcau-bench-uploads')),
  seal: sealWith(sealKey),
  installation: installationIn(tmpdir(), url, sealKey),
  now: () => new Date(),
  origin: 'http://127.0.0.1',
};
/** `pages`: the folder of the browser's part, where a benchmark looks at it. */
const web = await openProgram(house, pages ? { pagesFolder: pages } : {});
await web.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ port: (web.server.address() as { port: number }).port });
tellCost();
/** Asked how much memory it has held at most, in kB. */
process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ peak: process.resourceUsage().maxRSS });
});
