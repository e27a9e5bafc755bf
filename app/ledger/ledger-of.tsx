import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { subjectLedger } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import './ledger.css';

/** The ledger of one subject in words, oldest first, and whether its chain holds. */
export function LedgerOf({ subjectKind, subjectId }: { subjectKind: string; subjectId: string }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['ledger', subjectKind, subjectId],
    queryFn: () => call(subjectLedger, { params: { subjectKind, subjectId } }),
  });
  if (error) return <Text>{error.message}</Text>;
  if (!data) return <Waiting />;
  return (
    <>
      <ol className="ledger-lines">
        {data.lines.map((line) => (
          <li key={line.id} className="ledger-line">
            <time dateTime={line.at}>{showInstant(line.at)}</time>
            {line.said[language]}
          </li>
        ))}
      </ol>
      {data.brokenAt === null ? (
        <Text c="dimmed" fz="sm" mt="xs">
          {t.whole(data.lines.length)}
        </Text>
      ) : (
        <Alert color="red" mt="xs">
          {t.broken(data.brokenAt)}
        </Alert>
      )}
    </>
  );
}
