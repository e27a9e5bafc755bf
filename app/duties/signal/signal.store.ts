import type { Tx } from '#app/platform/database.ts';
import type { Signal } from './signal.ts';

export type Judged = { signal: Signal; sentence: string; at: string };

/** What its agency last said of a part; null where it said nothing. */
export async function findSignal(tx: Tx, id: string): Promise<Judged | null> {
  const row = await tx
    .selectFrom('assignment')
    .select(['signal', 'signal_said as sentence', 'signal_at as at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.signal && row.sentence && row.at
    ? { signal: row.signal as Signal, sentence: row.sentence, at: row.at.toISOString() }
    : null;
}

export async function putSignal(tx: Tx, id: string, judged: Judged | null, at: Date): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({
      signal: judged?.signal ?? null,
      signal_said: judged?.sentence ?? null,
      signal_at: judged ? new Date(judged.at) : null,
      changed_at: at,
    })
    .where('id', '=', id)
    .execute();
}
