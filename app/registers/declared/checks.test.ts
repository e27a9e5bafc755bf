import { expect, test } from 'vitest';
import type { Register, Row } from '#libraries/register/index.ts';
import { budget } from './budget.ts';
import { informationProduct } from './information-product.ts';
import { inspection } from './inspection.ts';
import { outreach } from './outreach.ts';
import { policyInstrument } from './policy-instrument.ts';
import { securityNotice } from './security-notice.ts';
import { trainingCourse } from './training-course.ts';

/** Fields with a finding; '?' marks what is a warning and may stand. */
function found(register: Register, row: Row): string[] {
  const empty = Object.fromEntries(Object.keys(register.fields).map((field) => [field, null]));
  const thresholds = Object.fromEntries(
    Object.entries(register.thresholds).map(([name, { value }]) => [name, value]),
  );
  return register
    .check({ ...empty, ...row }, { today: '2026-11-23', thresholds })
    .map(({ field, isWarning }) => field + (isWarning ? '?' : ''));
}
const vnd = (amount: number) => ({ amount, currency: 'VND', rateOn: null });
const usd = (amount: number) => ({ amount, currency: 'USD', rateOn: null });

test.each<[string, Register, Row, string[]]>([
  ['spent within', budget, { allotted: vnd(10), spent: vnd(10) }, []],
  ['spent beyond', budget, { allotted: vnd(10), spent: vnd(11) }, ['spent?']],
  ['currencies are never compared', budget, { allotted: vnd(10), spent: usd(11) }, []],
  ['settled too early', budget, { allottedOn: '2026-03-02', settledOn: '2026-03-01' }, ['settledOn']],
  ['more handled than proposed', inspection, { others: 'x', proposals: 2, handled: 3 }, ['handled']],
  ['all handled', inspection, { others: 'x', proposals: 2, handled: 2 }, []],
  ['nobody inspected', inspection, {}, ['inspected?']],
  [
    'concluded before it began',
    inspection,
    { others: 'x', concludedOn: '2026-03-01', held: { from: '2026-03-02', to: null } },
    ['concludedOn'],
  ],
  ['a secret', securityNotice, { subject: 'Tài liệu TỐI MẬT về đoàn khách' }, ['subject']],
  ['no secret', securityNotice, { subject: 'Thông báo bí quyết làm bánh, mật ong' }, []],
  ['to oneself', securityNotice, { subject: 'x', sender: 'a', receiver: 'a' }, ['receiver']],
  ['answered before', securityNotice, { sentOn: '2026-03-02', answeredOn: '2026-03-01' }, ['answeredOn']],
  [
    'days in order',
    policyInstrument,
    { reviewedOn: '2026-01-01', submittedOn: '2026-02-01', decidedOn: '2026-03-01' },
    [],
  ],
  [
    'days out of order',
    policyInstrument,
    { reviewedOn: '2026-03-01', submittedOn: '2026-02-01', decidedOn: '2026-01-01' },
    ['submittedOn', 'decidedOn'],
  ],
  ['more women than people', outreach, { people: 10, women: 11 }, ['women']],
  ['no item', informationProduct, { items: 0 }, ['items']],
  [
    'more certificates than learners',
    trainingCourse,
    { learners: 10, certified: 11, women: 4 },
    ['certified'],
  ],
])('%s', (_title, register, row, wanted) => expect(found(register, row)).toEqual(wanted));
