import type { Tx } from '#app/platform/database.ts';
import type { Signal } from './signal.ts';

export async function putSignal(tx: Tx, id: string, signal: Signal, said: string, at: Date): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({ signal, signal_said: said, signal_at: at, changed_at: at })
    .where('id', '=', id)
    .execute();
}
