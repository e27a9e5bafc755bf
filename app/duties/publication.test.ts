import { expect, test } from 'vitest';
import { isAskedOnly } from './publication.ts';

test.each([
  ['the Front, "Đề nghị UB MTTQ"', true, ['mat-tran'], true],
  [
    'departments and districts, "đề nghị các sở …": an order politely said',
    true,
    ['so', 'ubnd-huyen'],
    false,
  ],
  ['an order to a department', false, ['so'], false],
  ['a body nobody knows, worded as a request', true, [], true],
  ['a Party body worded as an order', false, ['dang'], false],
])('%s', (_case, worded, kinds, asked) => {
  expect(isAskedOnly(worded, kinds)).toBe(asked);
});
