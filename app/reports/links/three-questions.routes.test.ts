import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import * as agencyReportContract from '../agency-report.contract.ts';
import * as definitionContract from '../definition.contract.ts';
import * as periodContract from '../period.contract.ts';
import { publishPlan217 } from '../plan-217.test-data.ts';
import * as contract from './link.contract.ts';

let t: TestHouse;
let focal: Person;
let foreign: Person;
let reportId: string;
let token: string;
let linkId: string;

/** As anybody on the internet: no cookie. */
const send = async (url: string, payload: unknown, address = '203.0.113.7') => {
  const answer = await t.web.inject({
    method: 'POST',
    url,
    payload: payload as object,
    remoteAddress: address,
  });
  return { status: answer.statusCode, body: answer.json() };
};
const open = (value = token, address?: string) =>
  send(contract.openThreeQuestions.path, { token: value }, address);
const say = (answers: string[], value = token) =>
  send(contract.answerThreeQuestions.path, { token: value, answers, saidBy: 'Bà Tư' });
const look = () => foreign.call(agencyReportContract.getAgencyReport, { params: { id: reportId } });

beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-12-10T03:00:00Z'));
  const documentId = await publishPlan217(t.house, t.tenantId);
  focal = await t.as('daumoi@example.vn');
  foreign = await t.as('ngoaivu@example.vn');
  const { id: definitionId } = await focal.call(definitionContract.makeDefinition, { body: { documentId } });
  await focal.call(periodContract.openPeriod, {
    body: { definitionId, kind: 'half-year', year: 2026, index: 2 },
  });
  reportId = (await foreign.call(periodContract.listPeriods, {})).periods[0]!.mine[0]!.id;
  const body = { name: 'Hội Hữu nghị Việt - Pháp', expiresOn: '2026-12-20' };
  const made = await foreign.call(contract.makeLink, { params: { id: reportId }, body });
  linkId = made.id;
  token = made.url.split('#')[1]!;
});
afterAll(() => t.close());

test('the secret is not kept, and who has no part in the report makes and sees no links', async () => {
  const { rows } = { rows: await t.owner.selectFrom('report_link').selectAll().execute() };
  expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]!);
  const home = await t.as('noivu@example.vn');
  const params = { id: reportId };
  expect((await home.refused(contract.listLinks, { params })).status).toBe(403);
  const body = { name: 'Hội khác', expiresOn: '2026-12-20' };
  expect((await home.refused(contract.makeLink, { params, body })).status).toBe(403);
  const far = { ...body, expiresOn: '2029-01-01' };
  expect((await foreign.refused(contract.makeLink, { params, body: far })).status).toBe(422);
});

test('whoever holds the link answers without an account; nothing enters the report before staff confirm it', async () => {
  expect(await open()).toMatchObject({
    status: 200,
    body: { name: 'Hội Hữu nghị Việt - Pháp', agencyName: 'Sở Ngoại vụ', mayAnswer: true, sent: 0 },
  });
  expect((await say(['', '', ''])).status).toBe(422);
  const said = ['Tổ chức đêm giao lưu âm nhạc, 150 người dự', 'Thiếu kinh phí', ''];
  expect((await say(said)).status).toBe(200);
  expect((await look()).paragraphs.some((one) => one.text.includes('âm nhạc'))).toBe(false);
  const { answers } = await foreign.call(contract.listLinks, { params: { id: reportId } });
  expect(answers).toMatchObject([{ answers: said, saidBy: 'Bà Tư', state: 'waiting' }]);
  const { revision } = await look();
  const places = [{ question: 'done' as const, slot: 'II.4', text: said[0]! }];
  const params = { id: answers[0]!.id };
  const placed = await foreign.call(contract.placeAnswer, { params, body: { revision, places } });
  const report = await look();
  const paragraph = report.paragraphs.find((one) => one.text.includes('âm nhạc'))!;
  expect(paragraph).toMatchObject({
    slot: 'II.4',
    text: `${said[0]}.`,
    records: [{ register: 'association-answer', id: params.id, title: 'Hội Hữu nghị Việt - Pháp, Bà Tư' }],
  });
  expect(report.revision).toBe(placed.revision);
  const again = { revision: placed.revision, places };
  expect((await foreign.refused(contract.placeAnswer, { params, body: again })).status).toBe(409);
  // It stays a source of the report when the report is saved on.
  const body = { revision: placed.revision, paragraphs: report.paragraphs, seen: report.seen };
  await foreign.call(agencyReportContract.saveAgencyReport, { params: { id: reportId }, body });
  const borrowed = {
    ...paragraph,
    id: crypto.randomUUID(),
    records: [{ ...paragraph.records[0]!, id: linkId }],
  };
  const forged = { ...body, revision: placed.revision + 1, paragraphs: [...report.paragraphs, borrowed] };
  expect(
    (await foreign.refused(agencyReportContract.saveAgencyReport, { params: { id: reportId }, body: forged }))
      .status,
  ).toBe(422);
});

test('what a link says may be set aside with a reason', async () => {
  await say(['Chưa có hoạt động', '', '']);
  const { answers } = await foreign.call(contract.listLinks, { params: { id: reportId } });
  const waiting = answers.find(({ state }) => state === 'waiting')!;
  await foreign.call(contract.setAnswerAside, { params: { id: waiting.id }, body: { reason: 'Trùng' } });
  const after = (await foreign.call(contract.listLinks, { params: { id: reportId } })).answers;
  expect(after.find(({ id }) => id === waiting.id)).toMatchObject({ state: 'set-aside', reason: 'Trùng' });
});

test('guessing, flooding, other sites, a day too late and a revoked link come to nothing', async () => {
  const guess = `${token.split('.')[0]}.${'A'.repeat(43)}`;
  expect((await open(guess)).status).toBe(404);
  expect((await open(`${crypto.randomUUID()}.${'A'.repeat(43)}`)).status).toBe(404);
  const foreignSite = await t.web.inject({
    method: 'POST',
    url: contract.answerThreeQuestions.path,
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    payload: { token, answers: ['x', '', ''], saidBy: 'Kẻ xấu' },
  });
  expect(foreignSite.statusCode).toBe(403);
  for (let n = 0; n < 3; n += 1) await say([`Việc ${n}`, '', '']);
  expect((await say(['Việc thứ sáu', '', ''])).status).toBe(429);
  const outcomes = [];
  for (let n = 0; n < 70; n += 1) outcomes.push((await open(guess, '203.0.113.9')).status);
  expect(new Set(outcomes.slice(0, 60))).toEqual(new Set([404]));
  expect(outcomes.at(-1)).toBe(429);
  expect((await open(token, '203.0.113.10')).status).toBe(200);
  await foreign.call(contract.revokeLink, { params: { id: linkId } });
  expect((await open(token, '203.0.113.11')).status).toBe(404);
  const body = { name: 'Hội Việt - Nhật', expiresOn: '2026-12-10' };
  const { url } = await foreign.call(contract.makeLink, { params: { id: reportId }, body });
  const other = url.split('#')[1]!;
  expect((await open(other, '203.0.113.12')).status).toBe(200);
  t.setNow(new Date('2026-12-10T17:30:00Z'));
  expect((await open(other, '203.0.113.12')).status).toBe(404);
});
