import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dueFrom,
  isDate,
  makeCalendar,
  nextOccurrence,
  occurrencesBetween,
  parseDeadline,
  showDate,
} from '../../index.ts';

const anyDay = fc.integer({ min: 0, max: 5843 }).map((days) => addDays('2020-01-01', days));
const fragments = fc.constantFrom(
  ...'trước ngày|15/12|15/12/2025|hằng năm|định kỳ|6 tháng|quý IV/2025|cuối|quý|từ|đến|hết|năm 2030|19h00'.split(
    '|',
  ),
  ...'thường xuyên|khi có yêu cầu|chậm nhất|03 ngày làm việc|kể từ ngày nhận|,|(|)|và|tháng cuối|Sở X|31/6'.split(
    '|',
  ),
);

describe('laws of reading', () => {
  test('any words give a deadline that keeps them, with days that exist, in order', () => {
    const phrases = fc.oneof(
      fc.string(),
      fc.array(fragments, { maxLength: 7 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(phrases, anyDay, (words, issued) => {
        const deadline = parseDeadline(words, { issued });
        const { due, from, kind } = deadline;
        expect(deadline.words).toBe(words);
        expect([due, from].every((day) => day === undefined || isDate(day))).toBe(true);
        if (due !== undefined && from !== undefined && kind !== 'recurring') expect(from <= due).toBe(true);
        if (kind === 'unknown') expect(deadline).toEqual({ kind, words });
        expect(JSON.parse(JSON.stringify(deadline))).toEqual(deadline);
      }),
      { numRuns: 2000 },
    );
  });

  test('every written day is read back, in each spelling, composed or not', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [date, month, year] = showDate(day).split('/').map(Number);
        const spellings = [`trước ngày ${showDate(day)}`, `trước ngày ${date} tháng ${month} năm ${year}`];
        for (const words of [...spellings, ...spellings.map((words) => words.normalize('NFD'))])
          expect(parseDeadline(words)).toEqual({
            words,
            kind: 'date',
            due: day,
            limit: 'before',
            unit: 'day',
          });
      }),
    );
  });

  test('a word that is not understood makes the whole unknown', () => {
    expect(parseDeadline('trước ngày 15/12/2025').kind).toBe('date');
    expect(parseDeadline('trước ngày 15/12/2025 nếu đủ kinh phí').kind).toBe('unknown');
  });

  test('a page handed in as a phrase costs nothing', () => {
    expect(parseDeadline('trước ngày 15 hằng tháng '.repeat(100_000)).kind).toBe('unknown');
  });

  test('without a date of issue nothing is filled in', () => {
    expect(parseDeadline('trước ngày 15/12')).toEqual({ words: 'trước ngày 15/12', kind: 'date' });
    expect(parseDeadline('trong vòng 10 ngày')).not.toHaveProperty('due');
  });
});

describe('returns', () => {
  const yearly = parseDeadline('trước ngày 15/12 hằng năm');

  test('strictly after, each once, in order', () => {
    expect(nextOccurrence(yearly, '2026-12-14')?.date).toBe('2026-12-15');
    expect(nextOccurrence(yearly, '2026-12-15')?.date).toBe('2027-12-15');
    const phrases = [
      'hằng tháng',
      'cuối quý',
      'định kỳ 6 tháng',
      'trước ngày 29/2 hằng năm',
      'thứ Hai hằng tuần',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...phrases),
        anyDay,
        fc.integer({ min: 0, max: 800 }),
        (words, after, days) => {
          const deadline = parseDeadline(words);
          const found = occurrencesBetween(deadline, after, addDays(after, days)).map(({ date }) => date);
          let [day, oneByOne] = [after, [] as string[]];
          for (let next = nextOccurrence(deadline, day); next && next.date <= addDays(after, days); ) {
            oneByOne = [...oneByOne, next.date];
            day = next.date;
            next = nextOccurrence(deadline, day);
          }
          expect(found).toEqual(oneByOne);
          expect(found.every((date, at) => date > (found[at - 1] ?? after))).toBe(true);
        },
      ),
    );
  });

  test('two rhythms closing on one day give two returns', () => {
    const both = parseDeadline('định kỳ 6 tháng, hằng năm');
    const found = occurrencesBetween(both, '2026-01-01', '2026-12-31');
    expect(found.map(({ date, every }) => `${date} ${every}`)).toEqual([
      '2026-06-30 half-year',
      '2026-12-31 half-year',
      '2026-12-31 year',
    ]);
  });

  test('a short month gives its last day; an end is an end; other kinds do not return', () => {
    expect(nextOccurrence(parseDeadline('trước ngày 30 hằng tháng'), '2027-01-31')?.date).toBe('2027-02-28');
    expect(nextOccurrence(parseDeadline('hằng năm, đến năm 2030'), '2030-12-31')).toBeNull();
    expect(nextOccurrence(parseDeadline('hằng năm, từ năm 2030'), '2026-12-31')?.date).toBe('2030-12-31');
    expect(nextOccurrence(parseDeadline('định kỳ'), '2026-12-31')).toBeNull();
    expect(nextOccurrence(parseDeadline('thường xuyên'), '2026-12-31')).toBeNull();
  });
});

test('a count from a day that becomes known later', () => {
  const calendar = makeCalendar([
    {
      date: '2026-11-24',
      name: 'Ngày Văn hóa Việt Nam',
      kind: 'fixed',
      source: 'NQ 28/2026/QH16',
      verified: true,
    },
  ]);
  const working = parseDeadline('chậm nhất 07 ngày làm việc kể từ ngày nhận được văn bản');
  expect(working.since).toBe('ngày nhận được văn bản');
  expect(dueFrom(working, '2026-11-19', calendar)).toBe('2026-12-01');
  expect(dueFrom(working, '2026-11-19')).toBeNull();
  const days = parseDeadline('trong vòng 05 ngày');
  expect(dueFrom(days, '2026-11-19')).toBe('2026-11-24');
  expect(dueFrom(days, '2026-11-19', calendar)).toBe('2026-11-25');
  expect(dueFrom(parseDeadline('trong vòng 24 giờ'), '2026-11-19', calendar)).toBeNull();
  expect(dueFrom(parseDeadline('hằng năm'), '2026-11-19', calendar)).toBeNull();
});
