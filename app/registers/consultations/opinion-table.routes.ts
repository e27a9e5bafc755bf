import { writeDocx } from '#app/letters/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mountLong, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { readAllRows } from '../all-rows.store.ts';
import { consultation } from '../declared/consultation.ts';
import { consultationOpinion } from '../declared/consultation-opinion.ts';
import { readAsked } from '../read-asked.ts';
import { policyOf, readableReach } from '../register.policy.ts';
import { getRow, type RowInList } from '../row.store.ts';
import { downloadOpinionTable } from './opinion-table.contract.ts';
import { fileNameOf, opinionTable, type TabledDraft, type TabledOpinion } from './opinion-table.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const read = [
  'clause',
  'giver',
  'giverName',
  'kind',
  'wordsNow',
  'wordsProposed',
  'reason',
  'outcome',
  'outcomeReason',
];

/** The table of opinions on a draft, as the form wants it. */
export function opinionTableRoutes(web: Web, house: House): void {
  mountLong(web, house, downloadOpinionTable, async ({ params, viewer, reply }) => {
    const { draft, opinions } = await inTenant(house.db, viewer.tenantId, async (tx) => {
      const row = await getRow(tx, consultation, params.id);
      requirePolicy(policyOf(consultation.may.read), viewer, row);
      return { draft: tabled(row), opinions: await opinionsOn(tx, viewer, row.id) };
    });
    const today = officeDay(house.now());
    const place = viewer.tenantName.replace(/^(Thành phố|Tỉnh)\s+/i, '');
    const bytes = await writeDocx(opinionTable(draft, opinions, { place, year: Number(today.slice(0, 4)) }));
    return reply
      .type(docx)
      .header(
        'content-disposition',
        `attachment; filename="bang-tiep-thu-giai-trinh.docx"; filename*=UTF-8''${encodeURIComponent(fileNameOf(draft, today))}`,
      )
      .header('cache-control', 'no-store')
      .send(bytes);
  });
}

const words = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

const tabled = ({ values, names, agencyName }: RowInList): TabledDraft => ({
  draft: String(values.draft),
  agencyName,
  drafter: String(values.drafter),
  request: words(values.request),
  askedOn: String(values.askedOn),
  answeredOn: words(values.answeredOn),
  signer: words(values.signer),
  signerPosition: words(values.signerPosition),
  reportTo: names[String(values.reportTo)] ?? null,
});

/** Opinions on a draft that the viewer may read, in the order of the table. */
async function opinionsOn(tx: Tx, viewer: Viewer, id: string): Promise<TabledOpinion[]> {
  const asked = { filter: `consultation:${id}` };
  const query = readAsked(consultationOpinion, asked, readableReach(consultationOpinion, viewer));
  const opinions: TabledOpinion[] = [];
  for await (const rows of readAllRows(tx, consultationOpinion, query, read))
    opinions.push(...rows.map(opinionOf));
  return opinions;
}

const opinionOf = ({ values, names }: RowInList): TabledOpinion => ({
  clause: String(values.clause),
  giver: names[String(values.giver)] ?? words(values.giverName) ?? '',
  kind: consultationOpinion.fields.kind!.show(values.kind, () => '', 'vi'),
  wordsNow: words(values.wordsNow),
  wordsProposed: words(values.wordsProposed),
  reason: words(values.reason),
  outcome: values.outcome as TabledOpinion['outcome'],
  outcomeReason: words(values.outcomeReason),
});
