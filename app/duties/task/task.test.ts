import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin, type Node, openUnder, taskActionsFor, taskStates } from './task.ts';

test('what the one who does it may do, and the one who gave it', () => {
  const told = (relation: 'doer' | 'giver') =>
    taskStates.map((state) => `${state}: ${taskActionsFor(state, [relation]).join(', ') || '–'}`);
  expect(told('doer')).toEqual(['open: finish, hand-on', 'done: –', 'cancelled: –']);
  expect(told('giver')).toEqual(['open: finish, hand-on, cancel', 'done: reopen', 'cancelled: –']);
});

test('what is open below at any depth holds the top; what is cancelled or done does not', () => {
  const tasks: Node[] = [
    { id: 'phòng', parentId: null, state: 'done' },
    { id: 'an', parentId: 'phòng', state: 'open' },
    { id: 'bình', parentId: 'phòng', state: 'cancelled' },
    { id: 'chi', parentId: 'bình', state: 'open' },
    { id: 'dũng', parentId: null, state: 'done' },
  ];
  expect(openUnder(null, tasks).map((task) => task.id)).toEqual(['an']);
  expect(openUnder('an', tasks)).toEqual([]);
});

test('each day within its parent’s, the lowest is within the highest', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`);
  const due = fc.option(day, { nil: null });
  fc.assert(
    fc.property(due, due, due, (top, middle, low) => {
      if (isWithin(middle, top) && isWithin(low, middle)) expect(isWithin(low, top)).toBe(true);
    }),
  );
  expect(isWithin(null, '2026-12-01')).toBe(false);
  expect(isWithin('2026-12-02', '2026-12-01')).toBe(false);
});
