import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAgencies } from '#app/agencies/agency.contract.ts';
import { plan217, upload } from '#app/documents/document.test-data.ts';
import { ledgerBooks } from '#app/main.ts';
import { inTenant } from '#app/platform/database.ts';
import { openTestHouse, type Person, type TestHouse } from '#test/house.ts';
import { csvLine } from './csv-line.ts';
import { hasWords } from './find-words.ts';
import {
  activity,
  exportPaths,
  ledgerChecks,
  proveSubject,
  recentLedger,
  showSeal,
  startLedgerCheck,
  subjectLedger,
} from './ledger.contract.ts';
import { checkProof } from './proof.ts';
import { sealUntil } from './seal-heads.ts';

let t: TestHouse;
let focal: Person;
let inspector: Person;
let document: string;
beforeAll(async () => {
  t = await openTestHouse();
  focal = await t.as('daumoi@example.vn');
  inspector = await t.as('thanhtra@example.vn');
  document = (await upload(t, focal, { file: 'plan-217.md', bytes: plan217('plan-217.md') })).id;
});
afterAll(() => t.close());

const officeDay = (days: number) =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

test('by agency: what its people did, what was done to it; by words as they are shown; by day', async () => {
  const { agencies } = await inspector.call(recentLedger, { query: {} });
  const of = async (name: string) => {
    const agency = agencies.find((one) => one.name === name)!.id;
    return (await inspector.call(recentLedger, { query: { agency } })).lines.map((line) => line.said.vi);
  };
  const lienHiep = await of('Liên hiệp các tổ chức hữu nghị thành phố');
  expect(lienHiep.some((said) => said.startsWith('Lê Thị Thu Hà nhận văn bản 217/KH-UBND'))).toBe(true);
  expect(lienHiep.at(-1)).toContain('thêm cơ quan Liên hiệp các tổ chức hữu nghị');
  expect((await of('Sở Y tế')).every((said) => said.includes('Sở Y tế'))).toBe(true);
  const found = await inspector.call(recentLedger, { query: { words: 'nhan van ban THU HA' } });
  expect(found.lines.map((line) => line.subjectId)).toEqual([document]);
  expect(found.next).toBeNull();
  const until = await inspector.call(recentLedger, { query: { to: officeDay(-1) } });
  expect(until.lines).toEqual([]);
  const from = await inspector.call(recentLedger, { query: { from: officeDay(0), to: officeDay(0) } });
  expect(from.lines.length).toBeGreaterThan(40);
});

test('the export has every line of the filter, and no cell that a spreadsheet would run', async () => {
  const get = async (person: Person, url: string) =>
    t.web.inject({ method: 'GET', url, headers: { cookie: person.cookie } });
  expect((await get(focal, exportPaths.csv)).statusCode).toBe(403);
  const csv = await get(inspector, `${exportPaths.csv}?subjectKind=agency`);
  expect(csv.headers['content-disposition']).toContain('.csv');
  const rows = csv.body.trim().split('\r\n');
  const { rows: counted } = await inTenant(t.owner, t.tenantId, (tx) =>
    sql<{ n: number }>`select count(*) as n from event where subject_kind = 'agency'`.execute(tx),
  );
  expect(rows).toHaveLength(Number(counted[0]!.n) + 1);
  const jsonl = await get(inspector, `${exportPaths.jsonl}?words=217`);
  expect(
    jsonl.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).subjectId),
  ).toContain(document);
  const { lines } = await inspector.call(recentLedger, { query: { subjectKind: 'ledger' } });
  expect(lines[0]!.said.vi).toBe('Bùi Thị Thanh xuất nhật ký ra tệp JSONL');
  expect(csvLine(['=1+1', ' +cmd', '-2', '@x', '\tx', 'a "b"', 3])).toBe(
    `"'=1+1","' +cmd","'-2","'@x","'\tx","a ""b""","3"\r\n`,
  );
  expect(hasWords('Đã hoàn thành', 'hoan da')).toBe(true);
});

