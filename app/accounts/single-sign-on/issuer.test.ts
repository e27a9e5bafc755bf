import { expect, test } from 'vitest';
import { ownPage } from '../go-on.ts';
import { isAllowedIssuer } from './issuer.ts';

test.each([
  ['https://sso.cantho.gov.vn', true],
  ['https://sso.cantho.gov.vn/realms/can-bo', true],
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000', true],
  ['http://sso.cantho.gov.vn', false],
  ['http://127.0.0.1.evil.example', false],
  ['ftp://sso.cantho.gov.vn', false],
  ['https://sso.cantho.gov.vn/?a=b', false],
  ['sso.cantho.gov.vn', false],
])('issuer %s: %s', (issuer, allowed) => {
  expect(isAllowedIssuer(issuer)).toBe(allowed);
});

test.each([
  ['/duties?whose=all', '/duties?whose=all'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/api/sign-out', '/'],
  [undefined, '/'],
])('going on to %s means %s', (given, page) => {
  expect(ownPage(given)).toBe(page);
});
