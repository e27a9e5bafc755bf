import type { ConfirmedDuty, DocumentRecord } from '#app/documents/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { nameAgain } from '../change-duty.ts';
import { getDuty } from '../duty.store.ts';

type Naming = { at: Date; actorId: string; document: Pick<DocumentRecord, 'id' | 'symbol'> };

/** Work that was given before names this document too and is counted once; `same`: id within the reading → that duty. @throws Problem 404 */
export async function nameSame(
  tx: Tx,
  { at, actorId, document }: Naming,
  duties: readonly ConfirmedDuty[],
  same: ReadonlyMap<string, string>,
): Promise<void> {
  for (const duty of duties) {
    const dutyId = same.get(duty.id);
    if (!dutyId) continue;
    await getDuty(tx, dutyId);
    const place = [duty.path, document.symbol ?? 'văn bản chưa rõ số'].filter(Boolean).join(', ');
    await nameAgain(tx, { at, actorId }, { dutyId, documentId: document.id, place, words: duty.text });
  }
}
