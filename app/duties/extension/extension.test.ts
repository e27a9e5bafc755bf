import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  extensionActions,
  extensionActionsFor,
  extensionAfter,
  extensionStates,
  faultOfAsking,
} from './extension.ts';

const told = (relation: 'asker' | 'decider') =>
  extensionStates.map((state) => `${state}: ${extensionActionsFor(state, [relation]).join(', ') || '–'}`);

test('what the agency may do, and what the one who decides', () => {
  expect(told('asker')).toEqual([
    'open: take-back',
    'granted: –',
    'rejected: –',
    'countered: accept, decline',
    'accepted: –',
    'declined: –',
    'taken-back: –',
  ]);
  expect(told('decider')).toEqual([
    'open: grant, counter, reject',
    'granted: –',
    'rejected: –',
    'countered: –',
    'accepted: –',
    'declined: –',
    'taken-back: –',
  ]);
});

test('every request ends, after two steps at most', () => {
  const walk = fc.array(fc.constantFrom(...extensionActions), { maxLength: 12 });
  fc.assert(
    fc.property(walk, (actions) => {
      let state: (typeof extensionStates)[number] = 'open';
      let steps = 0;
      for (const action of actions) {
        const next = extensionAfter(state, action);
        if (next) steps += 1;
        state = next ?? state;
      }
      expect(steps).toBeLessThanOrEqual(2);
    }),
  );
});

const today = '2026-11-22';
test.each<[string, string | null, string, ReturnType<typeof faultOfAsking>]>([
  ['asked in time', '2026-11-30', '2026-12-15', null],
  ['asked on the day it is due', '2026-11-22', '2026-12-15', null],
  ['asked too late', '2026-11-21', '2026-12-15', 'too-late'],
  ['no later than it is due', '2026-11-30', '2026-11-30', 'not-later'],
  ['a day gone by', '2026-11-30', '2026-11-22', 'past'],
  ['a part without a day gets its first', null, '2026-12-15', null],
])('%s', (_, dueOn, wantedOn, fault) =>
  expect(faultOfAsking({ dueOn, wantedOn, today }, { mustBeAskedBeforeDue: true })).toBe(fault),
);

test('a province that lets late ones be asked for says so in its rules', () => {
  expect(
    faultOfAsking({ dueOn: '2026-11-01', wantedOn: '2026-12-15', today }, { mustBeAskedBeforeDue: false }),
  ).toBeNull();
});
