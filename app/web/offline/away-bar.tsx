import { Anchor, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import type { getAgencyReport } from '#app/reports/agency-report.contract.ts';
import { keptReportsOf } from '#app/reports/kept-report.ts';
import { useWords } from '../language.tsx';
import { shellWords } from '../shell.words.ts';
import { useViewer, viewerQuery } from '../viewer.ts';
import { useAway } from './away.ts';
import { listKept } from './kept-answers.ts';

/** How often the server is asked whether it is back, in milliseconds. */
const ASKED = 15_000;

/** Says on every page that the server is out of reach, what still works, and where to go on writing. */
export function AwayBar() {
  return useAway() ? <Away /> : null;
}

function Away() {
  const t = useWords(shellWords);
  const client = useQueryClient();
  const { personId } = useViewer();
  const reports = listKept<Answer<typeof getAgencyReport>>(keptReportsOf(personId));
  useEffect(() => {
    const ask = () => void client.refetchQueries({ queryKey: viewerQuery.queryKey });
    const every = setInterval(ask, ASKED);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(every);
      window.removeEventListener('online', ask);
      // Back again: what the pages show is asked anew.
      void client.invalidateQueries();
    };
  }, [client]);
  return (
    <div className="away no-print" role="status">
      <Text fz="sm">{t.away}</Text>
      {reports.length ? (
        <Text fz="sm">
          {t.keptHere}{' '}
          {reports.map(({ name, answer }, index) => (
            <span key={name}>
              {index ? '; ' : ''}
              <Anchor component={Link} to={`/reports/agency/${answer.id}`} fz="sm" underline="always">
                {answer.reportName}, {answer.periodName} ({answer.agencyName})
              </Anchor>
            </span>
          ))}
        </Text>
      ) : null}
    </div>
  );
}
