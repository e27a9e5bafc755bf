import { join } from 'node:path';
import { checkLedger } from '#app/ledger/index.ts';
import { openDatabase } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { Stop } from '#app/platform/stop.ts';
import { keysOf } from './keys.ts';
import type { Archive, Report } from './make-archive.ts';
import { totalsOf } from './manifest.ts';
import { restoreArchive, weigh } from './restore-archive.ts';
import { inScratchDatabase } from './scratch.store.ts';

/**
 * Restores an archive into a scratch database, compares every row and file, walks the ledger there, and drops it.
 * @throws Stop telling what could not be restored
 */
export async function drill(
  house: House,
  archive: { name: string; place: string },
  report: Report,
): Promise<Partial<Archive>> {
  const { installation } = house;
  return inScratchDatabase(installation.ownerUrl, async (ownerUrl) => {
    const { header, manifest } = await restoreArchive({
      path: join(archive.place, archive.name),
      keys: await keysOf(installation),
      ownerUrl: () => ownerUrl,
      keep: weigh,
      report,
    });
    if (header.sealKey !== installation.sealKey)
      throw new Stop('Khóa dữ liệu nhạy cảm trong bản sao lưu khác khóa đang dùng: sao lưu lại ngay.');
    await walkLedger(house, ownerUrl, header.tenants);
    return { ...archive, ...totalsOf(manifest) };
  });
}

/** @throws Stop naming the first line that is not as it was written */
export async function walkLedger(house: House, ownerUrl: string, tenants: string[]): Promise<number> {
  const db = openDatabase(ownerUrl, 'nhipcau_app', 2);
  let lines = 0;
  try {
    for (const tenantId of tenants) {
      const checked = await checkLedger({ ...house, db }, tenantId, []);
      if (checked.findings[0])
        throw new Stop(`Nhật ký trong bản sao lưu hỏng: ${checked.findings[0].said.vi}.`);
      lines += checked.lines;
    }
    return lines;
  } finally {
    await db.destroy();
  }
}
