import { expect, test } from 'vitest';
import { asSeen, isBackupDue, isDrillDue, isOld, lastDue, type Run } from './run.ts';

const at = (time: string) => new Date(`2026-11-${time}:00+07:00`);
const birth = at('01T08:00');
const good = (time: string) => ({ startedAt: at(time), state: 'done' as const });
const failed = (time: string) => ({ startedAt: at(time), state: 'failed' as const });

test('the nightly hour is the office’s, whatever the day in Greenwich', () => {
  expect(lastDue(at('22T01:59'), '02:00')).toEqual(at('21T02:00'));
  expect(lastDue(at('22T02:00'), '02:00')).toEqual(at('22T02:00'));
  expect(lastDue(at('22T23:40'), '23:30')).toEqual(at('22T23:30'));
});

test.each([
  ['before the hour, with last night’s', '22T01:00', good('21T02:00'), good('21T02:00'), false],
  ['at the hour', '22T02:00', good('21T02:00'), good('21T02:00'), true],
  ['after a restart at noon, the night was missed', '22T12:00', good('21T02:00'), good('21T02:00'), true],
  ['made this night', '22T12:00', good('22T02:01'), good('22T02:01'), false],
  ['failed half an hour ago', '22T02:30', good('21T02:00'), failed('22T02:00'), false],
  ['failed an hour ago', '22T03:00', good('21T02:00'), failed('22T02:00'), true],
  ['never made', '22T12:00', undefined, undefined, true],
])('the nightly backup, %s', (_, now, lastGood, last, expected) => {
  expect(isBackupDue(at(now), '02:00', birth, lastGood, last)).toBe(expected);
});

test('an installation of this morning, or an empty one, waits for its first night', () => {
  expect(isBackupDue(at('22T12:00'), '02:00', at('22T08:00'), undefined, undefined)).toBe(false);
  expect(isBackupDue(at('22T12:00'), '02:00', null, undefined, undefined)).toBe(false);
});

test('a drill once a week, the day after a failed one, and only where there is a backup', () => {
  expect(isDrillDue(at('22T03:00'), undefined, undefined)).toBe(false);
  expect(isDrillDue(at('22T03:00'), good('22T02:00'), undefined)).toBe(true);
  expect(isDrillDue(at('22T03:00'), good('22T02:00'), good('16T03:00'))).toBe(false);
  expect(isDrillDue(at('22T03:00'), good('22T02:00'), good('15T03:00'))).toBe(true);
  expect(isDrillDue(at('22T03:00'), good('22T02:00'), failed('21T03:00'))).toBe(true);
  expect(isDrillDue(at('22T02:30'), good('22T02:00'), failed('21T03:00'))).toBe(false);
});

test('old after 26 hours; a run that has fallen silent was cut off', () => {
  expect(isOld(undefined, at('22T12:00'))).toBe(true);
  expect(isOld(good('21T10:00'), at('22T12:00'))).toBe(false);
  expect(isOld(good('21T09:59'), at('22T12:00'))).toBe(true);
  const running = { state: 'running', seenAt: at('22T12:00'), failure: null } as Run;
  expect(asSeen(running, at('22T12:04')).state).toBe('running');
  expect(asSeen(running, at('22T12:06'))).toMatchObject({ state: 'failed', finishedAt: at('22T12:00') });
});
