import { afterAll, beforeAll, expect, test } from 'vitest';
import { subjectLedger } from '#app/ledger/ledger.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { registerFigures } from '#app/registers/figures/figure.contract.ts';
import { changeRow, createRow, moveRow, showRow } from '#app/registers/register.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import {
  applySuccession,
  chooseSuccessor,
  draftSuccession,
  showSuccession,
  undoSuccession,
} from './succession.contract.ts';

let t: TestHouse;
let admin: Person;
let focal: Person;
const ids = new Map<string, string>();
const OLD = 'Sở Thông tin và Truyền thông';
const NEW = 'Sở Khoa học và Công nghệ';
const OTHER = 'Sở Ngoại vụ';

beforeAll(async () => {
  t = await openTestHouse();
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    for (const row of await tx.selectFrom('agency').select(['id', 'name']).execute())
      ids.set(row.name, row.id);
  });
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  admin = await t.as('quantri@example.vn');
  focal = await t.as('daumoi@example.vn');
});
afterAll(() => t.close());

const idOf = (name: string) => ids.get(name)!;
const add = async (register: string, agency: string, values: Record<string, unknown>) =>
  (await focal.call(createRow, { params: { register }, body: { agencyId: idOf(agency), values } })).id;
const row = (register: string, id: string) => focal.call(showRow, { params: { register, id }, query: {} });
const look = (id: string) => admin.call(showSuccession, { params: { id } });
const draft = async (kind: 'merge' | 'transfer', from: string, to: string, field = '') => {
  const basis = 'Nghị quyết của HĐND thành phố';
  const target = [{ id: idOf(to), field }];
  const body = { kind, on: '2026-11-23', basis, mark: 'verified' as const, from: [idOf(from)], to: target };
  return (await admin.call(draftSuccession, { body })).id;
};
const apply = async (id: string) =>
  admin.call(applySuccession, {
    params: { id },
    body: { fingerprint: (await look(id)).fingerprint, confirmed: false },
  });
const undo = (id: string) => admin.call(undoSuccession, { params: { id }, body: { reason: 'Thử lại' } });
const course = { name: 'Lớp lễ tân đối ngoại', held: { from: '2026-10-05', to: '2026-10-07' }, classes: 1 };
const figures = async (agency?: string) => {
  const { figures: all } = await focal.call(registerFigures, {
    params: { register: 'foreign-ngo' },
    query: { from: '2026-01-01', to: '2026-12-31', ...(agency ? { agency: idOf(agency) } : {}) },
  });
  // Different ones and shares are no sums.
  const sums = all.filter(({ rule }) => rule === 'flow' || rule === 'stock');
  return Object.fromEntries(sums.map(({ key, amounts }) => [key, amounts[0]?.amount ?? 0]));
};

const ngo = (name: string) => ({
  name,
  country: 'US',
  works: ['education'],
  certificateKind: 'activity',
  certificate: '123/UB-HĐ',
  issuedOn: '2026-11-19',
  expiresOn: '2027-11-15',
});
const certify = async (id: string, transition: string, reason?: string) => {
  const { revision } = await row('foreign-ngo', id);
  const body = { revision, transition, ...(reason ? { reason } : {}) };
  await focal.call(moveRow, { params: { register: 'foreign-ngo', id }, body });
};

let open: string;
let over: string;

