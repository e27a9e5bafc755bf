import { Anchor, Button, Center } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { exportPaths, type LedgerLine, recentLedger } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import { LedgerFilters, type LedgerView } from './ledger-filters.tsx';
import './ledger.css';

/** What happened in the province, newest first: for the inspector and the administrator. */
export function LedgerPage() {
  const t = useWords(ledgerWords);
  const view = useView();
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['ledger', 'recent', view],
    queryFn: ({ pageParam }) => call(recentLedger, { query: { ...view, before: pageParam ?? undefined } }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Exports view={view} />
        <Button component={Link} to="/ledger/check">
          {t.check}
        </Button>
      </PageHeader>
      {error ? <Empty title={error.message} /> : null}
      {data?.pages[0] ? <LedgerFilters key={JSON.stringify(view)} {...data.pages[0]} view={view} /> : null}
      {data && !lines.length ? <Empty title={hasNextPage ? t.noneSoFar : t.none} /> : null}
      {!data && !error ? <Waiting /> : null}
      {lines.length ? <Lines lines={lines} /> : null}
      {hasNextPage ? (
        <Center mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {view.words ? t.searchOn : t.older}
          </Button>
        </Center>
      ) : null}
    </>
  );
}

/** Only what the address says of the filter; `undefined` for the rest. */
function useView(): LedgerView {
  const given = useSearch({ strict: false }) as LedgerView;
  const { subjectKind, person, agency, from, to, words } = given;
  return { subjectKind, person, agency, from, to, words: words === undefined ? undefined : String(words) };
}

function Exports({ view }: { view: LedgerView }) {
  const t = useWords(ledgerWords);
  const asked = new URLSearchParams(
    Object.entries(view).filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  return (
    <>
      {(['csv', 'jsonl'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          variant="default"
          href={`${exportPaths[format]}?${asked}`}
          aria-label={`${t.exported} ${t[format]}`}
        >
          {format === 'csv' ? `${t.exported} ${t.csv}` : t.jsonl}
        </Button>
      ))}
    </>
  );
}

function Lines({ lines }: { lines: readonly LedgerLine[] }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  return (
    <ol className="ledger-lines paper" style={{ padding: '6px 18px' }}>
      {lines.map((line) => (
        <li key={line.id} className="ledger-line">
          <time dateTime={line.at}>{showInstant(line.at)}</time>
          {line.said[language]}{' '}
          {line.page ? (
            <Anchor
              component={Link}
              to={line.page}
              underline="always"
              aria-label={`${t.open}: ${line.said[language]}`}
            >
              {t.open}
            </Anchor>
          ) : null}{' '}
          <Anchor
            component={Link}
            to={`/ledger/${line.subjectKind}/${line.subjectId}`}
            underline="always"
            aria-label={`${t.historyOf}: ${line.said[language]}`}
          >
            {t.historyOf}
          </Anchor>
        </li>
      ))}
    </ol>
  );
}
