import { expect, test } from 'vitest';
import { makeCalendar } from '#libraries/calendar/index.ts';
import { currentOf, type Occurrence, rhythmIn, stateOfTime, timesToMake } from './recurrence.ts';
import { byReportWindow } from './report-window.ts';

const calendar = makeCalendar([]);
const read = (words: string) => rhythmIn(words, '2022-10-21', calendar)!;
const days = (words: string, today: string, known: Occurrence[] = [], after = '2026-11-22') =>
  timesToMake(read(words), known, { after, today }).map(({ occursOn }) => occursOn);
const time = (occursOn: string, doneOn: string | null = null): Occurrence => ({
  occursOn,
  every: 'quarter',
  dueOn: occursOn,
  doneOn,
});

test.each(['thường xuyên', 'trước ngày 15/12/2026', 'hằng ngày', 'báo cáo định kỳ', 'khi có yêu cầu'])(
  '“%s” gives no rhythm an office reports by',
  (words) => expect(rhythmIn(words, '2022-10-21', calendar)).toBeNull(),
);

test('a month ahead, and the next one however far it is', () => {
  expect(days('hằng tháng', '2026-11-22')).toEqual(['2026-11-30']);
  expect(days('hằng năm', '2026-11-22')).toEqual(['2026-12-31']);
  expect(days('hằng năm', '2027-01-05', [time('2026-12-31')], '2026-01-01')).toEqual([
    '2026-12-31',
    '2027-12-31',
  ]);
});

test('none twice; days that the program was away are made up for', () => {
  expect(days('định kỳ hằng quý', '2026-12-20', [time('2026-12-31')])).toEqual([]);
  expect(days('định kỳ hằng quý', '2027-07-10')).toEqual([
    '2026-12-31',
    '2027-03-31',
    '2027-06-30',
    '2027-09-30',
  ]);
});

test('who is done early has the next one before them', () => {
  expect(days('định kỳ hằng quý', '2026-12-01', [time('2026-12-31', '2026-12-01')])).toEqual(['2027-03-31']);
});

test('half a year and a year close on one day: two times', () => {
  const made = timesToMake(read('6 tháng, năm'), [], { after: '2026-11-22', today: '2026-12-10' });
  expect(made).toEqual([
    { occursOn: '2026-12-31', every: 'half-year' },
    { occursOn: '2026-12-31', every: 'year' },
  ]);
});

test('by report window each time ends on the 14th', () => {
  const made = (words: string) =>
    timesToMake(byReportWindow(read(words)), [], { after: '2026-12-01', today: '2026-12-01' })[0]!.occursOn;
  expect(['hằng tháng', 'hằng quý', 'định kỳ 6 tháng', 'hằng năm'].map(made)).toEqual(
    Array(4).fill('2026-12-14'),
  );
});

test('the first that is not done counts; a request is never overdue, a clock that stands does not run', () => {
  const times = [time('2026-12-31', '2026-12-30'), time('2027-06-30'), time('2027-03-31')];
  expect(currentOf(times)?.occursOn).toBe('2027-03-31');
  expect(currentOf([times[0]!])).toBeNull();
  const order = { isRequest: false, stoppedOn: null };
  const on = (today: string, standing = order as { isRequest: boolean; stoppedOn: string | null }) =>
    stateOfTime(times[2]!, standing, today);
  expect([on('2027-03-31'), on('2027-04-01')]).toEqual(['not-reported', 'overdue']);
  expect(on('2027-04-01', { isRequest: true, stoppedOn: null })).toBe('not-reported');
  expect(on('2027-04-01', { isRequest: false, stoppedOn: '2027-03-20' })).toBe('not-reported');
  expect(stateOfTime(times[0]!, order, '2028-01-01')).toBe('done');
});
