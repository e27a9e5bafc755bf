import type { Indicator } from './indicator.contract.ts';
import type { Slot } from './report.ts';

export type Outline = { slots: Slot[]; indicators: Indicator[] };

const romans = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
];
const romanOf = (n: number): string => romans[n - 1] ?? `P${n}`;

/** Headings numbered as they stand: I, II, II.1, II.2 …; indicators stay under the heading they were told under. */
export function renumber({ slots, indicators }: Outline): Outline {
  const keys = new Map<string, string>();
  let part = 0;
  let under = 0;
  const numbered = slots.map((slot) => {
    if (slot.level === 1 || part === 0) {
      part += 1;
      under = 0;
    } else under += 1;
    const key = under ? `${romanOf(part)}.${under}` : romanOf(part);
    keys.set(slot.key, key);
    return { ...slot, key, level: (under ? 2 : 1) as 1 | 2 };
  });
  return {
    slots: numbered,
    indicators: indicators.map((one) => ({ ...one, slot: one.slot && (keys.get(one.slot) ?? null) })),
  };
}

const blank = (level: 1 | 2, heading: string): Slot => ({
  key: `new-${level}`,
  level,
  heading,
  writes: true,
  takes: null,
  question: '',
  maxWords: null,
  isRequired: false,
  rows: [],
});

export const addPart = (outline: Outline, heading: string): Outline =>
  renumber({ ...outline, slots: [...outline.slots, blank(1, heading)] });

/** A heading after the last one under `key`. */
export function addUnder(outline: Outline, key: string, heading: string): Outline {
  const { slots } = outline;
  const at = slots.findIndex((slot) => slot.key === key);
  let end = at + 1;
  while (end < slots.length && slots[end]!.level === 2) end += 1;
  return renumber({ ...outline, slots: slots.toSpliced(end, 0, blank(2, heading)) });
}

/** Without a heading and, of a part, what stands under it; the last one stays. */
export function removeSlot(outline: Outline, key: string): Outline {
  const { slots } = outline;
  const at = slots.findIndex((slot) => slot.key === key);
  let end = at + 1;
  if (slots[at]?.level === 1) while (end < slots.length && slots[end]!.level === 2) end += 1;
  if (at < 0 || end - at === slots.length) return outline;
  return renumber({ ...outline, slots: slots.toSpliced(at, end - at) });
}

/** One place up: a part with what stands under it before the part above, another before its neighbour. */
export function moveUp(outline: Outline, key: string): Outline {
  const { slots } = outline;
  const at = slots.findIndex((slot) => slot.key === key);
  const slot = slots[at];
  if (!slot || at === 0) return outline;
  if (slot.level === 2) {
    if (slots[at - 1]!.level === 1) return outline;
    return renumber({ ...outline, slots: slots.toSpliced(at - 1, 2, slot, slots[at - 1]!) });
  }
  let end = at + 1;
  while (end < slots.length && slots[end]!.level === 2) end += 1;
  let before = at - 1;
  while (slots[before]!.level === 2) before -= 1;
  const moved = [...slots.slice(at, end), ...slots.slice(before, at)];
  return renumber({ ...outline, slots: slots.toSpliced(before, end - before, ...moved) });
}
