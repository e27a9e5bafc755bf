import type { Tx } from '#app/platform/database.ts';
import type { DueSource } from './due-source.ts';
import { refreshDuty } from './duty.store.ts';

/** What of a duty may change while it keeps its history. */
export type ChangedDuty = {
  text: string;
  deadlineWords: string | null;
  deadlineKind: string | null;
  dueOn: string | null;
  dueSource: DueSource | null;
};
/** Where a duty stands once another document carries it on. */
export type DutyPlace = { documentId: string; position: number; path: string; span: [number, number] };

/** Writes new words and a new day; the first day stays. Parts that are done or set aside keep the day they had. */
export async function updateDuty(tx: Tx, id: string, to: ChangedDuty, at: Date): Promise<void> {
  await tx
    .updateTable('duty')
    .set({
      text: to.text,
      deadline_words: to.deadlineWords,
      deadline_kind: to.deadlineKind,
      due_on: to.dueOn,
      due_source: to.dueOn ? to.dueSource : null,
    })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('assignment')
    .set({ due_on: to.dueOn, changed_at: at })
    .where('duty_id', '=', id)
    .where('state', 'not in', ['completed', 'awaiting-confirmation', 'withdrawn'])
    .execute();
  await refreshDuty(tx, id);
}

/** Puts a duty under another document; its parts, their progress and their history go with it. */
export async function moveDuty(tx: Tx, id: string, to: DutyPlace): Promise<void> {
  await tx
    .updateTable('duty')
    .set({
      document_id: to.documentId,
      position: to.position,
      path: to.path,
      text_begin: to.span[0],
      text_end: to.span[1],
    })
    .where('id', '=', id)
    .execute();
}
