import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPart, addUnder, moveUp, type Outline, removeSlot, renumber } from './outline-edit.ts';

const slot = (level: 1 | 2, heading: string) => ({
  key: heading,
  level,
  heading,
  writes: true,
  takes: null,
  question: '',
  maxWords: null,
  isRequired: false,
  rows: [],
});
const outlines = fc
  .array(fc.constantFrom<1 | 2>(1, 2), { minLength: 1, maxLength: 10 })
  .map((levels): Outline => {
    const slots = levels.map((level, n) => slot(level, `h${n}`));
    const indicators = slots.map(({ key }) => ({
      key: `of-${key}`,
      name: key,
      unit: 'x',
      rule: 'flow' as const,
      isMoney: false,
      slot: key,
      computedBy: null,
    }));
    return renumber({ slots, indicators });
  });
const edits = fc.array(fc.tuple(fc.constantFrom('part', 'under', 'remove', 'up'), fc.nat()), {
  maxLength: 8,
});

test('whatever is added, moved or removed, numbers follow the order and figures stay under their heading', () => {
  fc.assert(
    fc.property(outlines, edits, (start, all) => {
      const end = all.reduce<Outline>((so, [what, n]) => {
        const { key } = so.slots[n % so.slots.length]!;
        if (what === 'part') return addPart(so, 'mới');
        if (what === 'under') return addUnder(so, key, 'mới');
        return what === 'up' ? moveUp(so, key) : removeSlot(so, key);
      }, start);
      const keys = end.slots.map((one) => one.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(0);
      expect(end.slots[0]!.level).toBe(1);
      for (const { key, level } of end.slots) expect(key.includes('.')).toBe(level === 2);
      for (const { name, slot: at } of end.indicators)
        if (at !== null) expect(end.slots.find((one) => one.key === at)?.heading).toBe(name);
    }),
  );
});

test('a part moves with what stands under it', () => {
  const outline = renumber({
    slots: [slot(1, 'a'), slot(2, 'a1'), slot(1, 'b'), slot(2, 'b1')],
    indicators: [],
  });
  expect(moveUp(outline, 'II').slots.map((one) => `${one.key} ${one.heading}`)).toEqual([
    'I b',
    'I.1 b1',
    'II a',
    'II.1 a1',
  ]);
});
