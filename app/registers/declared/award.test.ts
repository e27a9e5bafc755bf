import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { changeRow, createRow, moveRow, readSealed, showRow } from '../register.contract.ts';

let t: TestHouse;
let own: Person;
let proposer: string;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
  proposer = (await own.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
});
afterAll(() => t.close());

const register = 'award';
let id: string;
const show = async () => own.call(showRow, { params: { register, id }, query: {} });
const move = async (transition: string, values: object = {}, reason?: string) =>
  own.call(moveRow, {
    params: { register, id },
    body: {
      revision: (await show()).revision,
      transition,
      values: values as never,
      ...(reason ? { reason } : {}),
    },
  });

test('an award goes from proposal to publication, back once for completion, with clocks on both opinions', async () => {
  const made = await own.call(createRow, {
    params: { register },
    body: {
      values: {
        candidate: 'Jean Dupont',
        kind: 'foreign-person',
        country: 'FR',
        nationality: 'FR',
        passportName: 'DUPONT JEAN',
        form: 'vufo-medal',
        proposer,
        proposedOn: '2026-11-20',
        lastAwardOn: '2024-05-01',
      },
    },
  });
  id = made.id;
  expect(made.warnings.map(({ field }) => field)).toEqual(['lastAwardOn']);
  const bare = { params: { register, id }, body: { revision: 1, transition: 'propose' } };
  expect((await own.refused(moveRow, bare)).title).toBe(
    'Trước khi “gửi đề nghị” cần ghi cấp quyết định, thành tích, hồ sơ đã có.',
  );
  const merits = { merits: 'Mười năm giúp trẻ khuyết tật', dossier: ['petition', 'report', 'bio'] };
  await move('propose', { ...merits, decider: 'province' });
  // The medal is the Chairman of VUFO's to give.
  expect((await show()).warnings.map(({ field }) => field)).toEqual(['lastAwardOn', 'decider']);
  await move('send-back', {}, 'Thiếu minh chứng đóng góp');
  expect((await show()).state).toBe('proposed');
  await move('propose', { decider: 'vufo' });
  const asked = { appraisedOn: '2026-11-23', foreignAskedOn: '2026-11-23', policeAskedOn: '2026-11-23' };
  await move('appraise', asked);
  const clocks = (await show()).timers.map(({ name, dueOn, mark }) => [name, dueOn, mark]);
  // Ten working days: 24/11 is a holiday.
  expect(clocks).toEqual([
    ['foreign', '2026-12-08', 'R'],
    ['police', '2026-12-08', 'R'],
  ]);
  await move('to-council', {
    foreignAnsweredOn: '2026-11-23',
    foreignOpinion: 'agreed',
    policeAnsweredOn: '2026-11-23',
    policeOpinion: 'conditions',
  });
  await move('submit', {
    councilOn: '2026-11-23',
    votesFor: 7,
    votes: 10,
    petition: '45/TTr-LHHN',
    submittedOn: '2026-11-23',
  });
  // 7 of 10 is under the rate that the council wants; papers are still lacking.
  expect((await show()).warnings.map(({ field }) => field)).toEqual(['votesFor', 'lastAwardOn', 'dossier']);
  await move('decide', { decision: '99/QĐ-LHHN', decidedOn: '2026-11-23', signer: 'Phan Anh Sơn' });
  await move('present', { presentedOn: '2026-11-23', presentedAt: 'Cần Thơ' });
  await move('publish', { publishedOn: '2026-11-23' });
  expect((await show()).actions).toEqual([]);
});

test('figures count what was decided by form and country; identity is read only with a reason', async () => {
  const query = { from: '2026-11-01', to: '2026-11-30' };
  const { figures } = await own.call(registerFigures, { params: { register }, query });
  const of = (key: string) => figures.find((one) => one.key === `award.${key}`)!.amounts[0]?.amount ?? 0;
  expect(['decided', 'vufo-medals', 'orders', 'foreign', 'countries'].map(of)).toEqual([1, 1, 0, 1, 1]);
  const row = await show();
  expect(JSON.stringify(row)).not.toContain('DUPONT');
  expect(row.sealed).toEqual(['passportName', 'nationality']);
  const other = await t.as('vanhoa@example.vn');
  const body = { reason: 'Làm thủ tục trao tặng' };
  expect((await other.refused(readSealed, { params: { register, id }, body })).status).toBe(403);
  expect((await own.call(readSealed, { params: { register, id }, body })).values).toMatchObject({
    passportName: 'DUPONT JEAN',
  });
  const wrong = { revision: row.revision, values: { presentedOn: '2026-11-01', votes: 5 } };
  const { errors } = await own.refused(changeRow, { params: { register, id }, body: wrong });
  expect((errors as { path: string }[]).map(({ path }) => path)).toEqual([
    'values.presentedOn',
    'values.votesFor',
  ]);
});
