import { expect, test } from 'vitest';
import {
  type AssignmentAction,
  actionsFor,
  assignmentActions,
  assignmentStates,
  clockAfter,
  type Relation,
  stateAfter,
} from './assignment.ts';

const told = (relations: Relation[]) =>
  assignmentStates.map((state) => `${state}: ${actionsFor(state, relations).join(', ') || '–'}`);

test('what the people of the agency may do', () => {
  expect(told(['reader', 'agency'])).toMatchInlineSnapshot(`
    [
      "assigned: receive",
      "received: log-progress",
      "in-progress: log-progress, report-done",
      "awaiting-confirmation: recall",
      "completed: –",
      "returned: log-progress",
      "refused: –",
      "paused: –",
      "withdrawn: –",
    ]
  `);
});
test('what its focal person or head may do besides', () => {
  expect(told(['reader', 'agency', 'agency-lead'])).toMatchInlineSnapshot(`
    [
      "assigned: receive, refuse",
      "received: log-progress, refuse",
      "in-progress: log-progress, report-done",
      "awaiting-confirmation: recall",
      "completed: –",
      "returned: log-progress",
      "refused: –",
      "paused: –",
      "withdrawn: –",
    ]
  `);
});
test('what the one who confirms may do', () => {
  expect(told(['reader', 'confirmer'])).toMatchInlineSnapshot(`
    [
      "assigned: pause, withdraw",
      "received: pause, withdraw",
      "in-progress: pause, withdraw",
      "awaiting-confirmation: confirm, return",
      "completed: reopen",
      "returned: pause, withdraw",
      "refused: insist, reassign, withdraw",
      "paused: resume, withdraw",
      "withdrawn: reinstate",
    ]
  `);
});
test('who only reads may do nothing', () => {
  expect(assignmentStates.flatMap((state) => actionsFor(state, ['reader']))).toEqual([]);
});

test('the walk of a part, with one return', () => {
  const walk: AssignmentAction[] = [
    'receive',
    'log-progress',
    'report-done',
    'return',
    'log-progress',
    'report-done',
    'confirm',
    'reopen',
  ];
  let state = assignmentStates[0] as (typeof assignmentStates)[number];
  const states = walk.map((action) => {
    state = stateAfter(state, action)!;
    return state;
  });
  expect(states).toEqual([
    'received',
    'in-progress',
    'awaiting-confirmation',
    'returned',
    'in-progress',
    'awaiting-confirmation',
    'completed',
    'in-progress',
  ]);
});

test('no action leads where another person must decide: done is only reached by confirming', () => {
  for (const state of assignmentStates)
    for (const action of assignmentActions)
      if (stateAfter(state, action) === 'completed') expect(action).toBe('confirm');
});

test('reported and returned is not reported; confirming keeps the day of the report', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const received = clockAfter({ receivedAt: null, completedAt: null, confirmedAt: null }, 'receive', at(1));
  const reported = clockAfter(received, 'report-done', at(5));
  expect(clockAfter(reported, 'confirm', at(9))).toEqual({
    receivedAt: at(1),
    completedAt: at(5),
    confirmedAt: at(9),
  });
  for (const action of ['return', 'recall', 'reopen'] as const)
    expect(clockAfter(reported, action, at(9))).toEqual({ ...received, completedAt: null });
});