test('open rows of an agency that ends go to its successor and back, rows that are over keep it, figures add up', async () => {
  open = await add('foreign-ngo', OLD, ngo('Quỹ Châu Á'));
  over = await add('foreign-ngo', OLD, ngo('Tổ chức Mắt sáng'));
  await add('foreign-ngo', NEW, ngo('Hội Bạn trẻ em'));
  for (const id of [open, over]) await certify(id, 'certify');
  await certify(over, 'end', 'Hết dự án, tổ chức rời tỉnh');
  await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .updateTable('foreign_ngo' as never)
      .set({ state_on: '2026-11-22' } as never)
      .where('id' as never, '=', over as never)
      .execute(),
  );
  const [all, before] = [await figures(), await row('foreign-ngo', open)];

  const id = await draft('merge', OLD, NEW);
  const preview = await look(id);
  expect(preview.hindrance).toBeNull();
  expect(preview.moves.filter(({ what }) => what === 'row').map(({ label }) => label)).toEqual([
    'Quỹ Châu Á',
  ]);
  expect(preview.stays).toContainEqual({ what: 'row', fromId: idOf(OLD), why: 'over', count: 1 });
  const sumOf = (name: string) => preview.rowSums.find(({ agencyId }) => agencyId === idOf(name));
  expect([sumOf(OLD), sumOf(NEW)]).toMatchObject([
    { before: 2, after: 1 },
    { before: 1, after: 2 },
  ]);
  expect((await row('foreign-ngo', open)).agencyName).toBe(OLD);
  await apply(id);

  expect((await row('foreign-ngo', open)).agencyName).toBe(NEW);
  expect((await row('foreign-ngo', over)).agencyName).toBe(OLD);
  expect(await figures()).toEqual(all);
  const [old, now] = [await figures(OLD), await figures(NEW)];
  for (const key of Object.keys(all)) expect([key, old[key]! + now[key]!]).toEqual([key, all[key]]);
  const { lines } = await focal.call(subjectLedger, {
    params: { subjectKind: 'foreign-ngo', subjectId: open },
  });
  expect(lines.at(-1)?.said.vi).toBe(
    `Nguyễn Minh Quân chuyển tổ chức từ ${OLD} sang ${NEW} từ 23/11/2026, căn cứ Nghị quyết của HĐND thành phố`,
  );
  // The days that the row set go with it.
  const dues = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('register_due').select('agency_id').where('row_id', '=', open).execute(),
  );
  expect(dues.length).toBeGreaterThan(0);
  expect(new Set(dues.map((due) => due.agency_id))).toEqual(new Set([idOf(NEW)]));

  await undo(id);
  const after = await row('foreign-ngo', open);
  expect([after.agencyName, after.values]).toEqual([OLD, before.values]);
  // A form that was open over the change is refused, never written over what came between.
  expect(after.revision).toBe(before.revision + 2);
});

test('undoing is refused once a row that moved was changed; agencies that rows name stay, told with who stands for them now', async () => {
  const led = await add('training-course', 'Sở Nội vụ', {
    ...course,
    name: 'Lớp báo chí',
    organiser: idOf(OLD),
  });
  const id = await draft('merge', OLD, NEW);
  expect((await row('training-course', led)).shown.organiser).toBe(OLD);
  await apply(id);
  const named = await row('training-course', led);
  expect([named.values.organiser, named.shown.organiser]).toEqual([idOf(OLD), `${OLD} (nay: ${NEW})`]);
  const { revision } = await row('foreign-ngo', open);
  const params = { register: 'foreign-ngo', id: open };
  await focal.call(changeRow, { params, body: { revision, values: { note: 'Đã làm việc với tổ chức' } } });
  const refused = await admin.refused(undoSuccession, { params: { id }, body: { reason: 'Nhầm' } });
  expect(refused.title).toMatch(/^“Quỹ Châu Á” đã được sửa sau khi áp dụng/);
});

test('a field that is handed over takes its books along, unless somebody chooses otherwise', async () => {
  const training = await add('training-course', OTHER, { ...course, organiser: idOf(OTHER) });
  const id = await draft('transfer', OTHER, NEW, 'bồi dưỡng, đào tạo');
  const choice = (await look(id)).choices.find(({ what }) => what === 'row')!;
  expect(choice).toMatchObject({ key: `rows:training-course:${idOf(OTHER)}`, note: '1' });
  await admin.call(chooseSuccessor, { params: { id }, body: { choices: { [choice.key]: 'stay' } } });
  expect((await look(id)).moves.filter(({ what }) => what === 'row')).toEqual([]);
  await admin.call(chooseSuccessor, { params: { id }, body: { choices: { [choice.key]: idOf(NEW) } } });
  await apply(id);
  expect((await row('training-course', training)).agencyName).toBe(NEW);
});
