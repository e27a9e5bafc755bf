import { expect, test } from 'vitest';
import { readWindow } from './figure-window.ts';

const today = '2026-11-23';

test('without anything asked it is the year of today, from the 15th to the 14th, held against the year before', () => {
  expect(readWindow({}, today)).toMatchObject({
    kind: 'year',
    days: { from: '2025-12-15', to: '2026-12-14' },
    before: { from: '2024-12-15', to: '2025-12-14' },
  });
  // From the 15th of December the next year has begun.
  expect(readWindow({}, '2026-12-15').year).toBe(2027);
});

test.each([
  ['month', 11, '2026-10-15', '2026-11-14'],
  ['quarter', 1, '2025-12-15', '2026-03-14'],
  ['half-year', 2, '2026-06-15', '2026-12-14'],
])('%s %i of 2026 goes from %s to %s', (window, index, from, to) => {
  expect(readWindow({ window, index, year: 2026 }, today).days).toEqual({ from, to });
});

test('the first month is held against the last of the year before; the calendar may count instead', () => {
  const asked = { window: 'month', year: 2026, index: 1 };
  expect(readWindow(asked, today).before).toEqual({ from: '2025-11-15', to: '2025-12-14' });
  expect(readWindow({ ...asked, rule: 'calendar' }, today).days).toEqual({
    from: '2026-01-01',
    to: '2026-01-31',
  });
});

test('own days are taken as they are, never backwards, and what is no window is passed over', () => {
  expect(readWindow({ window: 'days', from: '2026-03-01', to: '2026-02-01' }, today)).toMatchObject({
    days: { from: '2026-03-01', to: '2026-03-01' },
    before: null,
  });
  expect(readWindow({ window: 'week', index: 99, year: 'x' }, today)).toEqual(readWindow({}, today));
});
