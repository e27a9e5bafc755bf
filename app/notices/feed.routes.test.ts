import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { listFeeds, makeFeed, revokeFeed } from './feed.contract.ts';
import { publishedParts, setParts } from './notices.test-data.ts';

let t: TestHouse;
let own: Person;
let other: Person;
let part: { dutyId: string; assignmentId: string };
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  const parts = await publishedParts(t);
  part = parts.find(({ agency }) => agency === 'Sở Ngoại vụ')!;
  await setParts(
    t,
    parts.map(({ assignmentId }) => assignmentId),
    { due_on: null, state: 'received' },
  );
  await setParts(t, [part.assignmentId], { due_on: '2026-12-09' });
  own = await t.as('ngoaivu@example.vn');
  other = await t.as('vanhoa@example.vn');
});
afterAll(() => t.close());

const read = (url: string) => t.web.inject({ method: 'GET', url: new URL(url).pathname });

test('a calendar of whole days by a secret address, for a person and for an agency, until it is revoked', async () => {
  const { agencies } = await own.call(listFeeds, {});
  expect(agencies.map(({ name }) => name)).toEqual(['Sở Ngoại vụ']);
  for (const agencyId of [null, agencies[0]!.id]) {
    const { id, url } = await own.call(makeFeed, { body: { agencyId } });
    const answer = await read(url);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const text = answer.body.replace(/\r\n[ \t]/g, '');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('DTSTART;VALUE=DATE:20261209');
    expect(text).toContain(`/duties/${part.dutyId}`);
    expect((await other.refused(revokeFeed, { params: { id } })).status).toBe(403);
    await own.call(revokeFeed, { params: { id } });
    expect((await read(url)).statusCode).toBe(404);
  }
  expect((await own.call(listFeeds, {})).feeds).toEqual([]);
});

test("an agency's calendar is made by its own people, and a guessed address opens nothing", async () => {
  const { agencies } = await own.call(listFeeds, {});
  const agencyId = agencies[0]!.id;
  expect((await other.refused(makeFeed, { body: { agencyId } })).status).toBe(403);
  const { url } = await other.call(makeFeed, { body: { agencyId: null } });
  expect((await read(url)).body).not.toContain('BEGIN:VEVENT');
  expect((await read(url.replace(/.{6}\.ics$/, 'AAAAAA.ics'))).statusCode).toBe(404);
});
