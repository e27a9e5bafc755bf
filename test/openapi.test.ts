import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from './house.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ example: false });
});
afterAll(() => t.close());

test('the API describes itself as OpenAPI 3.1, every operation with a sentence and a heading', async () => {
  const described = (await t.web.inject('/api/openapi.json')).json();
  expect(described.openapi).toMatch(/^3\.1/);
  const operations = Object.entries<Record<string, { summary?: string; tags?: string[] }>>(
    described.paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${path}`, operation })),
  );
  expect(operations.length).toBeGreaterThan(20);
  expect(
    operations
      .filter(({ operation }) => !operation.summary?.trim() || !operation.tags?.length)
      .map(({ at }) => at),
  ).toEqual([]);
});

test('nothing but signing in and secret links answers a stranger', async () => {
  const { paths } = (await t.web.inject('/api/openapi.json')).json();
  const open = [
    '/api/me',
    '/api/sign-in',
    '/api/sign-in/code',
    '/api/sign-in/ways',
    '/api/sign-in/sso/{id}',
    '/api/enter',
    '/api/sign-out',
    // Whoever holds the secret of a link.
    '/api/three-questions/open',
    '/api/three-questions/answers',
  ];
  for (const [path, methods] of Object.entries<Record<string, unknown>>(paths)) {
    if (open.includes(path)) continue;
    for (const method of Object.keys(methods)) {
      const url = path.replace(/\{[^}]+\}/g, '7459a0da-b24b-456a-818e-bd3d664b6ce5');
      const answer = await t.web.inject({
        method: method.toUpperCase() as 'GET',
        url,
        ...(method === 'get' ? {} : { payload: {} }),
      });
      expect([`${method} ${path}`, answer.statusCode]).toEqual([`${method} ${path}`, 401]);
      expect(answer.headers['content-type']).toMatch(/application\/problem\+json/);
    }
  }
});

test('a problem is RFC 9457 with one plain sentence', async () => {
  const answer = await t.web.inject('/api/duties');
  expect(answer.json()).toEqual({
    type: '/problems/sign-in',
    title: 'Bạn chưa đăng nhập hoặc phiên đã hết hạn: hãy đăng nhập lại.',
    status: 401,
    requestId: answer.headers['x-request-id'],
  });
});
