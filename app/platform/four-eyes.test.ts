import { expect, test } from 'vitest';
import { otherEyes } from './four-eyes.ts';
import { policy, requirePolicy } from './policy.ts';
import { hasRole, type Viewer } from './viewer.ts';

const agency = { agencyId: 'so', agencyName: 'Sở Ngoại vụ' };
const lan = { personId: 'lan', name: 'Trần Ngọc Lan' };
const viewer = (memberships: Viewer['memberships']): Viewer => ({
  tenantId: 'ct',
  tenantName: 'Cần Thơ',
  personId: 'mai',
  name: 'Đặng Thị Mai',
  email: 'mai@example.vn',
  memberships,
});
const mayDecide = policy('lãnh đạo quyết định', (one) => hasRole(one, 'leader'));

test('who asked holds nothing, whoever else asked too', () => {
  const leader = viewer([{ ...agency, role: 'leader' }]);
  expect(mayDecide.allows(otherEyes(leader, ['nam']))).toBe(true);
  expect(mayDecide.allows(otherEyes(leader, ['nam', 'mai']))).toBe(false);
  expect(mayDecide.allows(otherEyes(leader, [null, undefined]))).toBe(true);
});

test('a substitute does not decide in the name of the one who asked, but does so in their own', () => {
  const instead = viewer([{ ...agency, role: 'leader', onBehalfOf: lan }]);
  expect(mayDecide.allows(otherEyes(instead, ['lan']))).toBe(false);
  expect(mayDecide.allows(otherEyes(instead, ['nam']))).toBe(true);
  const own = viewer([...instead.memberships, { ...agency, role: 'leader' }]);
  expect(mayDecide.allows(otherEyes(own, ['lan']))).toBe(true);
});

test('a policy passed only on a colleague’s role says in whose stead; one passed on an own role does not', () => {
  const instead = viewer([
    { ...agency, role: 'staff' },
    { ...agency, role: 'leader', onBehalfOf: lan },
  ]);
  requirePolicy(
    policy('ai cũng được', (one) => hasRole(one, 'staff')),
    instead,
    undefined,
  );
  expect(instead.actsFor).toBeUndefined();
  requirePolicy(mayDecide, instead, undefined);
  expect(instead.actsFor).toBe('lan');
});
