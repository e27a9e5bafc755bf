import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { growTree } from './merkle.ts';
import { findLastSeal, holdSealing, insertHeads, insertSeal, listHeads } from './seal.store.ts';
import { dayAfter, endOf, hashSeal, leafOf, SEAL_PURPOSE, type Seal } from './seal-of-day.ts';

const PAGE = 5000;

/** Seals yesterday, ten minutes after midnight, and before it every day that was missed while the program was away. */
export const sealHeadsJob: Job = {
  name: 'ledger.seal-heads',
  at: '00:10',
  run: async (house, day) => {
    const yesterday = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await sealUntil(house, id, yesterday);
  },
};

/** Makes every seal that is still missing up to and with `day`, each in its own transaction. Returns how many. */
export async function sealUntil(house: House, tenantId: string, day: string): Promise<number> {
  for (let made = 0; ; made++) {
    const isMade = await inTenant(house.db, tenantId, async (tx) => {
      await holdSealing(tx);
      const last = await findLastSeal(tx);
      if (last && last.day >= day) return false;
      await sealDay(tx, house, tenantId, last ? dayAfter(last.day) : day, last);
      return true;
    });
    if (!isMade) return made;
  }
}

async function sealDay(
  tx: Tx,
  house: House,
  tenantId: string,
  day: string,
  last: Seal | undefined,
): Promise<void> {
  const { chains, lines } = await insertHeads(tx, day, endOf(day));
  const said = {
    day,
    sealedAt: house.now(),
    chains,
    lines: (last?.lines ?? 0) + lines,
    root: await rootOfHeads(tx, day),
    previousHash: last?.hash ?? null,
  };
  const hash = hashSeal(tenantId, said);
  await insertSeal(tx, { ...said, hash, signature: house.seal.sign(hash, SEAL_PURPOSE) });
}

async function rootOfHeads(tx: Tx, day: string): Promise<Buffer> {
  const tree = growTree();
  for (let from = 0; ; from += PAGE) {
    const heads = await listHeads(tx, day, from, PAGE);
    for (const head of heads) tree.add(leafOf(head));
    if (heads.length < PAGE) return tree.root();
  }
}
