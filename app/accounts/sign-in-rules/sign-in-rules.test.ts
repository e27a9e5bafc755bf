import { expect, test } from 'vitest';
import { defaultRules, isAtRest, isGraceOver, isLive, wantsTwoSteps } from './sign-in-rules.ts';

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour));

test('a session ends after 8 idle hours, and after 7 days whatever is done', () => {
  expect(isLive({ createdAt: at(1), seenAt: at(1) }, at(1, 7), defaultRules)).toBe(true);
  expect(isLive({ createdAt: at(1), seenAt: at(1) }, at(1, 8), defaultRules)).toBe(false);
  expect(isLive({ createdAt: at(1), seenAt: at(7, 23) }, at(7, 23), defaultRules)).toBe(true);
  expect(isLive({ createdAt: at(1), seenAt: at(8) }, at(8), defaultRules)).toBe(false);
});

test('an account comes to rest after 45 days; one never entered, or where the rule is off, does not', () => {
  expect(isAtRest(at(1), at(46), defaultRules)).toBe(false);
  expect(isAtRest(at(1), at(46, 1), defaultRules)).toBe(true);
  expect(isAtRest(null, at(300), defaultRules)).toBe(false);
  expect(isAtRest(at(1), at(300), { ...defaultRules, idleAccountDays: null })).toBe(false);
});

test('administrators are asked for two steps, substitutes not for what they act with', () => {
  const role = { agencyId: 'a', agencyName: 'Văn phòng', role: 'administrator' as const };
  expect(wantsTwoSteps([role], defaultRules)).toBe(true);
  expect(
    wantsTwoSteps([{ ...role, onBehalfOf: { personId: 'p', name: 'Lê Thị Thu Hà' } }], defaultRules),
  ).toBe(false);
  expect(wantsTwoSteps([{ ...role, role: 'staff' }], defaultRules)).toBe(false);
});

test('nobody is forced before the days of grace, or where none are set', () => {
  const rules = { ...defaultRules, twoStepGraceDays: 14 };
  expect(isGraceOver(at(1), at(14), rules)).toBe(false);
  expect(isGraceOver(at(1), at(15), rules)).toBe(true);
  expect(isGraceOver(null, at(300), rules)).toBe(false);
  expect(isGraceOver(at(1), at(300), defaultRules)).toBe(false);
});
