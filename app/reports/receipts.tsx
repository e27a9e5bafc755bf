import { Code, Text, Title } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { formWords } from './form.words.ts';
import { reportWords } from './report.words.ts';
import type { ShownReport } from './use-draft.ts';

/** Every time the report was filed, with the hash that proves what was in it. */
export function Receipts({ filings }: { filings: ShownReport['filings'] }) {
  const t = useWords(reportWords);
  const f = useWords(formWords);
  if (!filings.length) return null;
  return (
    <section className="paper" style={{ padding: 16, marginBottom: 16 }}>
      <Title order={2} fz="md">
        {filings.length > 1 ? t.history : t.receipt}
      </Title>
      {filings.map((filing) => (
        <div key={filing.number} style={{ marginTop: 6 }}>
          <Text>
            {t.receiptLine(filing.number, showInstant(filing.filedAt), filing.filedBy)}
            {filing.approvedBy ? `, ${f.approvedBy(filing.approvedBy)}` : ''}
            {filing.isLate ? ` (${t.late.toLocaleLowerCase('vi')})` : ''}
          </Text>
          <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t.hash}: <Code>{filing.sha256}</Code>
          </Text>
        </div>
      ))}
    </section>
  );
}
