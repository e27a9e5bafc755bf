import type { Tx } from '#app/platform/database.ts';
import shipped from '#data/notice-ladder.json' with { type: 'json' };
import type { Ladder } from './ladder.ts';
import { findOwnLadder } from './notice.store.ts';

/** The ladder that comes with the program; its source says what it stands on. */
export const shippedLadder = shipped as Ladder & { mark: string };

/** The ladder a province sends by: its own, or the shipped one. */
export async function ladderInForce(
  tx: Tx,
): Promise<{ ladder: Ladder; changedOn: string | null; isOwn: boolean }> {
  const own = await findOwnLadder(tx);
  if (own) return { ladder: own.content, changedOn: own.changedOn, isOwn: true };
  return { ladder: shippedLadder, changedOn: null, isOwn: false };
}
