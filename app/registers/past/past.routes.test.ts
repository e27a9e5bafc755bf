import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { subjectLedger, undoLine } from '#app/ledger/ledger.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { changeRow, createRow, moveRow, removeRow, restoreRow, showRow } from '../register.contract.ts';
import { showRowAsOf } from './past.contract.ts';

let t: TestHouse;
let focal: Person;
const register = 'foreign-ngo';
beforeAll(async () => {
  t = await openTestHouse();
  await day('2026-11-23');
});
afterAll(() => t.close());

const day = async (text: string) => {
  t.setNow(new Date(`${text}T02:00:00Z`));
  focal = await t.as('daumoi@example.vn');
};
const ngo = (name: string, country: string) => ({
  name,
  country,
  works: ['education'],
  certificateKind: 'activity',
  certificate: '123/UB-HĐ',
  issuedOn: '2026-11-19',
  expiresOn: '2027-11-15',
});
const add = async (name: string, country: string, agencyId?: string) =>
  (
    await focal.call(createRow, {
      params: { register },
      body: { values: ngo(name, country), ...(agencyId ? { agencyId } : {}) },
    })
  ).id;
const row = (id: string) => focal.call(showRow, { params: { register, id }, query: {} });
const change = async (id: string, values: Record<string, unknown>, agencyId?: string) =>
  focal.call(changeRow, {
    params: { register, id },
    body: { revision: (await row(id)).revision, values, ...(agencyId ? { agencyId } : {}) },
  });
const step = async (id: string, transition: string, reason?: string) =>
  focal.call(moveRow, {
    params: { register, id },
    body: { revision: (await row(id)).revision, transition, ...(reason ? { reason } : {}) },
  });
const then = async (id: string, on: string) =>
  (await focal.call(showRowAsOf, { params: { register, id, day: on }, query: {} })).row;
const figures = async (asOf?: string, agency?: string) => {
  const { figures: all } = await focal.call(registerFigures, {
    params: { register },
    query: { from: '2026-01-01', to: '2026-12-31', ...(asOf ? { asOf } : {}), ...(agency ? { agency } : {}) },
  });
  return Object.fromEntries(
    all.map(({ key, amounts, byCountry }) => [
      key.slice(register.length + 1),
      [amounts[0]?.amount ?? 0, Object.fromEntries(byCountry.map(({ country, rows }) => [country, rows]))],
    ]),
  );
};

let asia: string;
let sight: string;
let culture: string;
let first: Awaited<ReturnType<typeof figures>>;

test('a row is shown as it stood when a day was over: values, state, agency, and what stands otherwise today', async () => {
  const { agencies } = await focal.call(listAgencies, {});
  culture = agencies.find(({ name }) => name === 'Sở Văn hóa, Thể thao và Du lịch')!.id;
  const foreign = agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id;
  asia = await add('Quỹ Châu Á', 'US', foreign);
  sight = await add('Tổ chức Mắt sáng', 'AU', foreign);
  await step(asia, 'certify');
  first = await figures();

  await day('2026-11-25');
  await change(asia, { country: 'KR', works: ['health'] }, culture);
  await step(asia, 'end', 'Hết dự án, tổ chức rời tỉnh');
  await focal.call(removeRow, { params: { register, id: sight } });
  await add('Hội Bạn trẻ em', 'JP');

  const was = (await then(asia, '2026-11-24'))!;
  expect(was).toMatchObject({
    agencyName: 'Sở Ngoại vụ',
    state: 'active',
    stateOn: '2026-11-23',
    shown: { country: 'Hoa Kỳ', works: 'giáo dục' },
    isRemoved: false,
  });
  expect(was.differing.toSorted()).toEqual(['country', 'works']);
  expect(await then(asia, '2026-11-25')).toMatchObject({
    agencyName: 'Sở Văn hóa, Thể thao và Du lịch',
    state: 'ended',
    shown: { country: 'Hàn Quốc' },
    differing: [],
  });
  expect((await then(sight, '2026-11-24'))!.isRemoved).toBe(false);
  expect((await then(sight, '2026-11-25'))!.isRemoved).toBe(true);
  expect(await then(asia, '2026-11-22')).toBeNull();
});

test('figures as of a day are those that were read on it, also by agency and by country', async () => {
  expect(await figures('2026-11-24')).toEqual(first);
  expect(first.active).toEqual([1, { US: 1 }]);
  const now = await figures();
  expect(now).not.toEqual(first);
  expect((await figures('2026-11-24', culture)).active![0]).toBe(0);
  // What is taken back is history too.
  await day('2026-11-26');
  const yesterday = await figures();
  const { lines } = await focal.call(subjectLedger, { params: { subjectKind: register, subjectId: asia } });
  const ended = lines.findLast(({ kind }) => kind === `${register}.moved`)!;
  await day('2026-11-27');
  await focal.call(undoLine, { params: { subjectKind: register, subjectId: asia, seq: ended.seq } });
  await focal.call(restoreRow, { params: { register, id: sight } });
  expect(await figures('2026-11-26')).toEqual(yesterday);
  expect((await then(asia, '2026-11-26'))!.state).toBe('ended');
  expect((await figures('2026-11-22')).active).toEqual([0, {}]);
});
