import { expect, test } from 'vitest';
import holidays from '#data/holidays.json' with { type: 'json' };
import shipped from '#data/notice-ladder.json' with { type: 'json' };
import { type Holiday, makeCalendar } from '#libraries/calendar/index.ts';
import { isLetter, type Ladder, maySend, type Rung, type Subject, stepsOf, stepsToSend } from './ladder.ts';
import { type Holder, recipientsOf } from './recipients.ts';
import { sayNotice } from './say-notice.ts';

const calendar = makeCalendar(holidays as Holiday[]);
const subject: Subject = {
  kind: 'duty',
  id: 'phần việc',
  dutyId: 'nhiệm vụ',
  title: 'Rà soát các thỏa thuận quốc tế',
  agencyId: 'ngoai-vu',
  actor: { agencyId: 'ngoai-vu' },
  isRequest: false,
  dueOn: '2026-11-30',
  begunOn: '2026-11-02',
  isSilent: false,
  isCountered: false,
  answeredOn: null,
};
const year = { from: '2026-01-01', to: '2027-12-31' };
const rung = (when: Rung['when'], days: number, level: Rung['level'] = 'doer'): Rung => ({
  when,
  days,
  level,
  channel: 'mail',
});
const days = (rungs: Rung[], of: Partial<Subject> = {}, answerHolds = 5) =>
  stepsOf({ ...subject, ...of }, { rungs, answerHolds }, calendar, year).map(({ on }) => on);

test('days are working days: 24/11 and weekends are stepped over, in both directions', () => {
  expect(days([rung('before-due', 5)])).toEqual(['2026-11-20']);
  expect(days([rung('before-due', 0)], { dueOn: '2026-11-29' })).toEqual(['2026-11-27']);
  expect(days([rung('overdue', 1)], { dueOn: '2026-11-23' })).toEqual(['2026-11-25']);
});

test('silence counts from the day it was given and ends with receipt', () => {
  const silent = [rung('silent', 2), rung('silent', 4, 'head')];
  expect(days(silent, { isSilent: true, begunOn: '2026-11-20' })).toEqual(['2026-11-25', '2026-11-27']);
  expect(days(silent)).toEqual([]);
});

test('a word of the agency holds escalation for some working days, and no longer', () => {
  const overdue = [rung('overdue', 3, 'head'), rung('overdue', 10, 'leader')];
  expect(days(overdue)).toEqual(['2026-12-03', '2026-12-14']);
  expect(days(overdue, { answeredOn: '2026-12-01' })).toEqual(['2026-12-14']);
  expect(days(overdue, { answeredOn: '2026-11-25' })).toEqual(['2026-12-03', '2026-12-14']);
  expect(days(overdue, { answeredOn: '2026-12-01' }, 0)).toHaveLength(2);
});

test('what is asked and not ordered stays with its agency and is never called late', () => {
  const steps = stepsOf({ ...subject, isRequest: true, isSilent: true }, shipped as Ladder, calendar, year);
  expect(steps.length).toBeGreaterThan(2);
  const toThem = steps.filter(({ rung: one }) => !isLetter(one));
  // A letter is laid before our own officer, and worded by its own rules.
  expect(steps.length - toThem.length).toBe(2);
  for (const { rung: one } of toThem) {
    expect(one.level).toBe('doer');
    const notice = { ...notices, isRequest: true, step: `${one.when}:1:doer` };
    expect(sayNotice(notice, 'vi')).toMatch(/đề nghị/);
    expect(sayNotice(notice, 'vi')).not.toMatch(/quá hạn|chậm|nhắc/i);
    expect(sayNotice(notice, 'en')).not.toMatch(/overdue|late/i);
  }
});
const notices = {
  dueOn: '2026-11-30',
  isRequest: false,
  agencyName: 'Sở Ngoại vụ',
  level: 'doer',
  sentBy: null,
};

test('missed steps are sent late, but not those ahead of a day gone by, nor from before a change of the ladder', () => {
  const ladder = { rungs: [rung('before-due', 5), rung('overdue', 1), rung('overdue', 3)], answerHolds: 5 };
  const sent = (today: string, changedOn: string | null = null) =>
    stepsToSend(subject, ladder, calendar, { today, changedOn }).map(({ on }) => on);
  expect(sent('2026-11-25')).toEqual(['2026-11-20']);
  expect(sent('2026-12-03')).toEqual(['2026-12-01', '2026-12-03']);
  expect(sent('2026-12-03', '2026-12-02')).toEqual(['2026-12-03']);
  expect(sent('2027-02-01')).toEqual([]);
});

test('nothing is sent on a day of rest or in quiet hours', () => {
  const may = (day: string, time: string) => maySend(shipped, calendar, day, time);
  expect(may('2026-11-23', '08:00')).toBe(true);
  expect(may('2026-11-23', '06:59')).toBe(false);
  expect(may('2026-11-23', '17:00')).toBe(false);
  expect(may('2026-11-24', '08:00')).toBe(false);
  expect(may('2026-11-28', '08:00')).toBe(false);
});

const holder = (
  personId: string,
  agencyId: string,
  role: Holder['role'],
  substituteId: string | null = null,
) => ({
  personId,
  agencyId,
  role,
  substituteId,
});
const holders: Holder[] = [
  holder('lan', 'ngoai-vu', 'agency-focal', 'hùng'),
  holder('hùng', 'ngoai-vu', 'staff'),
  holder('đức', 'ngoai-vu', 'agency-head'),
  holder('mai', 'noi-vu', 'agency-head'),
  holder('hà', 'lien-hiep', 'focal-officer'),
  holder('sơn', 'lien-hiep', 'agency-head'),
  holder('thành', 'ubnd', 'leader'),
];

test('who receives: by role, the substitute of who is away, each once, the head where nobody else is named', () => {
  expect(recipientsOf(subject, 'doer', holders)).toEqual(['hùng']);
  expect(recipientsOf(subject, 'head', holders)).toEqual(['đức']);
  expect(recipientsOf(subject, 'leader', holders)).toEqual(['thành']);
  expect(recipientsOf({ ...subject, actor: { agencyId: 'noi-vu' } }, 'doer', holders)).toEqual(['mai']);
  expect(recipientsOf({ ...subject, actor: { role: 'focal-officer' } }, 'doer', holders)).toEqual(['hà']);
  expect(recipientsOf({ ...subject, actor: { role: 'focal-officer' } }, 'head', holders)).toEqual(['sơn']);
});
