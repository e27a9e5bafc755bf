import { expect, test } from 'vitest';
import { type AnsweredStep, fateOf } from './letter-step.ts';

const step = (over: Partial<AnsweredStep>): AnsweredStep => ({
  letterId: 'l',
  assignmentId: 'a',
  step: 'overdue:7:focal-officer:letter',
  anchorOn: '2026-12-01',
  dutyId: 'd',
  agencyId: 'sở',
  path: 'III.1',
  text: 'Rà soát',
  answer: null,
  answeredOn: null,
  isTold: false,
  isUntouched: true,
  draftedOn: '2026-12-10',
  ...over,
});
const fresh = { answer: 'progress', answeredOn: '2026-12-11' } as const;

test.each([
  ['nothing came', [step({})], 'same'],
  ['told before', [step({ ...fresh, isTold: true }), step({})], 'same'],
  ['all answered', [step(fresh), step({ ...fresh, isTold: true })], 'withdrawn'],
  ['all answered, though edited', [step({ ...fresh, isUntouched: false })], 'withdrawn'],
  ['one of two', [step(fresh), step({})], 'shorter'],
  ['one of two, edited', [step({ ...fresh, isUntouched: false }), step({ isUntouched: false })], 'told'],
] as const)('a draft when %s', (_, steps, fate) => expect(fateOf(steps)).toBe(fate));
