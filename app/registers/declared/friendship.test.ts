import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { registerFigures } from '../figures/figure.contract.ts';
import { changeRow, createRow, moveRow, showRow } from '../register.contract.ts';

let t: TestHouse;
let own: Person;
beforeAll(async () => {
  t = await openTestHouse();
  t.setNow(new Date('2026-11-23T02:00:00Z'));
  own = await t.as('ngoaivu@example.vn');
});
afterAll(() => t.close());

type Given = Record<string, unknown>;
const add = async (register: string, values: Given) =>
  (await own.call(createRow, { params: { register }, body: { values } })).id;
const show = (register: string, id: string) => own.call(showRow, { params: { register, id }, query: {} });
const asked = async (register: string, id: string, transition: string, values: Given = {}) => ({
  params: { register, id },
  body: { revision: (await show(register, id)).revision, transition, values, reason: 'Theo hồ sơ giấy' },
});
const move = async (register: string, id: string, transition: string, values?: Given) =>
  own.call(moveRow, await asked(register, id, transition, values));
const refused = async (register: string, id: string, transition: string, values?: Given) =>
  own.refused(moveRow, await asked(register, id, transition, values));
const edit = async (register: string, id: string, values: Given) =>
  own.call(changeRow, {
    params: { register, id },
    body: { revision: (await show(register, id)).revision, values },
  });
const dues = async (register: string, id: string) =>
  (await show(register, id)).timers.filter(({ isDone }) => !isDone).map(({ name, dueOn }) => [name, dueOn]);
const figures = async (register: string, from = '2026-01-01', to = '2026-12-31') =>
  Object.fromEntries(
    (await own.call(registerFigures, { params: { register }, query: { from, to } })).figures.map(
      ({ key, amounts }) => {
        const [first] = amounts;
        const amount = first?.amount ?? 0;
        return [
          key.slice(register.length + 1),
          (first?.whole ?? null) === null ? amount : [amount, first!.whole],
        ];
      },
    ),
  );

const six = {
  hasName: true,
  hasOwnField: true,
  hasPurpose: true,
  hasCharter: true,
  hasOffice: true,
  hasFounders: true,
};

test('a friendship association is set up only with a request and all six conditions; terms and merging are counted', async () => {
  const register = 'friendship-association';
  const id = await add(register, { name: 'Hội hữu nghị Việt Nam – Lào', country: 'LA' });
  expect((await refused(register, id, 'promote')).title).toMatch(/nơi đề nghị thành lập/);
  await move(register, id, 'promote', {
    requestedBy: 'Cựu chuyên gia, quân tình nguyện',
    requestedOn: '2026-05-04',
    committeeHead: 'Lê Văn Ba',
    committeeDecision: '12/QĐ-SNV',
    committeeRecognisedOn: '2026-06-01',
  });
  const file = { founders: 40, dossier: ['request', 'members'], establishAskedOn: '2026-10-01' };
  expect((await refused(register, id, 'ask', { ...six, hasOffice: false, ...file })).errors).toMatchObject([
    { path: 'values.hasOffice' },
  ]);
  await edit(register, id, six).then(({ warnings }) => expect(warnings).toEqual([]));
  expect((await edit(register, id, { founders: 40 })).warnings).toMatchObject([{ field: 'founders' }]);
  await move(register, id, 'ask', file);
  expect(await dues(register, id)).toEqual([['permit', '2026-11-30']]);
  await move(register, id, 'permit', { establishDecision: '88/QĐ-UBND', establishedOn: '2026-11-02' });
  // 90 days after 2/11/2026 is 31/1/2027, a Sunday.
  expect(await dues(register, id)).toEqual([['found', '2027-02-01']]);
  await move(register, id, 'found', {
    foundedOn: '2026-11-20',
    chair: 'Lê Văn Ba',
    termNumber: 1,
    term: { from: '2026-11-20', to: '2031-11-20' },
    members: 60,
    women: 25,
  });
  const old = await add(register, { name: 'Hội Việt – Lào Hậu Giang', country: 'LA', members: 30 });
  await move(register, old, 'record', { establishDecision: '5/QĐ-UBND', establishedOn: '2010-03-01' });
  expect((await figures(register)).members).toBe(90);
  await move(register, old, 'merge', { successor: id, endDecision: '90/QĐ-UBND', endedOn: '2026-11-22' });
  expect(await figures(register)).toMatchObject({ active: 1, new: 1, merged: 1, dissolved: 0, members: 60 });
  expect(await figures(register, '2025-01-01', '2025-12-31')).toMatchObject({ active: 1, members: 30 });

  const held = await add('congress', { name: 'Đại hội I', association: id, kind: 'founding' });
  await move('congress', held, 'submit', { dossier: ['report'], submittedOn: '2026-11-03' });
  await move('congress', held, 'allow', { answer: '7/SNV-TC', answeredOn: '2026-11-10' });
  await move('congress', held, 'hold', {
    heldOn: '2026-11-20',
    summoned: 60,
    present: 55,
    chair: 'Lê Văn Ba',
  });
  expect((await dues('congress', held)).map(([name]) => name)).toEqual(['report']);
  expect((await edit('congress', held, { present: 30 })).warnings).toMatchObject([{ field: 'present' }]);
  expect(await figures('congress')).toMatchObject({ held: 1, delegates: 30, reported: [0, 1] });
});

