import { expect, test } from 'vitest';
import holidays from '#data/holidays.json' with { type: 'json' };
import { type Holiday, makeCalendar } from '#libraries/calendar/index.ts';
import { countOfPart } from './count-of-part.ts';

const calendar = makeCalendar(holidays as Holiday[]);
const part = { state: 'received' as const, dueOn: '2026-11-26', stoppedOn: null };
const count = (
  of: Partial<Parameters<typeof countOfPart>[0]> = {},
  isRequest = false,
  today = '2026-11-20',
) => countOfPart({ ...part, ...of }, isRequest, calendar, today);

test('an agency reads how many working days are left and which days are left out', () => {
  expect(count()).toBe('còn 3 ngày làm việc, trừ 24/11');
  expect(count({}, false, '2026-11-26')).toBe('hết hạn hôm nay');
  expect(count({}, false, '2026-11-30')).toBe('quá hạn 2 ngày làm việc');
});

test('nothing is counted where the clock stands, the work is done, the day is far, or a request is past its day', () => {
  expect(count({ stoppedOn: '2026-11-20' })).toBeNull();
  expect(count({ state: 'completed' })).toBeNull();
  expect(count({ dueOn: '2027-06-30' })).toBeNull();
  expect(count({ dueOn: null })).toBeNull();
  expect(count({}, true)).toBe('còn 3 ngày làm việc, trừ 24/11');
  expect(count({}, true, '2026-11-30')).toBeNull();
});
