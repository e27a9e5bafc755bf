import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { changeDefinition, listDefinitions, makeDefinition } from '#app/reports/definition.contract.ts';
import { openPeriod } from '#app/reports/period.contract.ts';
import { publishPlan217 } from '#app/reports/plan-217.test-data.ts';
import { startDefinition } from '#app/reports/regime.contract.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { search } from './search.contract.ts';

let t: TestHouse;

beforeAll(async () => {
  t = await openTestHouse();
  const documentId = await publishPlan217(t.house, t.tenantId);
  const focal = await t.as('daumoi@example.vn');
  const { id: definitionId } = await focal.call(makeDefinition, { body: { documentId } });
  await focal.call(openPeriod, { body: { definitionId, kind: 'year', year: 2026, index: 1 } });
});
afterAll(() => t.close());

const reports = async (q: string, email = 'daumoi@example.vn') =>
  (await (await t.as(email)).call(search, { query: { q, kind: 'report' } })).groups[0]?.hits ?? [];

test('a report is found by its agency, period, and the symbol and title of its plan', async () => {
  for (const q of [
    'so ngoai vu nam 2026',
    '217/kh so ngoai vu',
    'năm 2026 217/KH Sở Ngoại vụ',
    'so ngoai vu chi thi 12',
  ]) {
    const [hit] = await reports(q);
    expect([q, hit?.title.text, hit?.to.startsWith('/reports/agency/')]).toEqual([q, 'Sở Ngoại vụ', true]);
    expect(hit?.line?.text).toContain(q.includes('chi thi') ? 'Chỉ thị số 12' : '217/KH-UBND');
  }
});

test('another agency finds its own, not this one', async () => {
  const agencies = async (email: string) =>
    (await reports('so ngoai vu 217/kh', email)).map(({ title }) => title.text);
  expect(await agencies('ngoaivu@example.vn')).toEqual(['Sở Ngoại vụ']);
  expect(await agencies('noivu@example.vn')).not.toContain('Sở Ngoại vụ');
});

test('a report of a regime that stands on no plan is found too', async () => {
  const focal = await t.as('daumoi@example.vn');
  const { id: definitionId } = await focal.call(startDefinition, {
    body: { name: 'Báo cáo chuyên đề viện trợ', basis: 'Công văn của UBND', regime: 'topical' },
  });
  const { definitions } = await focal.call(listDefinitions, {});
  const { version, content } = definitions.find(({ id }) => id === definitionId)!;
  await focal.call(changeDefinition, {
    params: { id: definitionId },
    body: {
      version,
      content: { ...content, bound: { ...content.bound, kinds: ['so'] }, frequencies: ['quarter'] },
    },
  });
  await focal.call(openPeriod, { body: { definitionId, kind: 'quarter', year: 2026, index: 3 } });
  const [hit] = await reports('so ngoai vu quy iii nam 2026');
  expect([hit?.title.text, hit?.line?.text]).toEqual(['Sở Ngoại vụ', 'Quý III năm 2026']);
});

test('a plan whose symbol is corrected takes its reports with it', async () => {
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.updateTable('document').set({ symbol: '219/KH-UBND' }).where('symbol', '=', '217/KH-UBND').execute(),
  );
  expect((await reports('so ngoai vu 219/kh'))[0]?.title.text).toBe('Sở Ngoại vụ');
  expect(await reports('so ngoai vu 217/kh')).toEqual([]);
});
