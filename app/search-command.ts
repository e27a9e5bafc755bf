import { readSettings } from '#app/platform/settings.ts';
import { rebuildEntries } from '#app/search/index.ts';
import { openHouse } from './open-house.ts';

/** `bin/nhipcau search-rebuild`: writes what can be searched anew, also while the program runs. */
export async function searchRebuildCommand(): Promise<number> {
  const open = await openHouse(readSettings(process.env), { beside: true });
  try {
    for (const { name, entries } of await rebuildEntries(open.house))
      process.stdout.write(`${name}: ${entries} mục tìm kiếm đã được lập lại.\n`);
    return 0;
  } finally {
    await open.close();
  }
}
