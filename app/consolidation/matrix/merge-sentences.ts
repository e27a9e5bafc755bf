import type { Changes } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { conflict } from '#app/platform/problem.ts';
import { getSentence, setRemoved, updateSentence } from '../sentence.store.ts';
import { agencySources, keyOfSource, type Sentence } from '../sentence.ts';
import { changedFields } from '../undo-consolidation.ts';
import { mergeInto } from './arrange.ts';

/**
 * Makes several sentences of a draft one. Returns it, and what was changed for the ledger.
 * @throws Problem 404; 409 when one of them was set aside meanwhile
 */
export async function mergeKept(
  tx: Tx,
  draftId: string,
  targetId: string,
  otherIds: readonly string[],
  given: { text?: string | undefined; at: Date },
): Promise<{ kept: Sentence; changed: Changes }> {
  const target = await getSentence(tx, draftId, targetId);
  const others: Sentence[] = [];
  for (const id of new Set(otherIds)) if (id !== targetId) others.push(await getSentence(tx, draftId, id));
  if ([target, ...others].some((one) => one.removedReason !== null))
    throw conflict('Có câu vừa được để ra ngoài hoặc đã gộp: hãy tải lại trang rồi chọn lại.');
  const { target: change, merged } = mergeInto(target, others, given.text);
  const kept = await updateSentence(tx, target.id, change);
  let changed = changedFields(target, change, `${target.id}:`);
  for (const other of others) {
    await setRemoved(tx, other.id, merged.removedReason, given.at, target.id);
    changed = { ...changed, ...changedFields(other, merged, `${other.id}:`) };
  }
  return { kept, changed };
}

/** Takes a sentence out of the one it was merged into, with its sources. */
export async function splitAgain(
  tx: Tx,
  draftId: string,
  id: string,
  at: Date,
): Promise<{ kept: Sentence; changed: Changes }> {
  const own = await getSentence(tx, draftId, id);
  if (!own.mergedInto) throw conflict('Câu này không nằm trong câu nào khác: hãy tải lại trang.');
  const host = await getSentence(tx, draftId, own.mergedInto);
  const mine = new Set(agencySources(own.sources).map(keyOfSource));
  const left = host.sources.filter((one) => one.kind !== 'agency-report' || !mine.has(keyOfSource(one)));
  await setRemoved(tx, id, null, at);
  let changed = changedFields(own, { removedReason: null, mergedInto: null }, `${id}:`);
  // The other keeps at least what it stands on: a sentence is not left without a source by splitting.
  if (left.length && left.length < host.sources.length) {
    await updateSentence(tx, host.id, { sources: left });
    changed = { ...changed, ...changedFields(host, { sources: left }, `${host.id}:`) };
  }
  return { kept: await getSentence(tx, draftId, id), changed };
}
