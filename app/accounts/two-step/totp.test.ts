import { expect, test } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { findTimeStep, newTotpSecret, totpAddress } from './totp.ts';

// RFC 6238, appendix B, SHA-1: the seed is the ASCII text 12345678901234567890; the last six of eight digits.
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1111111111, '050471', 37037037],
  [1234567890, '005924', 41152263],
  [2000000000, '279037', 66666666],
])('at second %i the code is %s', (second, code, step) => {
  expect(findTimeStep(seed, code, new Date(second * 1000))).toBe(step);
});

test('one step of drift either way, not two; the step is that of the code, not of the clock', () => {
  const at = (second: number) => findTimeStep(seed, '081804', new Date(second * 1000));
  const step = 37037036;
  const [first, last] = [step * 30, step * 30 + 29];
  expect([at(first - 30), at(last + 30)]).toEqual([step, step]);
  expect([at(first - 31), at(last + 31)]).toEqual([null, null]);
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('"%s" is no code', (code) => {
  expect(findTimeStep(seed, code, new Date())).toBeNull();
});

test('the address names the province and the person', () => {
  const address = new URL(totpAddress(newTotpSecret(), 'thuha@example.vn', 'Thành phố Cần Thơ'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('Nhịp Cầu Thành phố Cần Thơ:thuha@example.vn');
});

test('ten recovery codes, all different, read however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/);
  const typed = codes[0]!.toUpperCase().replaceAll('-', ' ');
  expect(hashRecoveryCode(typed)).toEqual(hashRecoveryCode(codes[0]!));
});
