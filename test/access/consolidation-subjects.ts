import { sql } from 'kysely';
import { answerAsk, makeAsks } from '#app/consolidation/ask/ask.contract.ts';
import { addSentence } from '#app/consolidation/consolidation.contract.ts';
import { mergeSentences } from '#app/consolidation/matrix/matrix.contract.ts';
import { getTotals } from '#app/consolidation/totals/totals.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { getAgencyReport } from '#app/reports/agency-report.contract.ts';
import type { Person, TestHouse } from '#test/house.ts';
import type { Subjects } from './probe.ts';

/** Sentences merged, a paragraph that was filed, and two findings: one open, one decided. */
export async function consolidationMatrixSubjects(
  t: TestHouse,
  { focal, own }: { focal: Person; own: Person },
  subjects: Subjects,
): Promise<Subjects> {
  const params = { id: String(subjects.consolidation) };
  const slot = String(subjects.slot);
  const add = (text: string) => focal.call(addSentence, { params, body: { slot, text, after: null } });
  const [host, other, left] = [
    await add('Câu thứ nhất.'),
    await add('Câu thứ hai.'),
    await add('Câu thứ ba.'),
  ];
  await focal.call(mergeSentences, {
    params: { ...params, sentenceId: host.id },
    body: { others: [other.id] },
  });
  const { paragraphs } = await own.call(getAgencyReport, { params: { id: String(subjects.filedReport) } });
  const [finding, decidedFinding] = await inTenant(t.house.db, t.tenantId, async (tx) => {
    const one = { consolidation_id: params.id, kind: 'double' as const, told: '[]', why: '[]', deduct: '[]' };
    const told = JSON.stringify([
      {
        tellingId: 'x:1',
        kind: 'paragraph',
        agencyReportId: subjects.filedReport,
        agencyId: subjects.agency,
        agency: 'Sở Ngoại vụ',
        text: 'Dự án nước sạch',
        begin: 0,
        end: 15,
        says: null,
        indicator: null,
      },
    ]);
    const open = { decision: null, keep: null, reason: null, decided_by: null, decided_at: null };
    const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
    const done = { ...open, decision: 'ask' as const, decided_by: person.id, decided_at: t.house.now() };
    const rows = await tx
      .insertInto('consolidation_finding')
      .values([
        { ...one, ...open, told, key: 'double|1', subject: 'Dự án nước sạch' },
        { ...one, ...done, told, key: 'double|2', subject: 'Dự án cầu nông thôn' },
      ])
      .returning('id')
      .execute();
    return rows.map(({ id }) => id);
  });
  const { indicators } = await focal.call(getTotals, { params });
  const correctedReport = await correctedSubject(t, params.id);
  const totalIndicator = indicators[0]!.indicator.key;
  const paragraph = paragraphs.at(-1)!.id;
  return {
    totalIndicator,
    correctedReport,
    mergeHost: left.id,
    mergedSentence: other.id,
    paragraph,
    ...(await askSubjects({ focal, own }, params, String(subjects.filedReport), paragraphs)),
    finding,
    decidedFinding,
  };
}

/** The own agency is asked about two of its paragraphs, and has answered about one. */
async function askSubjects(
  { focal, own }: { focal: Person; own: Person },
  params: { id: string },
  agencyReportId: string,
  paragraphs: readonly { id: string }[],
): Promise<Subjects> {
  const of = paragraphs.slice(0, 2).map(({ id: paragraphId }) => ({ agencyReportId, paragraphId }));
  const { ids } = await focal.call(makeAsks, { params, body: { of, words: 'Số này lấy ở đâu?' } });
  const [ask, answeredAsk] = ids as [string, string];
  await own.call(answerAsk, { params: { id: answeredAsk }, body: { words: 'Theo biên bản.' } });
  return { ask, answeredAsk };
}

/** An issued report that corrects another issued one, of a period of its own. */
async function correctedSubject(t: TestHouse, consolidation: string): Promise<string> {
  return inTenant(t.house.db, t.tenantId, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      with period as (
        insert into report_period (definition_id, definition_version, name, kind, year, index, window_from, window_to,
          due_on, opened_by, opened_at)
        select p.definition_id, p.definition_version, p.name || ' (trước)', p.kind, p.year - 1, p.index, p.window_from - 365,
          p.window_to - 365, p.due_on - 365, p.opened_by, p.opened_at
        from report_period p join consolidation c on c.tenant_id = p.tenant_id and c.period_id = p.id
        where c.id = ${consolidation} returning id)
      insert into consolidation (period_id, letter, figures, created_by, created_at, state, issued_at, issued_by, issued_sha256)
      select period.id, c.letter || '{"number":"45","date":"2026-07-16"}', c.figures, c.created_by, c.created_at, 'issued',
        c.created_at, c.created_by, 'x' from consolidation c, period where c.id = ${consolidation} returning id`.execute(
      tx,
    );
    const { rows: later } = await sql<{ id: string }>`
      insert into consolidation (period_id, letter, figures, created_by, created_at, state, issued_at, issued_by,
        issued_sha256, version, corrects, correction_reason)
      select period_id, letter, figures, created_by, created_at, 'issued', created_at, created_by, 'x', 2, id, 'Đính chính'
      from consolidation where id = ${rows[0]!.id} returning id`.execute(tx);
    return later[0]!.id;
  });
}
