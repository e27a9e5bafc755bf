import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCalendar } from '#libraries/calendar/index.ts';
import { boundOn } from './bound.ts';
import { definitionOfPlan } from './definition-of-plan.ts';
import { lockDay, periodsToOpen, windowOf } from './window.ts';

const calendar = makeCalendar([]);
const ids = ['a', 'b', 'c', 'd', 'e'];
const kinds = ['so', 'so', 'uy-ban', 'mat-tran', 'so'];
const agencies = ids.map((id, n) => ({ id, name: `Cơ quan ${id}`, kind: kinds[n]! }));
const some = fc.subarray(ids);

test('whoever is named in any way reports, once, unless left out', () => {
  fc.assert(
    fc.property(some, some, some, some, fc.boolean(), (inPlan, members, named, without, plan) => {
      const groups = [{ key: 'nhom', memberIds: new Set(members) }];
      const on = { agencies, groups, inPlan: agencies.filter(({ id }) => inPlan.includes(id)) };
      const bound = { plan, groups: ['nhom'], kinds: ['mat-tran'], agencies: named, without };
      const wanted = ids.filter(
        (id) =>
          !without.includes(id) &&
          (members.includes(id) || named.includes(id) || id === 'd' || (plan && inPlan.includes(id))),
      );
      expect(boundOn(bound, on).map((one) => one.id)).toEqual(wanted);
    }),
  );
});

const rules = { windowRule: '15-14', sendBy: [], fileWithin: 2 } as const;

test('the due day is the one fixed for the kind, or that of the rule, or working days after the cut-off', () => {
  const year = { kind: 'year', year: 2026, index: 1 } as const;
  expect(windowOf(calendar, { ...rules, sendBy: [] }, year)).toMatchObject({
    from: '2025-12-15',
    to: '2026-12-14',
    dueOn: '2026-12-16',
  });
  const fixed = [{ kind: 'year', index: null, month: 0, day: 18 } as const];
  expect(windowOf(calendar, { ...rules, sendBy: fixed }, year).dueOn).toBe('2026-12-18');
  const aid = { windowRule: 'tt-23-2022', sendBy: [], fileWithin: 2 } as const;
  expect(windowOf(calendar, { ...aid, sendBy: [] }, year)).toMatchObject({
    to: '2027-01-31',
    dueOn: '2027-02-28',
  });
  // Handbook 4.4: the share of Sở Tài chính has the same window and another day.
  const share = [{ kind: 'year', index: null, month: 3, day: 10 } as const];
  expect(windowOf(calendar, { ...aid, sendBy: share }, year)).toMatchObject({
    to: '2027-01-31',
    dueOn: '2027-03-10',
  });
});

test('periods open so many days before their cut-off and no more after their due day', () => {
  const definition = {
    ...definitionOfPlan(
      {
        text: '',
        outline: [],
        taskGroups: [],
        dutyPaths: ['1'],
        kind: 'Kế hoạch',
        symbol: '1/KH',
        title: null,
        issuer: null,
        place: null,
        issuedOn: null,
        reportingPath: null,
      },
      { name: 'Liên hiệp', names: ['Liên hiệp'] },
      'UBND',
    ),
    opensBefore: 14,
  };
  const names = (day: string) => periodsToOpen(calendar, definition, day).map((one) => one.name);
  expect(names('2026-11-29')).toEqual([]);
  expect(names('2026-11-30')).toEqual(['6 tháng cuối năm 2026', 'Năm 2026']);
  expect(names('2026-12-16')).toEqual(['6 tháng cuối năm 2026', 'Năm 2026']);
  expect(names('2026-12-17')).toEqual([]);
  expect(lockDay(calendar, { locksAfter: 3 }, '2026-12-16')).toBe('2026-12-21');
  expect(lockDay(calendar, { locksAfter: null }, '2026-12-16')).toBeNull();
  expect(lockDay(calendar, { locksAfter: 0 }, '2026-12-19')).toBe('2026-12-19');
});
