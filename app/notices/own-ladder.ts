import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { officeDay } from '#app/platform/office-day.ts';
import shipped from '#data/notice-ladder.json' with { type: 'json' };
import { type Ladder, maySend } from './ladder.ts';
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

/** 'HH:MM' in the office. */
export const officeTime = (instant: Date): string =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);

/** May anything leave the program now: a working day of the office, outside its quiet hours? */
export async function maySendNow(tx: Tx, now: Date): Promise<boolean> {
  const { ladder } = await ladderInForce(tx);
  return maySend(ladder, await officeCalendar(tx), officeDay(now), officeTime(now));
}
