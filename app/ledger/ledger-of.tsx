import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { subjectLedger } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import { UndoLine } from './undo-line.tsx';
import './ledger.css';

/** The ledger of one subject in words, oldest first, what can be taken back, and whether its chain holds. */
export function LedgerOf({
  subjectKind,
  subjectId,
  isPage = false,
}: {
  subjectKind: string;
  subjectId: string;
  /** On its own page it needs no link to itself. */
  isPage?: boolean;
}) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['ledger', subjectKind, subjectId],
    queryFn: () => call(subjectLedger, { params: { subjectKind, subjectId } }),
    staleTime: 0,
  });
  if (error) return <Text c="dimmed">{error.message}</Text>;
  if (!data) return <Waiting />;
  if (!data.lines.length) return <Text c="dimmed">{t.noLines}</Text>;
  return (
    <>
      <ol className="ledger-lines">
        {data.lines.map((line) => (
          <li key={line.id} className="ledger-line">
            <time dateTime={line.at}>
              {isPage ? t.line(line.seq, showInstant(line.at)) : showInstant(line.at)}
            </time>
            {line.said[language]}
            {line.undoneBy ? (
              <Text span c="dimmed" fz="sm">
                {' '}
                ({t.undone(line.undoneBy)})
              </Text>
            ) : null}
            {line.mayUndo ? <UndoLine line={line} /> : null}
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
      {!isPage && (data.mayProve || data.lines.some((line) => line.hasFields)) ? (
        <Anchor component={Link} to={`/ledger/${subjectKind}/${subjectId}`} fz="sm" className="no-print">
          {data.mayProve ? t.history : t.historyPlain}
        </Anchor>
      ) : null}
    </>
  );
}