test('activity: what one may read; a draft is no news to an agency', async () => {
  const lan = await t.as('ngoaivu@example.vn');
  const said = async (person: Person) => {
    const lines = [];
    for (let before: number | undefined; ; ) {
      const page = await person.call(activity, { query: { before } });
      lines.push(...page.lines);
      if (page.next === null) return lines;
      before = page.next;
    }
  };
  expect((await said(focal)).some((line) => line.subjectId === document)).toBe(true);
  const hers = await said(lan);
  expect(hers.some((line) => line.subjectKind === 'agency')).toBe(true);
  expect(hers.some((line) => line.subjectId === document)).toBe(false);
  expect(hers.some((line) => line.kind === 'person.entered-by-link')).toBe(false);
});

test('a check runs in the background, keeps what it found, and the last good one stays known', async () => {
  expect((await focal.refused(startLedgerCheck, {})).status).toBe(403);
  const finished = async () => {
    const { id } = await inspector.call(startLedgerCheck, {});
    for (;;) {
      const checks = await inspector.call(ledgerChecks, {});
      if (checks.last?.id === id && checks.last.finishedAt) return checks;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const good = await finished();
  expect(good.last).toMatchObject({ findings: [], askedBy: 'Bùi Thị Thanh', isCutOff: false });
  expect(good.lastGood!.id).toBe(good.last!.id);
  await inTenant(t.owner, t.tenantId, (tx) =>
    sql`update event set payload = payload || '{"duties": 99}' where subject_id = ${document}`.execute(tx),
  );
  const bad = await finished();
  expect(bad.last!.findings).toHaveLength(1);
  expect(bad.last!.findings![0]!.said.vi).toContain('Văn bản “217/KH-UBND”, dòng 1 đã bị sửa');
  expect(bad.lastGood!.id).toBe(good.last!.id);
  await inTenant(t.owner, t.tenantId, (tx) =>
    sql`update event set payload = payload || '{"duties": 27}' where subject_id = ${document}`.execute(tx),
  );
  expect((await finished()).last!.findings).toEqual([]);
});

test('a proof holds by itself, and no longer when one letter, its seal or its place in the seal is changed', async () => {
  const { agencies } = await inspector.call(listAgencies, {});
  const params = { subjectKind: 'agency', subjectId: agencies[0]!.id };
  expect((await focal.refused(proveSubject, { params })).status).toBe(403);
  expect((await inspector.call(proveSubject, { params })).seal).toBeNull();
  await sealUntil(t.house, t.tenantId, officeDay(0));
  const proof = await inspector.call(proveSubject, { params });
  const seal = await inspector.call(showSeal, { params: { day: officeDay(0) } });
  expect(proof.seal).toEqual(seal);
  const { isSigned } = t.house.seal;
  expect(checkProof(proof, isSigned)).toBeNull();
  expect(checkProof(proof, null)).toBeNull();
  const [line] = proof.lines;
  const altered = { ...proof, lines: [{ ...line!, payload: { ...line!.payload, name: 'Sở Giả' } }] };
  expect(checkProof(altered, isSigned)).toMatchObject({ what: 'line' });
  expect(checkProof({ ...proof, head: { ...proof.head!, path: proof.head!.path.slice(1) } }, null)).toEqual({
    what: 'path',
  });
  expect(checkProof({ ...proof, seal: { ...seal, lines: 1 } }, null)).toEqual({ what: 'seal' });
  expect(checkProof({ ...proof, seal: { ...seal, signature: '0'.repeat(64) } }, isSigned)).toEqual({
    what: 'signature',
  });
});

test('every kind of event that the program writes has its words', async () => {
  for (const { subjectKind } of ledgerBooks) {
    const { lines } = await inspector.call(recentLedger, { query: { subjectKind } });
    for (const line of lines) expect(line.said.vi).not.toMatch(/ghi sự kiện/);
  }
  const params = { subjectKind: 'document', subjectId: document };
  expect(await focal.call(subjectLedger, { params })).toMatchObject({
    title: '217/KH-UBND',
    kindName: { vi: 'Văn bản' },
    mayProve: false,
  });
});
