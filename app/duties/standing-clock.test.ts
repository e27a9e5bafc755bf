import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#libraries/calendar/index.ts';
import { clockOfWhole, type TimedPart } from './duty.ts';
import { type StandingClock, startClock, stopClock } from './standing-clock.ts';

const clock: StandingClock = { dueOn: '2026-12-01', stoppedOn: null, waitsFor: [] };

test('the due day moves by the days waited', () => {
  const waiting = stopClock(clock, '2026-11-20', 'pause');
  expect(waiting).toEqual({ dueOn: '2026-12-01', stoppedOn: '2026-11-20', waitsFor: ['pause'] });
  expect(startClock(waiting, '2026-11-25', 'pause')).toEqual({
    dueOn: '2026-12-06',
    stoppedOn: null,
    waitsFor: [],
  });
});

test('stopping twice waits since the first time, starting twice moves the day once', () => {
  const twice = stopClock(stopClock(clock, '2026-11-20', 'pause'), '2026-11-23', 'pause');
  const started = startClock(twice, '2026-11-25', 'pause');
  expect(started.dueOn).toBe('2026-12-06');
  expect(startClock(started, '2026-11-30', 'pause')).toEqual(started);
});

test('a part without a due day waits and goes on without one', () => {
  const waiting = stopClock({ ...clock, dueOn: null }, '2026-11-20', 'difficulty');
  expect(startClock(waiting, '2026-11-25', 'difficulty').dueOn).toBeNull();
});

test('who waits for two things waits until the second has come', () => {
  const both = stopClock(stopClock(clock, '2026-11-20', 'difficulty'), '2026-11-22', 'pause');
  const one = startClock(both, '2026-11-25', 'difficulty');
  expect(one).toEqual({ dueOn: '2026-12-01', stoppedOn: '2026-11-20', waitsFor: ['pause'] });
  expect(startClock(one, '2026-11-30', 'pause')).toEqual({
    dueOn: '2026-12-11',
    stoppedOn: null,
    waitsFor: [],
  });
});

const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n));

test('waiting never makes a part late, nor one that was late timely', () => {
  fc.assert(
    fc.property(day, day, fc.nat(400), (dueOn, stopped, waited) => {
      const on = addDays(stopped, waited);
      const after = startClock(
        stopClock({ dueOn, stoppedOn: null, waitsFor: [] }, stopped, 'pause'),
        on,
        'pause',
      );
      expect(on > after.dueOn!).toBe(stopped > dueOn);
      expect(daysBetween(on, after.dueOn!)).toBe(daysBetween(stopped, dueOn));
    }),
  );
});

const part = (given: Partial<TimedPart>): TimedPart => ({
  role: 'holder',
  leads: true,
  state: 'in-progress',
  completedOn: null,
  dueOn: '2026-12-01',
  stoppedOn: null,
  ...given,
});

test('the whole is due with the last part that decides it, and waits when all at work wait', () => {
  expect(clockOfWhole([part({}), part({ dueOn: '2026-12-20' })])).toEqual({
    dueOn: '2026-12-20',
    stoppedOn: null,
  });
  expect(
    clockOfWhole([part({}), part({ role: 'coordinator', leads: false, dueOn: '2027-01-01' })]).dueOn,
  ).toBe('2026-12-01');
  expect(clockOfWhole([part({ stoppedOn: '2026-11-20' }), part({})]).stoppedOn).toBeNull();
  expect(
    clockOfWhole([
      part({ stoppedOn: '2026-11-20' }),
      part({ stoppedOn: '2026-11-22' }),
      part({ state: 'completed', completedOn: '2026-11-01' }),
    ]).stoppedOn,
  ).toBe('2026-11-22');
  expect(clockOfWhole([part({ state: 'withdrawn', stoppedOn: '2026-11-20' })])).toEqual({
    dueOn: null,
    stoppedOn: null,
  });
});
