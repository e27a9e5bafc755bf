import type { z } from 'zod';
import type { IssueLetter, Sentence } from '../sentence.ts';
import type { changeShape } from './out.contract.ts';

export type Change = z.output<typeof changeShape>;
type Slot = { key: string; level: number; heading: string };
type Version = { letter: IssueLetter; sentences: readonly Sentence[] };

/** Parts of the form a correction may change; number, date and signer differ by nature. */
const parts: [keyof IssueLetter, string][] = [
  ['title', 'Trích yếu'],
  ['addressees', 'Kính gửi'],
  ['bases', 'Căn cứ'],
  ['opening', 'Lời mở đầu'],
  ['closing', 'Lời kết'],
  ['recipients', 'Nơi nhận'],
];

/**
 * What a correction changes, sentence by sentence in the order of the outline: changed, moved, added, left out with the
 * reason; then the form. `carried`: the sentence of the version before by the one that carries on from it.
 */
export function changesOf(
  slots: readonly Slot[],
  before: Version,
  after: Version,
  carried: ReadonlyMap<string, string>,
): Change[] {
  const was = new Map(before.sentences.map((one) => [one.id, one]));
  const now = new Map<string, Sentence>();
  for (const one of after.sentences) {
    const from = carried.get(one.id);
    if (from) now.set(from, one);
  }
  const changes: (Change & { slot: string })[] = [];
  const place = (key: string) => {
    const slot = slots.find((one) => one.key === key);
    return slot ? `${slot.key}. ${slot.heading}` : key;
  };
  for (const one of after.sentences.filter((sentence) => sentence.removedReason === null)) {
    const old = was.get(carried.get(one.id) ?? '');
    const made = {
      place: place(one.slot),
      after: one.text,
      reason: null,
      sentenceId: one.id,
      slot: one.slot,
    };
    if (!old || old.removedReason !== null) changes.push({ ...made, is: 'added', before: '' });
    else if (old.text !== one.text) changes.push({ ...made, is: 'changed', before: old.text });
    else if (old.slot !== one.slot)
      changes.push({
        ...made,
        is: 'moved',
        place: `${place(old.slot)} → ${place(one.slot)}`,
        before: old.text,
      });
  }
  for (const old of before.sentences.filter((sentence) => sentence.removedReason === null)) {
    const one = now.get(old.id);
    if (one && one.removedReason === null) continue;
    const reason = one?.removedReason ?? null;
    changes.push({
      is: 'left-out',
      place: place(old.slot),
      before: old.text,
      after: '',
      reason,
      sentenceId: one?.id ?? null,
      slot: old.slot,
    });
  }
  const order = new Map(slots.map((slot, n) => [slot.key, n]));
  const sorted = changes.toSorted((a, b) => (order.get(a.slot) ?? 0) - (order.get(b.slot) ?? 0));
  return [...sorted.map(({ slot: _, ...change }) => change), ...formChanges(before.letter, after.letter)];
}

function formChanges(before: IssueLetter, after: IssueLetter): Change[] {
  const said = (value: unknown) => (Array.isArray(value) ? value.join('; ') : String(value ?? ''));
  return parts.flatMap(([part, place]) => {
    const [was, is] = [said(before[part]), said(after[part])];
    return was === is
      ? []
      : [{ is: 'form' as const, place, before: was, after: is, reason: null, sentenceId: null }];
  });
}
