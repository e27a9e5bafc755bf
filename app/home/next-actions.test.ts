import { expect, test } from 'vitest';
import type { Item } from './home.contract.ts';
import { pickActions } from './next-actions.ts';

const item = (id: string): Item => ({ id, title: id, note: null, dueOn: null });
const none = { count: 0, items: [] };

test('the first of each kind, then the next of each, three in all; one piece of work once', () => {
  const tasks = [
    { key: 'returned' as const, count: 2, items: [item('a'), item('b')] },
    { key: 'not-received' as const, count: 5, items: [item('c'), item('d')] },
    { key: 'in-progress' as const, count: 0, items: [] },
  ];
  expect(pickActions(tasks, none).map(({ key, item: { id }, count }) => [key, id, count])).toEqual([
    ['returned', 'a', 1],
    ['not-received', 'c', 5],
    ['returned', 'b', 1],
  ]);
  const late = [
    { key: 'own-late' as const, count: 1, items: [item('a')] },
    { key: 'in-progress' as const, count: 2, items: [item('a'), item('b')] },
  ];
  expect(pickActions(late, none).map(({ item: { id } }) => id)).toEqual(['a', 'b']);
  const overdue = { count: 9, items: [item('x'), item('y')] };
  expect(pickActions([], overdue)).toMatchObject([{ key: 'remind-overdue', count: 9 }]);
});
