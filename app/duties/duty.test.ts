import { expect, test } from 'vitest';
import type { AssignmentState } from './assignment.ts';
import { type Part, stateOfParts, summarise } from './duty.ts';

const holder = (state: AssignmentState, completedOn: string | null = null, leads = true): Part => ({
  role: 'holder',
  leads,
  state,
  completedOn,
});
const coordinator = (state: AssignmentState): Part => ({
  role: 'coordinator',
  leads: false,
  state,
  completedOn: null,
});

test.each<[AssignmentState, AssignmentState[]]>([
  ['assigned', ['assigned', 'assigned']],
  ['received', ['assigned', 'received']],
  ['in-progress', ['assigned', 'in-progress']],
  ['in-progress', ['completed', 'assigned']],
  ['awaiting-confirmation', ['completed', 'awaiting-confirmation']],
  ['returned', ['completed', 'returned']],
  ['completed', ['completed', 'completed']],
  ['refused', ['refused', 'refused']],
  ['assigned', ['refused', 'assigned']],
  ['completed', ['completed', 'withdrawn']],
])('%s from %j', (expected, states) => {
  expect(stateOfParts(states.map((state) => holder(state)))).toBe(expected);
});

test('the lead decides, coordinators are counted beside it', () => {
  const summary = summarise([
    holder('completed', '2026-11-20'),
    coordinator('completed'),
    coordinator('assigned'),
    coordinator('in-progress'),
  ]);
  expect(summary).toEqual({
    state: 'completed',
    completedOn: '2026-11-20',
    led: true,
    holders: { total: 1, done: 1, silent: 0 },
    coordinators: { total: 3, done: 1, silent: 1 },
  });
});

test('holders who merely cooperate decide when nobody leads', () => {
  expect(stateOfParts([holder('received', null, false), coordinator('completed')])).toBe('received');
  expect(stateOfParts([coordinator('completed')])).toBe('completed');
});

test('a group is done on the day of its last agency, and not before', () => {
  expect(summarise([holder('completed', '2026-11-03'), holder('completed', '2026-11-20')]).completedOn).toBe(
    '2026-11-20',
  );
  expect(summarise([holder('completed', '2026-11-03'), holder('in-progress')]).completedOn).toBeNull();
});
