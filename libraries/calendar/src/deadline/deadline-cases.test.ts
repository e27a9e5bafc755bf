import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Deadline, makeCalendar, nextOccurrence, parseDeadline, type Recurrence } from '../../index.ts';

const cases = readFileSync(new URL('../../cases/deadlines.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' ==> ') as [string, string]);

// One holiday, so that counts of working days in the cases can be checked by hand.
const calendar = makeCalendar([
  { date: '2025-09-02', name: 'Quốc khánh', kind: 'fixed', source: 'Điều 112', verified: true },
]);

describe('deadlines in words', () => {
  test.each(cases)('%s', (words, expected) => {
    const deadline = parseDeadline(words, { issued: '2025-08-20', calendar });
    expect(show(deadline)).toBe(expected);
    expect(deadline.words).toBe(words);
  });

  test('every case line has an expectation', () => {
    expect(cases.filter((parts) => parts.length !== 2)).toEqual([]);
    expect(cases.length).toBeGreaterThan(90);
  });
});

/** One line: kind, count and unit, days, rules, the next return after 22/11/2026, and what else is said. */
function show(deadline: Deadline): string {
  const { kind, count, from, due, limit, time, since, recurrence, also, assumption } = deadline;
  const next = nextOccurrence(deadline, '2026-11-22');
  return [
    kind,
    kind === 'within' && `${count} ${deadline.unit}`,
    from && `from ${from}`,
    due && `${limit === 'before' ? 'before' : 'due'} ${due}`,
    !due && limit === 'before' && 'before',
    time && `at ${time}`,
    since && `since “${since}”`,
    recurrence && `[${recurrence.map(showRule).join(', ')}]`,
    next && `next ${next.date}${next.dayGiven ? '' : '?'}`,
    also && `also ${also.join(', ')}`,
    assumption && `(${assumption})`,
  ]
    .filter(Boolean)
    .join(' ');
}

function showRule({ every, month, day, weekday }: Recurrence): string {
  return [
    every,
    month !== undefined && `month ${month}`,
    day && `day ${day}`,
    weekday && `weekday ${weekday}`,
  ]
    .filter(Boolean)
    .join(' ');
}
