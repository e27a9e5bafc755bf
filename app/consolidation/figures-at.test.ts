import { expect, test } from 'vitest';
import { figuresAt } from './figures-at.ts';

test('the cells are those of the cut-off: what was done later was still open, and late if it was due', () => {
  const duty = { state: 'completed' as const, dueOn: '2026-06-01', isRequest: false };
  const figures = figuresAt(
    [
      { ...duty, completedOn: '2026-05-30' },
      { ...duty, completedOn: '2026-06-10' },
      { ...duty, completedOn: '2026-07-01' },
      { ...duty, state: 'in-progress', completedOn: null, dueOn: null },
      { ...duty, state: 'assigned', completedOn: null, isRequest: true },
    ],
    '2026-06-14',
  );
  expect(figures).toEqual({
    asOf: '2026-06-14',
    duties: 5,
    cells: { 'done-in-time': 1, 'done-late': 1, 'open-late': 1, 'open-in-time': 1, request: 1 },
  });
});
