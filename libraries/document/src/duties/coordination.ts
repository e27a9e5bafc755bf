import type { Body } from '../bodies/body.ts';
import { bodiesOfField, bodyListAt } from '../bodies/list.ts';
import type { Clean } from '../text/clean.ts';
import { listed, Phrases } from '../text/phrases.ts';
import type { Words } from '../text/words.ts';
import { type Name, namesOf } from './name.ts';

/** “quy chế phối hợp”, “Hội đồng phối hợp”: a noun, not the verb. */
const nouns = new Set(['sự', 'chế', 'tác', 'trình', 'đồng', 'hoạch', 'nghĩa', 'việc', 'bộ']);
const manner = new Phrases(
  listed(
    'chặt chẽ với | chặt chẽ | đồng bộ với | thường xuyên với | với | cùng với | cùng | hiệu quả với | tốt với | kịp thời với | trao đổi thông tin với | trao đổi thông tin | trao đổi với',
  ),
);
const tight = new Phrases(listed('chặt chẽ | đồng bộ | hiệu quả | tốt | kịp thời'));

/** The two words as scans misread them. */
const misread = {
  phối: new Set(['phối', 'phôi', 'phói', 'phổi', 'phoi']),
  hợp: new Set(['hợp', 'hơp', 'họp', 'hop']),
};

/** Every body after “phối hợp (với)”. */
export function coordinatorsIn(clean: Clean, w: Words): Name[] {
  const names: Name[] = [];
  for (let k = 0; k + 1 < w.count; k++) {
    if (!isCooperating(w, k)) continue;
    const at = afterManner(w, k + 2);
    const close = w.before[k]!.includes('(') ? closing(w, k) : -1;
    const list = bodyListAt(w, at);
    if (close > at && list.bodies.length > 0) names.push(...namesOf(clean, w, bodiesOfField(w, at, close)));
    else names.push(...namesOf(clean, w, list.bodies));
  }
  return names;
}

export function isCooperating(w: Words, k: number): boolean {
  if (!misread.phối.has(w.lower[k]!) || !misread.hợp.has(w.lower[k + 1]!)) return false;
  return k === 0 || w.after[k - 1] !== '' || !nouns.has(w.lower[k - 1]!);
}

function afterManner(w: Words, at: number): number {
  let end = at;
  for (let size = manner.at(w, end); size > 0; size = manner.at(w, end)) end += size;
  return end;
}

const closing = (w: Words, from: number): number => {
  for (let k = from; k < w.count && k < from + 60; k++) if (w.after[k]!.includes(')')) return k + 1;
  return -1;
};

/** True when the main verb of a text that begins at word `from` is to cooperate: “Phối hợp với Sở X …”, not “Phối hợp đồng bộ công tác …”. */
export function onlyCooperates(w: Words, from: number): boolean {
  if (!isCooperating(w, from)) return false;
  const size = tight.at(w, from + 2);
  return size === 0 || w.lower[from + 2 + size] === 'với' || w.lower[from + 2 + size] === 'cùng';
}

/** “…, Sở B phối hợp”: the bodies stand before the verb. */
export function cooperatingBodies(w: Words, from: number): Body[] {
  for (let k = from; k < w.count; k++) {
    if (!isCooperating(w, k) || (k + 2 < w.count && w.after[k + 1] === '' && w.lower[k + 2] !== 'thực'))
      continue;
    for (let j = from; j < k; j++) {
      const list = bodyListAt(w, j);
      if (list.bodies.length > 0 && list.end === k) return list.bodies;
    }
  }
  return [];
}
