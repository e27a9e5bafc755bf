import { addSentence } from '#app/consolidation/consolidation.contract.ts';
import { mergeSentences } from '#app/consolidation/matrix/matrix.contract.ts';
import { getTotals } from '#app/consolidation/totals/totals.contract.ts';
import { inTenant } from '#app/platform/database.ts';
import { getAgencyReport } from '#app/reports/report.contract.ts';
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
  const totalIndicator = indicators[0]!.indicator.key;
  return {
    totalIndicator,
    mergeHost: left.id,
    mergedSentence: other.id,
    paragraph: paragraphs.at(-1)!.id,
    finding,
    decidedFinding,
  };
}
