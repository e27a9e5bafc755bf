import { Anchor, Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { subjectLedger } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import { LedgerOf } from './ledger-of.tsx';
import './ledger.css';

/** All that happened to one record: its lines, two of its versions side by side, the way to its proof. */
export function HistoryPage() {
  const { subjectKind, subjectId } = useParams({ strict: false }) as {
    subjectKind: string;
    subjectId: string;
  };
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['ledger', subjectKind, subjectId],
    queryFn: () => call(subjectLedger, { params: { subjectKind, subjectId } }),
    staleTime: 0,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      {data.page ? (
        <Anchor component={Link} to={data.page} fz="sm">
          ← {t.back}
        </Anchor>
      ) : (
        <Anchor component={Link} to={data.mayProve ? '/ledger' : '/activity'} fz="sm">
          ← {data.mayProve ? t.toLedger : t.activityTitle}
        </Anchor>
      )}
      <PageHeader title={t.historyTitle(data.kindName[language].toLocaleLowerCase(language), data.title)}>
        {data.mayProve ? (
          <Button component={Link} to={`/ledger/${subjectKind}/${subjectId}/proof`} variant="default">
            {t.proof}
          </Button>
        ) : null}
      </PageHeader>
      <CompareVersions lines={data.lines} subjectKind={subjectKind} subjectId={subjectId} />
      <section className="paper" style={{ padding: '14px 18px', marginTop: 16 }}>
        <Title order={2} fz="lg" mb="xs">
          {t.allLines}
        </Title>
        <LedgerOf subjectKind={subjectKind} subjectId={subjectId} isPage />
      </section>
    </>
  );
}
