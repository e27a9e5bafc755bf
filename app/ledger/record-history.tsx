import { Title } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { ledgerWords } from './ledger.words.ts';
import { LedgerOf } from './ledger-of.tsx';

/** The history of a record as the last section of its page. */
export function RecordHistory({ subjectKind, subjectId }: { subjectKind: string; subjectId: string }) {
  const t = useWords(ledgerWords);
  return (
    <section className="paper no-print" style={{ padding: '14px 18px', marginTop: 16 }}>
      <Title order={2} fz="lg" mb="xs">
        {t.title}
      </Title>
      <LedgerOf subjectKind={subjectKind} subjectId={subjectId} />
    </section>
  );
}