test('an agreement goes by the clocks of its signatory, is reported within 15 days, expires and is renewed', async () => {
  const register = 'agreement';
  const bare = {
    name: 'Bản ghi nhớ hợp tác hữu nghị với thành phố Suncheon',
    kind: 'memorandum',
    signer: (await own.call(listAgencies, {})).agencies.find(({ name }) => name === 'Sở Ngoại vụ')!.id,
    foreignSide: 'Thành phố Suncheon',
    country: 'KR',
  };
  const params = { register };
  for (const name of ['Hiệp định hợp tác với Suncheon', '“Công ước hữu nghị”', 'Bản Hiệp ước kết nghĩa'])
    expect(
      (await own.refused(createRow, { params, body: { values: { ...bare, name } } })).errors,
      name,
    ).toMatchObject([{ path: 'values.name' }]);
  const plan = { ...bare, name: 'Kế hoạch hợp tác thực hiện Hiệp định VKFTA' };
  await add(register, { ...plan, country: 'JP' });
  const id = await add(register, bare);
  await move(register, id, 'consult', {
    signatory: 'department',
    procedure: 'usual',
    contents: 'Giao lưu thanh niên',
    dossier: ['request', 'vietnamese', 'foreign', 'partner'],
    opinionAskedOn: '2026-11-23',
  });
  // 24/11 is a holiday: seven working days after 23/11 are 25, 26, 27, 30/11, 1, 2, 3/12.
  expect(await dues(register, id)).toEqual([['opinion', '2026-12-03']]);
  await edit(register, id, { procedure: 'short', shortReason: 'Dịp đoàn cấp cao' });
  expect(await dues(register, id)).toEqual([['opinion-short', '2026-11-27']]);
  await edit(register, id, { signatory: 'beyond' });
  expect(await dues(register, id)).toEqual([]);
  await edit(register, id, { signatory: 'organisation' });
  await move(register, id, 'submit', {
    opinionGivenOn: '2026-11-23',
    opinions: 'Đồng ý',
    decisionAskedOn: '2026-11-23',
  });
  expect(await dues(register, id)).toEqual([['decide', '2026-12-01']]);
  await move(register, id, 'agree', {
    decidedBy: 'managing',
    consent: '5/LH-QHQT',
    consentOn: '2026-11-23',
  });
  const signed = {
    signedOn: '2026-11-23',
    ourSigner: 'Chủ tịch Liên hiệp',
    theirSigner: 'Thị trưởng',
    lasts: { from: '2026-11-23', to: '2027-03-01' },
  };
  expect((await refused(register, id, 'sign', { ...signed, signedOn: '2026-11-22' })).errors).toMatchObject([
    { path: 'values.signedOn' },
  ]);
  await move(register, id, 'sign', signed);
  expect(await dues(register, id)).toEqual([
    ['report', '2026-12-08'],
    ['expiry', '2026-12-01'],
  ]);
  await move(register, id, 'renew', {
    lasts: { from: '2026-11-23', to: '2030-03-01' },
    changes: 'Gia hạn 3 năm',
  });
  expect(await dues(register, id)).toContainEqual(['expiry', '2029-12-01']);
  expect(await figures(register)).toMatchObject({
    signed: 1,
    'in-force': 1,
    ended: 0,
    countries: 1,
    reported: [0, 1],
  });
  await move(register, id, 'end', { endKind: 'terminated', endedOn: '2026-12-15' });
  expect(await figures(register)).toMatchObject({ 'in-force': 0, ended: 1 });
  expect(await figures(register, '2026-11-01', '2026-11-30')).toMatchObject({ 'in-force': 1 });
});

test('partner localities are counted by priority as of a day', async () => {
  const register = 'partner-locality';
  const id = await add(register, { name: 'Tỉnh Champasak', country: 'LA' });
  expect((await refused(register, id, 'link', { linkedOn: '2026-02-01' })).title).toMatch(/ưu tiên/);
  await move(register, id, 'link', { priority: 'neighbour', kind: 'sister', linkedOn: '2026-02-01' });
  await edit(register, id, { activeOn: '2026-03-02' });
  expect(await dues(register, id)).toEqual([['idle', '2027-03-02']]);
  expect(await figures(register)).toMatchObject({
    linked: 1,
    new: 1,
    countries: 1,
    neighbour: 1,
    strategic: 0,
  });
});
