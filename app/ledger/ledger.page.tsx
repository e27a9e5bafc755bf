import { Anchor, Button, Center, Group, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { recentLedger } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import './ledger.css';

type View = { subjectKind?: string; person?: string };

/** What happened in the province, newest first: for the inspector and the administrator. */
export function LedgerPage() {
  const t = useWords(ledgerWords);
  const { subjectKind, person } = useSearch({ strict: false }) as View;
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['ledger', 'recent', subjectKind, person],
    queryFn: ({ pageParam }) =>
      call(recentLedger, { query: { subjectKind, person, before: pageParam ?? undefined } }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.hasMore ? (last.lines.at(-1)?.id ?? null) : null),
  });
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {error ? <Empty title={error.message} /> : null}
      {data?.pages[0] ? <Choices {...data.pages[0]} view={{ subjectKind, person } as View} /> : null}
      {data && !lines.length ? <Empty title={t.none} /> : null}
      {!data && !error ? <Waiting /> : null}
      {lines.length ? <Lines lines={lines} /> : null}
      {hasNextPage ? (
        <Center mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.older}
          </Button>
        </Center>
      ) : null}
    </>
  );
}

type Answered = Awaited<ReturnType<typeof call<typeof recentLedger>>>;

function Choices({ kinds, people, view }: Pick<Answered, 'kinds' | 'people'> & { view: View }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const go = (change: View) =>
    void navigate({ to: '/ledger', search: { ...view, ...change } as never, replace: true });
  const all = { value: '', label: t.everything };
  return (
    <Group mb="md">
      <NativeSelect
        label={t.subjectKind}
        data={[all, ...kinds.map(({ kind, name }) => ({ value: kind, label: name[language] }))]}
        value={view.subjectKind ?? ''}
        onChange={(event) => go({ subjectKind: event.currentTarget.value || undefined } as View)}
      />
      <NativeSelect
        label={t.person}
        data={[all, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        value={view.person ?? ''}
        onChange={(event) => go({ person: event.currentTarget.value || undefined } as View)}
      />
    </Group>
  );
}

function Lines({ lines }: Pick<Answered, 'lines'>) {
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
          ) : null}
        </li>
      ))}
    </ol>
  );
}
